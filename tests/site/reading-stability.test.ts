import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { browserAtSite } from './browser-at-site.ts';
import { looksAtEverything } from './depth.ts';
import { pageTypes } from './page-types.ts';

/** Where something comes late, or the letters are others; the rest once a day. */
const handful = ['/', '/ar/citta/palermo/', '/note-stampa/2023-11-03-palermo/', '/cerca/', '/salvati/'];
const types = pageTypes.filter((path) => looksAtEverything || handful.includes(path));

const { browser, site } = await browserAtSite();

/** Notes down how far things move that nobody moved (https://web.dev/articles/cls), from the first byte on. */
const noteShifts = (page: Page): Promise<unknown> =>
  page.addInitScript(() => {
    const shifts: string[] = [];
    Object.assign(globalThis, { shifts });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as (PerformanceEntry & {
        value: number;
        hadRecentInput: boolean;
        sources: { node: Node | null }[];
      })[]) {
        if (entry.hadRecentInput) continue;
        const moved = entry.sources.map(({ node }) => (node as Element | null)?.outerHTML?.slice(0, 80));
        shifts.push(`${entry.value} ${moved.join(' | ')}`);
      }
    }).observe({ type: 'layout-shift', buffered: true });
  });

const shiftsOf = (page: Page): Promise<string[]> =>
  page.evaluate(() => (globalThis as unknown as { shifts: string[] }).shifts);

const total = (shifts: readonly string[]): number =>
  shifts.reduce((sum, shift) => sum + Number.parseFloat(shift), 0);

/** A phone whose fonts come a second and a half after the page. */
const onPhone = async <Result>(look: (page: Page) => Promise<Result>): Promise<Result> => {
  const context = await browser.newContext({
    viewport: { width: 360, height: 740 },
    hasTouch: true,
    locale: 'it-IT',
  });
  try {
    const page = await context.newPage();
    await noteShifts(page);
    await page.route('**/*.woff2', async (route) => {
      await new Promise((resolve) => setTimeout(resolve, 1500));
      await route.continue().catch(() => undefined);
    });
    return await look(page);
  } finally {
    await context.close();
  }
};

const open = async (page: Page, path: string): Promise<void> => {
  const fonts = page.waitForResponse('**/*.woff2', { timeout: 4000 }).catch(() => undefined);
  await page.goto(`${site.origin}${path}`, { waitUntil: 'load' });
  await fonts;
  await page.waitForTimeout(400);
};

describe('nothing moves by itself on a phone', () => {
  test.concurrent.each([...types, '/mappa/?citta=palermo'])('on %s', async (path) => {
    const shifts = await onPhone(async (page) => {
      await open(page, path);
      return shiftsOf(page);
    });
    expect(total(shifts), shifts.join('\n')).toBeLessThanOrEqual(0.01);
  });

  test('when a reader’s language is offered', async () => {
    const context = await browser.newContext({ viewport: { width: 360, height: 740 }, locale: 'fr-FR' });
    const page = await context.newPage();
    await noteShifts(page);
    await open(page, '/');
    expect(await page.locator('#language-offer a[hreflang=fr]').isVisible()).toBe(true);
    const shifts = await shiftsOf(page);
    expect(total(shifts), shifts.join('\n')).toBeLessThanOrEqual(0.01);
    await context.close();
  });

  test('when results of a search arrive', async () => {
    const shifts = await onPhone(async (page) => {
      await open(page, '/cerca/?q=palermo');
      await page.locator('.search-results li').first().waitFor();
      await page.waitForTimeout(300);
      return shiftsOf(page);
    });
    expect(total(shifts), shifts.join('\n')).toBeLessThanOrEqual(0.01);
  });

  test('when the list of kept stories arrives', async () => {
    const shifts = await onPhone(async (page) => {
      await open(page, '/citta/palermo/');
      await page.getByRole('button', { name: 'Tieni sul mio telefono' }).click();
      await page.getByText('Salvata: si legge anche senza rete.').waitFor();
      await open(page, '/salvati/');
      await page.locator('#kept li').waitFor();
      await page.waitForTimeout(300);
      return shiftsOf(page);
    });
    expect(total(shifts), shifts.join('\n')).toBeLessThanOrEqual(0.01);
  });

  test('and the measure sees what does move', async () => {
    const shifts = await onPhone(async (page) => {
      await open(page, '/citta/palermo/');
      await page.evaluate(() => {
        const late = document.createElement('div');
        late.style.height = '200px';
        document.body.prepend(late);
      });
      await page.waitForTimeout(300);
      return shiftsOf(page);
    });
    expect(total(shifts)).toBeGreaterThan(0.01);
  });
});
