import { describe, expect, test } from 'vitest';
import { browserAtSite } from './browser-at-site.ts';
import { pages } from './built-site.ts';
import { inLanguages, looksAtEverything } from './depth.ts';
import { languages } from '../../src/i18n/languages.ts';

const { browser, site } = await browserAtSite();
const page = await browser.newPage({ locale: 'it-IT' });

const all = looksAtEverything ? pages : inLanguages(pages, ['it', 'fr', 'ar']);
/** The pages with most words: where these have their place, the others do. */
const longest = (pattern: RegExp, count: number): string[] =>
  all
    .filter(({ path }) => pattern.test(path))
    .sort((a, b) => b.$('main').text().length - a.$('main').text().length)
    .slice(0, looksAtEverything ? undefined : count)
    .map(({ path }) => path);

/** Scripts whose lines stand far apart (Bengali, Urdu in nastaliq) may take one sheet more. */
const more = (path: string): number => {
  const screen = languages.find(({ code }) => path.startsWith(`/${code}/`))?.screen;
  return screen?.fonts.some((name) => name !== 'system-ui') ? 1 : 0;
};

const sheets = async (path: string): Promise<number> => {
  await page.goto(`${site.origin}${path}`, { waitUntil: 'load' });
  const pdf = (await page.pdf({ format: 'A4', preferCSSPageSize: true })).toString('latin1');
  return pdf.match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0;
};

describe('on paper', () => {
  test.each(longest(/\/citta\/[^/]+\/$/, 8))('%s has three sheets at most', async (path) => {
    expect(await sheets(path)).toBeLessThanOrEqual(3 + more(path));
  });

  test.each(longest(/\/note-stampa\/\d[^/]+\/$/, 6))('%s has two sheets at most', async (path) => {
    expect(await sheets(path)).toBeLessThanOrEqual(2 + more(path));
  });

  test.each([['/citta/palermo/'], ['/note-stampa/2023-11-03-palermo/']])(
    '%s has its words, and nothing that only a screen can do',
    async (path) => {
      await page.goto(`${site.origin}${path}`, { waitUntil: 'load' });
      await page.emulateMedia({ media: 'print' });
      const shown = (selector: string): Promise<number> => page.locator(`${selector}:visible`).count();
      expect(await shown('h1')).toBe(1);
      expect(await shown('.funding svg')).toBe(1);
      for (const idle of ['nav', 'search', 'button', 'video', '.downloads', '.tools', '.rail', '.no-print'])
        expect(await shown(idle), idle).toBe(0);
      await page.emulateMedia({ media: null });
    },
  );
});
