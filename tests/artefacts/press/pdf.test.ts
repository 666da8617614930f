import { describe, expect, test } from 'vitest';
import { toPdf } from '../../../src/artefacts/pdf.ts';
import { blockText, plainText, quotesOf } from '../../../src/documents/note-document/index.ts';
import { looksAtEverything } from '../../depth.ts';
import { arabicRelease, noteIds, releaseOf } from './helpers/releases.ts';
import { bareArabicWords, dense, output, pdfPages, qrCodesOf, withFile } from './helpers/readers.ts';

const cases = noteIds.flatMap((id) => ['it', 'en', 'fr'].map((lang) => [id, lang] as const));

describe.each(cases)('the PDF of %s in %s', (id, lang) => {
  const release = releaseOf(id, lang);
  const made = toPdf(release);

  test('is a sound, tagged PDF/UA-1 on A4 with all fonts inside', async () => {
    const pdf = await made;
    withFile('note.pdf', pdf, (file) => {
      expect(output('qpdf', '--check', file)).toContain('No syntax or stream encoding errors');
      const info = output('pdfinfo', file);
      expect(info).toContain(release.title);
      expect(info).toMatch(/Tagged: +yes/);
      expect(info).toMatch(/\(A4\)/);
      expect(info).not.toMatch(/CreationDate|ModDate/);
      expect(output('pdfinfo', '-meta', file)).toMatch(/pdfuaid:part>1</);
      const fonts = output('pdffonts', file).trim().split('\n').slice(2);
      expect(fonts.length).toBeGreaterThan(1);
      for (const font of fonts) expect(font).toMatch(/ yes yes yes /);
    });
  });

  test('has its language, headings, quote, list and pictures in its structure', async () => {
    const pdf = await made;
    withFile('note.pdf', pdf, (file, folder) => {
      const structure = output('pdfinfo', '-struct', file);
      expect(structure.match(/^\s*H1 /gm)).toHaveLength(1);
      expect(structure).toMatch(/^\s*H2 /m);
      expect(structure.match(/^\s*BlockQuote/gm) ?? []).toHaveLength(quotesOf(release.document).length);
      expect(structure).toMatch(/^\s*L \(block\)/m);
      // Two emblems and the QR code.
      expect(structure.match(/^\s*Figure/gm)).toHaveLength(3);
      output('qpdf', '--qdf', '--object-streams=disable', file, `${folder}/plain.pdf`);
      const source = output('strings', `${folder}/plain.pdf`);
      expect(source).toContain(`/Lang (${lang}-${release.lang.locale.slice(3, 5)})`);
    });
  });

  test('says every word of the note, its head and its end', async () => {
    const pages = pdfPages(await made);
    // Poppler takes a hyphen at the end of a line for one that the typesetter made.
    const text = dense(
      pages
        .join('\n')
        .replaceAll(release.url, '')
        .replace(/^P\w+ \d+ \w+ \d+$/gm, ''),
    ).replaceAll('-', '');
    for (const part of [
      ...(release.letterhead?.lines ?? []),
      release.title,
      release.subtitle,
      ...(release.citySummary ? [release.citySummary] : []),
      ...release.document.blocks.map(blockText),
      ...release.boilerplate,
      release.fundingStatement,
    ]) {
      expect(text).toContain(dense(part).replaceAll('-', ''));
    }
    expect(text).toContain('infocomunicare@anci.it');
    expect(pages.at(-1)).toContain(release.url);
  });

  test.runIf(looksAtEverything || lang === 'it')('has a QR code that leads to the note', async () => {
    expect(qrCodesOf(await made)).toEqual([release.url]);
  });

  test('is the same every time', async () => {
    expect(Buffer.compare(await made, await toPdf(releaseOf(id, lang)))).toBe(0);
  });
});

describe('the PDF of a note in Arabic', () => {
  const release = arabicRelease();

  test('gives its words back letter by letter', async () => {
    const words = bareArabicWords(pdfPages(await toPdf(release)).join('\n'));
    const expected = bareArabicWords(
      [release.title, release.subtitle, release.citySummary, plainText(release.document)].join('\n'),
    );
    const missing = expected.filter((word) => !words.includes(word));
    expect(missing).toEqual([]);
    expect(expected.length).toBeGreaterThan(60);
  });

  test('is read from right to left, and addresses from left to right', async () => {
    const pdf = await toPdf(release);
    withFile('note.pdf', pdf, (file) => {
      // The lines of Arabic end at the right margin, which is 27 mm from the edge.
      const boxes = output('pdftotext', '-bbox', file, '-');
      const seen = [...'باليرمو'].reverse().join('');
      const title = new RegExp(`xMax="([\\d.]+)"[^>]*>${seen}<`).exec(boxes);
      expect(Number(title?.[1])).toBeGreaterThan(595 - 78);
      expect(boxes).toContain(`>${release.url}<`);
    });
  });
});

describe('what a text can never do to a PDF', () => {
  const withTitle = (title: string) => toPdf({ ...releaseOf('2023-11-03-palermo'), title });

  test.each([
    ['markup of the typesetter', '#panic("x") *grassetto* $x^2$ @nota <etichetta> [parentesi]'],
    ['a slash and backslashes', 'C:\\note // commento /* altro */ \\u{41}'],
    ['quotes and apostrophes', `L'“accoglienza” dell'"altro"`],
  ])('%s stay as they are', async (_, title) => {
    expect(dense(pdfPages(await withTitle(title)).join(''))).toContain(dense(title));
  });

  test('a word wider than the sheet is broken, not cut', async () => {
    const title = 'Precipitevolissimevolmente'.repeat(8);
    expect(dense(pdfPages(await withTitle(title)).join(''))).toContain(title);
  });
});
