import type { Page } from 'playwright-core';
import { afterAll, describe, expect, test } from 'vitest';
import { languages } from '../../src/i18n/languages.ts';
import { axeFindings, axeSource } from './axe.ts';
import { browserAtSite } from './browser-at-site.ts';
import { pages } from './built-site.ts';
import { differentLanguages, inLanguages, looksAtEverything, pageOfEachTemplate } from './depth.ts';

const { browser, site } = await browserAtSite();

/**
 * The checker takes the colour of letters from `-webkit-text-fill-color`, of which a browser in forced colours tells what the
 * page wished, not what it paints; of `color` it tells what it paints.
 */
const tellForcedColours = (): void => {
  const proto = CSSStyleDeclaration.prototype;
  const told = Object.getOwnPropertyDescriptor(proto, 'getPropertyValue')?.value as (name: string) => string;
  proto.getPropertyValue = function (name) {
    return told.call(this, name === '-webkit-text-fill-color' ? 'color' : name);
  };
};

describe.each([
  [
    'a small phone by day',
    { width: 320, height: 640 },
    'light',
    'none',
    // All that is in Italian but the galleries of cities, which are alike; of the languages that look different, each template.
    [
      ...inLanguages(pages, ['it']).filter(({ path }) => !/^\/citta\/.*\/social\/$/.test(path)),
      ...differentLanguages.flatMap((lang) =>
        pageOfEachTemplate(pages, lang).filter(({ path }) => lang !== 'it' || path.startsWith('/citta/')),
      ),
    ].filter((page, index, all) => all.indexOf(page) === index),
  ],
  ['a desk by night', { width: 1280, height: 900 }, 'dark', 'none', pageOfEachTemplate(pages)],
  // Once a day: what is drawn in the reader's own colours must still be told apart and named.
  [
    'a desk in forced colours',
    { width: 1280, height: 900 },
    'light',
    'active',
    looksAtEverything ? ['it', 'ar'].flatMap((lang) => pageOfEachTemplate(pages, lang)) : [],
  ],
] as const)('on %s', (_name, viewport, colorScheme, forcedColors, choice) => {
  // A page for each test under way, each in a context and so in a process of its own.
  const free: Page[] = [];
  const left: string[] = [];
  const complaints: string[] = [];

  const openPage = async (): Promise<Page> => {
    const context = await browser.newContext({ viewport, colorScheme, forcedColors, locale: 'it-IT' });
    // The policy of the page would refuse the checker's own script: Playwright adds it past the policy.
    await context.addInitScript(axeSource);
    if (forcedColors === 'active') await context.addInitScript(tellForcedColours);
    const page = await context.newPage();
    page.on('request', (request) => {
      if (!request.url().startsWith(site.origin) && !request.url().startsWith('data:'))
        left.push(request.url());
    });
    page.on('console', (message) => {
      if (message.type() === 'error') complaints.push(`${page.url()} ${message.text()}`);
    });
    page.on('pageerror', (error) => complaints.push(`${page.url()} ${error.message}`));
    return page;
  };

  afterAll(() => Promise.all(free.map((page) => page.context().close())));

  const looked = looksAtEverything && forcedColors === 'none' ? pages : choice;
  test.concurrent.each(looked.map(({ path }) => [path]))(
    '%s has no obstacle and fits the screen',
    async (path) => {
      const page = free.pop() ?? (await openPage());
      try {
        await page.goto(`${site.origin}${path}`);
        expect(await axeFindings(page)).toEqual([]);
        const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
        expect(overflow).toBeLessThanOrEqual(0);
      } finally {
        free.push(page);
      }
    },
  );

  test('nobody else was contacted, and nothing went wrong', () => {
    expect(left).toEqual([]);
    expect(complaints.filter((complaint) => !complaint.includes('404'))).toEqual([]);
  });
});

describe('without JavaScript', () => {
  test('the menu opens, a city is found, its note is read, and the language keeps the page', async () => {
    const context = await browser.newContext({
      viewport: { width: 360, height: 740 },
      javaScriptEnabled: false,
      locale: 'it-IT',
    });
    const page = await context.newPage();
    await page.goto(`${site.origin}/`);
    await page.locator('[popovertarget=menu]').click();
    await page.locator('#menu a[href="/citta/"]').click();
    await page.locator('main a[href="/citta/palermo/"]').first().click();
    await page.locator('main a[href="/note-stampa/2023-11-03-palermo/"]').first().click();
    expect(await page.locator('h1').textContent()).toContain('Palermo fra i Comuni della rete LgNet2');
    await page.locator('.languages summary').click();
    await page.locator('.languages a[lang=fr]').click();
    expect(new URL(page.url()).pathname).toBe('/fr/note-stampa/2023-11-03-palermo/');
    await context.close();
  });
});

describe('the menu of languages', () => {
  test.each([
    [320, 'phone'],
    [1280, 'desk'],
  ])('at %i pixels is the first thing after the way past it, by keyboard alone', async (width) => {
    const context = await browser.newContext({ viewport: { width, height: 700 }, locale: 'it-IT' });
    const page = await context.newPage();
    await page.goto(`${site.origin}/citta/palermo/`);
    const focused = (): Promise<string> =>
      page.evaluate(() => {
        const { tagName, lang, className } = document.activeElement as HTMLElement;
        return [tagName, lang || className].filter(Boolean).join(' ');
      });
    await page.keyboard.press('Tab');
    expect(await focused()).toBe('A skip');
    await page.keyboard.press('Tab');
    // On a desk all languages stand open, the page's own first.
    if (width < 1000) {
      expect(await focused()).toBe('SUMMARY');
      await page.keyboard.press('Enter');
      await page.keyboard.press('Tab');
    }
    for (const { code } of languages) {
      expect(await focused()).toBe(`A ${code}`);
      await page.keyboard.press('Tab');
    }
    const targets = await page.locator('.languages a').evaluateAll((links) =>
      links.map((link) => {
        const { width: wide, height } = link.getBoundingClientRect();
        return Math.min(wide, height);
      }),
    );
    expect(Math.min(...targets)).toBeGreaterThanOrEqual(44);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    await context.close();
  });
});

describe('the offer of another language', () => {
  const offered = async (locale: string, path: string): Promise<string | null> => {
    const context = await browser.newContext({ locale });
    const page = await context.newPage();
    await page.goto(`${site.origin}${path}`);
    const offer = page.locator('#language-offer p:visible');
    const lang = (await offer.count()) > 0 ? await offer.getAttribute('lang') : null;
    if (lang) {
      await offer.locator('button').click();
      await page.reload();
      expect(await page.locator('#language-offer:visible').count()).toBe(0);
    }
    await context.close();
    return lang;
  };

  test.each<[string, string, string | null]>([
    ['fr-FR', '/', 'fr'],
    ['it-IT', '/', null],
    ['fr-CA', '/fr/', null],
    ['it-IT', '/fr/citta/', 'it'],
    ['de-DE', '/', null],
    // Browsers know Dari as the Persian of Afghanistan.
    ...(languages.some(({ code }) => code === 'prs')
      ? [['fa-AF', '/', 'prs'] as [string, string, string]]
      : []),
  ])('a browser in %s on %s is offered %s', async (locale, path, expected) => {
    expect(await offered(locale, path)).toBe(expected);
  });
});
