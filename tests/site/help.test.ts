import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { languages } from '../../src/i18n/languages.ts';
import { browserAtSite } from './browser-at-site.ts';
import { builtDir, files, pageAt, pages } from './built-site.ts';
import { looksAtEverything } from './depth.ts';

const { browser, site } = await browserAtSite();

const prefix = (lang: string): string => (lang === 'it' ? '' : `/${lang}`);
const codes = languages.map(({ code }) => [code] as const);

/** Numbers that are old or were never confirmed for this use. */
const neverPublished = [
  /803\s?001/,
  /800\s?309\s?309/,
  /800\s?72\s?20\s?71/,
  /wa\.me\/39351/,
  /(?:wa\.me|t\.me)[^"]*290/,
];

/** Languages whose help has room on one side of a sheet. Longer words and taller lines need both. */
const onOneSide = new Set(['it', 'en', 'fr', 'es', 'ar']);

describe.each(codes)('help in %s', (lang) => {
  const path = `${prefix(lang)}/aiuto/`;

  test('comes in the order of need, with numbers to touch, sources and dates', () => {
    const { $ } = pageAt(path);
    const order = $('.help h2')
      .toArray()
      .map((head) => $(head).attr('id'));
    expect(order).toEqual([
      'emergency',
      'violence',
      'trafficking',
      'children',
      'asylum',
      'work',
      'discrimination',
      'health',
      'citta',
      'find',
    ]);
    for (const number of ['112', '1522', '800290290', '114', '800905570', '800939000', '800901010'])
      expect($(`a[href="tel:${number}"]`), number).toHaveLength(1);
    const entries = $('.help-entry').toArray();
    expect(entries.length).toBeGreaterThan(20);
    for (const entry of entries) {
      expect($(entry).find('.help-source a[href^="http"]').length).toBe(1);
      expect($(entry).find('.help-source span').text()).toMatch(/\d/);
    }
    expect($('#salute-stp a[href^="tel:"]')).toHaveLength(0);
  });

  test('is its own page only: no script, no way out on any other', () => {
    const { $ } = pageAt(path);
    expect($('.help-exit a').attr('rel')).toContain('noreferrer');
    expect($('main script')).toHaveLength(0);
    expect(
      pages
        .filter((page) => page.$('.help-exit').length > 0)
        .map((page) => page.path)
        .sort(),
    ).toEqual(codes.map(([code]) => `${prefix(code)}/aiuto/`).sort());
  });

  test('is one tap away on a phone, without JavaScript', async () => {
    const context = await browser.newContext({
      javaScriptEnabled: false,
      viewport: { width: 320, height: 640 },
    });
    const page = await context.newPage();
    await page.goto(`${site.origin}${prefix(lang)}/citta/genova/`);
    const link = page.locator('header a.help-link');
    expect(await link.isVisible()).toBe(true);
    await link.click();
    await page.waitForURL((url) => url.pathname === path);
    expect(await page.locator('a[href="tel:112"]').isVisible()).toBe(true);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
    await context.close();
  });

  test('prints on one sheet', async () => {
    const page = await browser.newPage();
    await page.goto(`${site.origin}${path}`);
    const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
    const sides = onOneSide.has(lang) ? 1 : 2;
    expect(pdf.match(/\/Type\s*\/Page\b(?!s)/g)?.length).toBeLessThanOrEqual(sides);
    await page.close();
  });
});

test('every page leads to help, and every city does so before its story', () => {
  const without = pages.filter(({ $ }) => $('header a.help-link').length !== 1 && $('header').length > 0);
  expect(without.map(({ path }) => path)).toEqual([]);
  const cities = pages.filter(({ path }) => /\/citta\/[^/]+\/$/.test(path));
  expect(cities.length).toBeGreaterThan(100);
  for (const { path, html } of cities)
    expect(html.indexOf('class="help-offer'), path).toBeLessThan(html.indexOf('<h1'));
});

test('a city without help of its own leads to the national numbers, never to another city', () => {
  const { $ } = pageAt('/citta/aosta/');
  expect(
    $('.help-offer a')
      .toArray()
      .map((link) => $(link).attr('href')),
  ).toEqual(['/aiuto/']);
});

test('what must not be published is nowhere', () => {
  const texts = files().filter(
    (path) => /\.(html|json|txt|csv|xml|md)$/.test(path) && !path.startsWith('/admin/'),
  );
  const found = texts.flatMap((path) => {
    const text = readFileSync(join(builtDir, path), 'utf8');
    return neverPublished
      .filter((pattern) => pattern.test(text))
      .map((pattern) => `${path}: ${pattern.source}`);
  });
  expect(found).toEqual([]);
});

const searched: Record<string, readonly string[]> = {
  it: ['aiuto', 'violenza', 'casa', 'medico', 'avvocato', 'documenti'],
  en: ['help', 'violence', 'home', 'doctor', 'lawyer', 'documents'],
  fr: ['aide', 'violence', 'maison', 'médecin', 'avocat', 'papiers'],
  es: ['ayuda', 'violencia', 'casa', 'médico', 'abogado', 'documentos'],
  ar: ['مساعدة', 'عنف', 'بيت', 'طبيب', 'محامي', 'أوراق'],
};

const asked = Object.entries(searched).filter(([lang]) => looksAtEverything || ['it', 'ar'].includes(lang));

test.each(asked.flatMap(([lang, words]) => words.map((word) => [lang, word] as const)))(
  'in %s “%s” finds help first',
  async (lang, word) => {
    const page = await browser.newPage();
    await page.goto(`${site.origin}${prefix(lang)}/cerca/?q=${encodeURIComponent(word)}`);
    const first = page.locator('.search-results h2 a').first();
    await first.waitFor();
    expect(new URL(await first.evaluate((link: HTMLAnchorElement) => link.href)).pathname).toBe(
      `${prefix(lang)}/aiuto/`,
    );
    await page.close();
  },
);
