import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { keptBrowser, leaveBrowser, serve } from './built-site.ts';
import { sharedSite } from './shared-site/index.ts';
import { wordNote as id } from './shared-site/note-from-word.ts';

let dir = '';
let checked = '';

beforeAll(async () => {
  ({ dir, checked } = await sharedSite());
}, 240_000);

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

  const [browser, site] = await Promise.all([keptBrowser(), serve(dir)]);
  try {
    const tab = await browser.newPage();
    await tab.goto(`${site.origin}/cerca/?q=mirabilandia`);
    await tab.waitForSelector('.search-results h2 a');
    expect(await tab.locator('.search-results h2 a').first().getAttribute('href')).toContain(
      `/note-stampa/${id}/`,
    );
    // In a language that it is not translated into yet it is found by its names, and by no other word of its own.
    await tab.goto(`${site.origin}/en/cerca/?q=pubblicazione`);
    await tab.waitForSelector('.search-results h2 a');
    expect(await tab.locator('.search-results h2 a').first().getAttribute('href')).toContain(
      `/en/note-stampa/${id}/`,
    );
    await tab.goto(`${site.origin}/mappa/?citta=bologna`);
    await tab.waitForSelector('.map-card a[href="/citta/bologna/"]');
    expect((await tab.locator('.map-card').innerText()).toLowerCase()).toContain('nota stampa');
  } finally {
    await leaveBrowser(browser);
    site.close();
  }
});
