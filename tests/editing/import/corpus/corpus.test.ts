import { execFileSync } from 'node:child_process';
import { looksAtEverything } from '../../../depth.ts';
import { appendFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { load } from 'cheerio';
import mammoth from 'mammoth';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { checkContent } from '../../../../scripts/editing/check/check-content.ts';
import { readContent, type Content } from '../../../../scripts/editing/content/read.ts';
import { importNote, type ImportedNote } from '../../../../scripts/editing/import/import-note.ts';
import { readDocument } from '../../../../scripts/editing/import/read-document.ts';
import { importReport } from '../../../../scripts/editing/import/report.ts';
import { bodyText, wordsOf } from '../../../../scripts/editing/import/words.ts';
import { quotesOf, readNoteDocument } from '../../../../src/documents/note-document/index.ts';
import { soundContent } from '../../check/broken-content.ts';
import { cases, type Case } from './cases.ts';

let root = '';
let content: Content;
let picture: Uint8Array;

const LETTERHEAD = (motto: string): string =>
  `letterhead:\n  motto: "${motto}"\n  fund: "Rete dei Comuni italiani"\n  specificObjective: "Obiettivo Specifico 2"\n  nationalObjective: "Obiettivo Nazionale 2"\n  kicker: "NOTA STAMPA"\n`;
const edition = (name: string, order: number, more: string): string =>
  `name: ${name}\nfullName: "${name} - Rete dei Comuni"\norder: ${order}\nsummary: "La rete dei Comuni."\nfundingStatement: "Finanziato dal FAMI."\n${more}`;

beforeAll(async () => {
  root = soundContent();
  mkdirSync(join(root, 'editions'), { recursive: true });
  writeFileSync(
    join(root, 'editions/lgnet2.yaml'),
    edition('LgNet2', 2, `ends: "2024-01"\n${LETTERHEAD('LGNET2: ACCOGLIERE E INTEGRARE')}`),
  );
  writeFileSync(
    join(root, 'editions/lgnet3.yaml'),
    edition('LGNET3', 3, `begins: "2024-01"\nends: "2027-01"\n${LETTERHEAD('LGNET3: CITTÀ CHE ACCOLGONO')}`),
  );
  appendFileSync(join(root, 'editions/lgnetea.yaml'), 'ends: "2022-04"\n');
  rmSync(join(root, 'press-notes'), { recursive: true });
  content = readContent(root);
  picture = new Uint8Array(
    await sharp({ create: { width: 40, height: 30, channels: 3, background: '#abc' } })
      .jpeg()
      .toBuffer(),
  );
});
afterAll(() => rmSync(root, { recursive: true }));

const bytesOf = ({ made }: Case): Uint8Array => {
  const bytes = made(picture);
  return typeof bytes === 'string' ? new TextEncoder().encode(bytes) : bytes;
};

const imported = (one: Case): ImportedNote =>
  importNote(
    readDocument(bytesOf(one), one.file, (path) => (path === 'foto.jpg' ? picture : undefined)),
    content,
    one.folder,
  );

const frontOf = (mdx: string): Record<string, unknown> =>
  parse(/^---\n([\s\S]*?)\n---\n/.exec(mdx)?.[1] ?? '') as Record<string, unknown>;

test('the corpus has the forms that offices send', () => {
  expect(cases.length).toBeGreaterThanOrEqual(40);
  expect(new Set(cases.map(({ name }) => name)).size).toBe(cases.length);
  expect(new Set(cases.map(({ file }) => file)).size).toBe(4);
});

describe.each(cases.map((one) => [one.name, one] as const))('%s', (_, one) => {
  test('comes out as it has to', () => {
    const result = imported(one);
    const { text, links, pictures } = result;
    const report = importReport(result, 'content/press-notes/nota/it.mdx');
    const front = frontOf(text);
    for (const [field, value] of Object.entries(one.fields ?? {}))
      expect(front[field] === 'DA-SCRIVERE' ? null : (front[field] ?? null), field).toBe(value);
    for (const part of one.holds ?? []) expect(text).toContain(part);
    for (const part of one.lacks ?? []) expect(text).not.toContain(part);
    for (const part of one.tells ?? []) expect(report).toContain(part);
    const { document, problems } = readNoteDocument(text, 'it.mdx');
    expect(problems).toEqual([]);
    if (one.quotes)
      expect(quotesOf(document).map(({ speaker, role }) => [speaker, role])).toEqual(one.quotes);
    if (one.links !== undefined) expect(links).toBe(one.links);
    expect(pictures).toHaveLength(one.pictures ?? 0);
    for (const { file } of pictures) expect(text).toContain(`<Picture id="${file.replace(/\..*$/, '')}" />`);
  });

  test('keeps or tells every word, and says so', () => {
    const result = imported(one);
    expect({ missing: result.count.missing, added: result.count.added }).toEqual({ missing: [], added: [] });
    expect(importReport(result, 'it.mdx')).toContain('parola per parola');
  });

  test('names the line that keeps it a draft', () => {
    const { text, draftLine, ...rest } = imported(one);
    expect(text.split('\n')[draftLine - 1]).toMatch(/^status: draft\b/);
    expect(importReport({ text, draftLine, ...rest }, 'it.mdx')).toContain(
      `togli la riga ${draftLine}, \`status: draft\``,
    );
  });
});

describe('a reader that we did not write finds no other words in the Word files', () => {
  test.each(cases.filter(({ file }) => file === 'nota.docx').map((one) => [one.name, one] as const))(
    '%s',
    async (_, one) => {
      const result = imported(one);
      const { value } = await mammoth.convertToHtml({ buffer: Buffer.from(bytesOf(one)) });
      const theirs = load(value.replace(/<br \/>|<[uo]l>|<\/(?:p|li|td|h\d)>/g, ' $&'));
      // Notes have their numbers in brackets here; raised letters are letters of their own.
      theirs('sup:has(a)').remove();
      theirs('sup').each((_index, raised) => {
        theirs(raised).text(theirs(raised).text().replace('2', '²').replace('o', 'º'));
      });
      const { title, subtitle, citySummary } = result.note;
      const ours = [
        ...[title, subtitle, citySummary, importReport(result, 'it.mdx')],
        ...[bodyText(result.text), result.text],
      ];
      const known = new Set(ours.flatMap(wordsOf));
      expect(wordsOf(theirs.text().replace(/↑/g, ' ')).filter((word) => !known.has(word))).toEqual([]);
    },
  );
});

test('the Word files keep words, fields and quotes when LibreOffice has saved them as OpenDocument', () => {
  const folder = mkdtempSync(join(tmpdir(), 'corpus-'));
  const sent = cases
    .filter(({ file }) => file === 'nota.docx')
    .filter((_, index) => looksAtEverything || index % 4 === 0);
  for (const [index, one] of sent.entries()) writeFileSync(join(folder, `${index}.docx`), bytesOf(one));
  const files = sent.map((_, index) => join(folder, `${index}.docx`));
  execFileSync('soffice', [
    ...['--headless', `-env:UserInstallation=file://${folder}/office`, '--convert-to', 'odt'],
    ...['--outdir', folder, ...files],
  ]);
  for (const [index, one] of sent.entries()) {
    const source = readDocument(new Uint8Array(readFileSync(join(folder, `${index}.odt`))), 'nota.odt');
    const { count, note, text } = importNote(source, content, one.folder);
    const { missing, added } = count;
    expect({ name: one.name, missing, added }).toEqual({ name: one.name, missing: [], added: [] });
    const front = frontOf(text);
    for (const [field, value] of Object.entries(one.fields ?? {}))
      expect(front[field] === 'DA-SCRIVERE' ? null : (front[field] ?? null), `${one.name}: ${field}`).toBe(
        value,
      );
    if (one.quotes)
      expect(note.blocks.flatMap(({ quote }) => (quote ? [quote.speaker] : []))).toEqual(
        one.quotes.map(([speaker]) => speaker),
      );
  }
  rmSync(folder, { recursive: true });
}, 180_000);

test('a document that loses a word is not said to be whole', () => {
  const source = readDocument(
    new TextEncoder().encode('Un titolo\n\nPalermo, 3 novembre 2023 – Una prova.'),
    'a.txt',
  );
  const result = importNote({ ...source, everyWord: `${source.everyWord} perduta` }, content);
  const report = importReport(result, 'it.mdx');
  expect(report).not.toContain('parola per parola');
  expect(report).toContain('Mancano 1: perduta.');
});

test('the check refuses an edition left to choose, and says which there are', () => {
  const doubtful = cases.find(({ name }) => name.startsWith('intestazione e titolo')) as Case;
  const path = 'press-notes/2023-11-03-palermo/it.mdx';
  const problems = checkContent(root, new Map([[path, imported(doubtful).text]]));
  expect(problems.filter(({ file }) => file === path).map(({ code, fix }) => [code, fix])).toEqual([
    ['empty-edition', 'Dopo "edition:" scrivi una di queste parole: lgnetea, lgnet2, lgnet3.'],
  ]);
});
