import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { fonti } from '../../../scripts/fonti.ts';
import { readContent } from '../../../scripts/editing/content/read.ts';
import { formProblems, outsideSources } from '../../../scripts/editing/sources/outside-sources.ts';
import { soundContent } from '../check/broken-content.ts';
import { runCommand } from '../run-command.ts';

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

const contentWith = (files: Record<string, string>): string => {
  const root = soundContent();
  folders.push(root);
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(join(root, path, '..'), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  return root;
};

const sheet = (address: string): string => `city: catania
sources:
  comune:
    title: "La pagina del Comune"
    url: ${address}
    consulted: 2026-11-20
facts:
  apertura:
    edition: lgnetea
    kind: event
    source: comune
    confidence: read
    text: "Apre uno sportello."
`;

test('a source is told with its title, its day and the page that uses it', () => {
  const root = contentWith({ 'facts/catania.yaml': sheet('https://www.comune.catania.it/sportello') });
  expect(outsideSources(readContent(root))).toContainEqual({
    url: 'https://www.comune.catania.it/sportello',
    title: 'La pagina del Comune',
    consulted: '2026-11-20',
    pages: ['/citta/catania/'],
    problems: [],
  });
});

test('every source of the site is shown by a page, and well written', () => {
  const sources = outsideSources(readContent(join(import.meta.dirname, '../../../content')));
  expect(sources.length).toBeGreaterThan(50);
  expect(sources.filter(({ pages }) => pages.length === 0).map(({ url }) => url)).toEqual([]);
  expect(sources.filter(({ problems }) => problems.length > 0)).toEqual([]);
});

describe('the form of an address', () => {
  test.each([
    ['https://www.anci.it/lgnet/', []],
    ['http://www.comune.potenza.it/?p=41032', []],
    ['www.anci.it', ['non è un indirizzo completo (https://…)']],
    ['https://www.anci.it/una pagina', ['contiene uno spazio']],
    ['https://anci/', ['il nome del sito non è completo']],
    ['https://www.anci.it/?utm_source=x&fbclid=y', ['segue chi lo apre: togli utm_source, fbclid']],
    ['https://me:secret@www.anci.it/', ['contiene un nome utente o una password']],
  ])('%s', (address, problems) => {
    expect(formProblems(address)).toEqual(problems);
  });
});

test('the command ends with exit code 1 over an address that follows the reader', async () => {
  const root = contentWith({ 'facts/catania.yaml': sheet('https://www.comune.catania.it/?utm_source=x') });
  const done = await runCommand(fonti, '--content', root);
  expect(done.status).toBe(1);
  expect(done.out).toContain('Da correggere: segue chi lo apre: togli utm_source');
});
