import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { browserAtSite } from './browser-at-site.ts';

const { browser, site } = await browserAtSite();

/** What a screen reader hears by itself: words that come into a line which was there, and in reach, before them. */
type Hearing = Window & { heard: string[] };

const listen = (page: Page): Promise<unknown> =>
  page.addInitScript(() => {
    const heard: string[] = [];
    Object.assign(globalThis, { heard });
    const known = new WeakSet<Element>();
    const lines = (): Element[] => [...document.querySelectorAll('[role=status], [role=alert], [aria-live]')];
    new MutationObserver(() => {
      for (const line of lines()) {
        const words = (line.textContent ?? '').replace(/\s+/g, ' ').trim();
        // A line that comes together with its words is not read out everywhere.
        if (known.has(line) && words !== '' && heard.at(-1) !== words && line.checkVisibility())
          heard.push(words);
        known.add(line);
      }
    }).observe(document, { childList: true, characterData: true, subtree: true, attributes: true });
  });

const open = async (path: string): Promise<Page> => {
  const context = await browser.newContext({
    viewport: { width: 360, height: 740 },
    locale: 'it-IT',
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  const page = await context.newPage();
  await listen(page);
  await page.goto(`${site.origin}${path}`);
  return page;
};

const heard = (page: Page): Promise<string[]> =>
  page.evaluate(() => (globalThis as unknown as Hearing).heard);

const note = '/note-stampa/2023-11-03-palermo/';

describe('a screen reader is told', () => {
  test.each<[string, string, (page: Page) => Promise<unknown>, RegExp]>([
    [
      'that a quote is copied',
      note,
      (page) => page.getByRole('button', { name: 'Copia con l’attribuzione' }).click(),
      /copiata/,
    ],
    [
      'that the text is copied',
      note,
      (page) => page.getByRole('button', { name: 'Copia il testo' }).click(),
      /copiato/i,
    ],
    [
      'that the boilerplate is copied',
      '/note-stampa/',
      (page) => page.getByRole('button', { name: 'Copia questo testo' }).click(),
      /copiato/i,
    ],
    [
      'that the code of a frame is copied',
      '/incorpora/',
      (page) => page.getByRole('button', { name: 'Copia il codice' }).first().click(),
      /copiato/i,
    ],
    [
      'how many results there are',
      '/cerca/',
      (page) => page.locator('main input[name=q]').fill('palermo'),
      /\d+ risultat/,
    ],
    [
      'that there is no result',
      '/cerca/',
      (page) => page.locator('main input[name=q]').fill('zzqxw'),
      /Nessun/,
    ],
    [
      'how many cities the map shows',
      '/mappa/',
      (page) => page.getByLabel('una nota stampa').check(),
      /\b4\b/,
    ],
    [
      'that a story is kept',
      '/citta/palermo/',
      (page) => page.getByRole('button', { name: 'Tieni sul mio telefono' }).click(),
      /Salvata/,
    ],
  ])('%s', async (_what, path, act, expected) => {
    const page = await open(path);
    await act(page);
    await expect.poll(async () => (await heard(page)).join('\n')).toMatch(expected);
    await page.context().close();
  });

  test('that a story is taken away, and the focus stays where it is said', async () => {
    const page = await open('/citta/palermo/');
    await page.getByRole('button', { name: 'Tieni sul mio telefono' }).click();
    await page.getByText('Salvata: si legge anche senza rete.').waitFor();
    await page.goto(`${site.origin}/salvati/`);
    await page.getByRole('button', { name: 'Togli dal mio telefono: Palermo' }).click();
    await expect.poll(async () => (await heard(page)).join('\n')).toMatch(/Tolta/);
    expect(await page.evaluate(() => document.activeElement?.getAttribute('role'))).toBe('status');
    await page.context().close();
  });

  test('and the measure hears no line that comes with its words', async () => {
    const page = await open('/privacy/');
    await page.evaluate(() => {
      document.body.insertAdjacentHTML('beforeend', '<p role="status">Fatto.</p>');
    });
    await page.waitForTimeout(100);
    expect(await heard(page)).toEqual([]);
    await page.context().close();
  });
});
