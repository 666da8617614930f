import { readFileSync } from 'node:fs';
import { strFromU8, unzipSync } from 'fflate';
import mammoth from 'mammoth';
import { describe, expect, test } from 'vitest';
import { toDocx } from '../../../src/artefacts/docx.ts';
import { blockText, plainText, quotesOf } from '../../../src/documents/note-document/index.ts';
import type { PublishedNote } from '../../../src/documents/published-note.ts';
import { tagWithCountry } from '../../../src/i18n/languages.ts';
import { arabicRelease, noteIds, releaseOf } from './helpers/releases.ts';
import { dense, output, withFile } from './helpers/readers.ts';

const cases = [
  ...noteIds.flatMap((id) => ['it', 'en', 'fr'].map((lang) => [id, lang] as const)),
  ['2023-11-03-palermo', 'ar'] as const,
];
const release = (id: string, lang: string): PublishedNote =>
  lang === 'ar' ? arabicRelease() : releaseOf(id, lang);
const part = (docx: Uint8Array, name: string): string => strFromU8(unzipSync(docx)[name] as Uint8Array);
const wordsOf = (of: PublishedNote): string[] => [
  ...(of.letterhead?.lines ?? []),
  of.title,
  of.subtitle,
  ...(of.citySummary ? [of.citySummary] : []),
  // Marks and numbers of lists are drawn by Word.
  ...of.document.blocks.map((block) => blockText(block).replace(/^\s*(?:- |\d+\. )/gm, '')),
  ...of.boilerplate,
  of.fundingStatement,
];

describe.each(cases)('the Word document of %s in %s', (id, lang) => {
  const made = toDocx(release(id, lang));

  test('is a sound archive, the same every time', async () => {
    const docx = await made;
    expect(withFile('note.docx', docx, (file) => output('unzip', '-t', file))).toContain('No errors');
    expect(Buffer.compare(docx, await toDocx(release(id, lang)))).toBe(0);
  });

  test('says every word, as another reader reads it', async () => {
    const { value } = await mammoth.extractRawText({ buffer: Buffer.from(await made) });
    for (const words of wordsOf(release(id, lang)))
      expect(dense(value.replaceAll('\u200e', ''))).toContain(dense(words));
  });

  test('has real styles, and the language and direction of its text', async () => {
    const docx = await made;
    const document = part(docx, 'word/document.xml');
    for (const style of ['Title', 'Subtitle', 'Heading1'])
      expect(document).toContain(`<w:pStyle w:val="${style}"/>`);
    expect(document.includes('<w:pStyle w:val="Quote"/>')).toBe(
      quotesOf(release(id, lang).document).length > 0,
    );
    const locale = tagWithCountry(release(id, lang).lang);
    expect(part(docx, 'word/styles.xml')).toContain(`<w:lang w:val="${locale}" w:bidi="${locale}"/>`);
    expect(part(docx, 'docProps/core.xml')).toContain(`<dc:language>${locale}</dc:language>`);
    const text = document.match(/<w:p>.*?<\/w:p>/g) ?? [];
    const arabic = text.filter((paragraph) => /\p{Script=Arabic}/u.test(paragraph));
    expect(document.includes('<w:bidi/><w:docGrid')).toBe(lang === 'ar');
    expect(arabic.length > 10).toBe(lang === 'ar');
    for (const paragraph of arabic.filter((one) => !one.includes('<w:drawing>'))) {
      expect(paragraph).toContain('<w:bidi/>');
      for (const run of paragraph.match(/<w:r>.*?<\/w:r>/g) ?? []) {
        const words = run.replace(/<[^>]+>|&\w+;/g, '');
        if (/\p{L}/u.test(words))
          expect(run.includes('<w:rtl/>'), words).toBe(/\p{Script=Arabic}/u.test(words));
      }
    }
  });

  test('tells no clock and no machine', async () => {
    const parts = Object.entries(unzipSync(await made)).filter(([name]) => /xml|rels/.test(name));
    const year = String(new Date().getFullYear());
    const core = part(await made, 'docProps/core.xml');
    expect(core.match(/2023-\d\d-\d\dT00:00:00Z/g)).toHaveLength(2);
    expect(core).not.toContain(`${year}-`);
    for (const [, bytes] of parts) expect(strFromU8(bytes)).not.toMatch(/rId[a-z0-9_-]{21}/);
  });
});

test.each([['it'], ['ar']])(
  'LibreOffice opens the document in %s and reads its words',
  async (lang) => {
    const note = release('2023-11-03-palermo', lang);
    const text = withFile('note.docx', await toDocx(note), (file, folder) => {
      output(
        'soffice',
        `-env:UserInstallation=file://${folder}/profile`,
        '--headless',
        '--convert-to',
        'txt:Text (encoded):UTF8',
        '--outdir',
        folder,
        file,
      );
      return readFileSync(`${folder}/note.txt`, 'utf8').replace(/[\u200e•]/g, '');
    });
    for (const words of wordsOf(note)) expect(dense(text)).toContain(dense(words));
  },
  120_000,
);

test('markup and control characters of a text stay words', async () => {
  const title = '<w:t>Testo</w:t> & "altro"\u0007\u000b ]]>';
  const docx = await toDocx({ ...releaseOf('2023-11-03-palermo'), title });
  const { value } = await mammoth.extractRawText({ buffer: Buffer.from(docx) });
  expect(value).toContain('<w:t>Testo</w:t> & "altro" ]]>');
});

test('a note without quote, list or letterhead still opens', async () => {
  const note = {
    ...releaseOf('2023-11-03-palermo'),
    letterhead: undefined,
    contacts: [],
    boilerplate: [],
    document: { blocks: [] },
  };
  expect(plainText(note.document)).toBe('');
  const { value } = await mammoth.extractRawText({ buffer: Buffer.from(await toDocx(note)) });
  expect(value).toContain(note.citySummary);
});
