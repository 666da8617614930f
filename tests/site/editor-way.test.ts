import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Document, Packer, Paragraph, TextRun } from 'docx';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser, serve } from './built-site.ts';
import { builtFixtureSite } from './fixture-site.ts';

const id = '2024-01-15-bologna';
let folder = '';
let dir = '';
let checked = '';

/** A note as an office would send it; its words are made up for the test. */
const word = (): Promise<Buffer> =>
  Packer.toBuffer(
    new Document({
      sections: [
        {
          children: [
            new Paragraph('NOTA STAMPA'),
            new Paragraph({
              children: [new TextRun({ text: 'Bologna: una prova di pubblicazione', bold: true })],
            }),
            new Paragraph('Un sommario di prova.'),
            new Paragraph('Nella città di Bologna, in particolare, una prova.'),
            new Paragraph({
              children: [
                new TextRun({ text: 'Bologna, 15 gennaio 2024', bold: true }),
                new TextRun(' – Il testo della prova con una parola rara: mirabilandia.'),
              ],
            }),
          ],
        },
      ],
    }),
  );

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'editor-'));
  writeFileSync(join(folder, 'nota.docx'), await word());
  ({ dir } = await builtFixtureSite('editor-way', ({ dir: content, replace }) => {
    execFileSync(process.execPath, ['scripts/importa.ts', join(folder, 'nota.docx'), '--content', content]);
    const note = `press-notes/${id}/it.mdx`;
    replace(note, 'status: draft\n', '');
    replace(
      note,
      'DA SCRIVERE: una frase di 160 caratteri al massimo, per i risultati di ricerca',
      'Una prova.',
    );
    const check = spawnSync(process.execPath, ['scripts/controlla.ts', '--content', content], {
      encoding: 'utf8',
    });
    checked = `${check.stdout}${check.stderr}`.trim();
  }));
}, 240_000);
afterAll(() => rmSync(folder, { recursive: true }));

test('a Word file becomes a page, its files, a place in the feed, the map and the search', async () => {
  expect(checked).toBe('I contenuti sono a posto.');
  const page = readFileSync(join(dir, `note-stampa/${id}/index.html`), 'utf8');
  expect(page).toContain('mirabilandia');
  for (const ending of ['pdf', 'docx', 'txt', 'md'])
    expect(existsSync(join(dir, `note-stampa/${id}/lgnet2-bologna-2024-01-15-it.${ending}`)), ending).toBe(
      true,
    );
  const text = execFileSync(
    'pdftotext',
    [join(dir, `note-stampa/${id}/lgnet2-bologna-2024-01-15-it.pdf`), '-'],
    {
      encoding: 'utf8',
    },
  );
  expect(text).toContain('mirabilandia');
  expect(readFileSync(join(dir, 'note-stampa/feed.xml'), 'utf8')).toContain(
    'Bologna: una prova di pubblicazione',
  );
  expect(readFileSync(join(dir, 'citta/bologna/index.html'), 'utf8')).toContain(`/note-stampa/${id}/`);

  const [browser, site] = await Promise.all([launchBrowser(), serve(dir)]);
  try {
    const tab = await browser.newPage();
    await tab.goto(`${site.origin}/cerca/?q=mirabilandia`);
    await tab.waitForSelector('.search-results h2 a');
    expect(await tab.locator('.search-results h2 a').first().getAttribute('href')).toContain(
      `/note-stampa/${id}/`,
    );
    await tab.goto(`${site.origin}/mappa/?citta=bologna`);
    await tab.waitForSelector('.map-card a[href="/citta/bologna/"]');
    expect((await tab.locator('.map-card').innerText()).toLowerCase()).toContain('nota stampa');
  } finally {
    await browser.close();
    site.close();
  }
});
