import { HtmlValidate } from 'html-validate';
import { describe, expect, test } from 'vitest';
import { languages } from '../../src/i18n/languages.ts';
import { files, pageAt, pages } from './built-site.ts';

const validator = new HtmlValidate({
  extends: ['html-validate:standard'],
  rules: {
    // Astro's own way of writing HTML, which is valid: void elements and attributes without quotes or values.
    'void-style': 'off',
    'no-trailing-whitespace': 'off',
    'attribute-boolean-style': 'off',
    'attribute-empty-style': 'off',
    'doctype-style': 'off',
    // A list without marks loses its role in Safari: it is given back on purpose.
    'no-redundant-role': 'off',
    'prefer-native-element': 'off',
    // Titles of notes are published word for word.
    'long-title': 'off',
    // The navigation is told apart by its name.
    'no-inline-style': 'error',
  },
});

const own = pages.filter(({ path }) => path !== '/404.html');

describe.each(pages.map((page) => [page.path, page] as const))('%s', (path, { html, $ }) => {
  test('is valid HTML', async () => {
    const report = await validator.validateString(html, path);
    expect(
      report.results.flatMap(({ messages }) =>
        messages.map(({ ruleId, message, line }) => `${line} ${ruleId}: ${message}`),
      ),
    ).toEqual([]);
  });

  test('has one main heading, a title and a description that make sense in a search result', () => {
    expect($('h1')).toHaveLength(1);
    expect($('h1').text().trim()).not.toBe('');
    expect($('title').text().length).toBeGreaterThan(5);
    const description = $('meta[name=description]').attr('content') ?? '';
    expect(description.length).toBeGreaterThan(30);
    expect(description.length).toBeLessThan(330);
  });

  test('is in the language and the direction of its address', () => {
    const prefix = languages.find(({ code }) => path.startsWith(`/${code}/`));
    const language = prefix ?? languages[0];
    expect($('html').attr('lang')).toBe(language?.code);
    expect($('html').attr('dir')).toBe(language?.dir);
  });

  test('states the funding beside the emblem, and links what the law wants in the footer', () => {
    expect($('footer .funding').text()).toMatch(/FAMI|Asil|Asylum|اللجوء|আশ্রয়|پناہ|притулку|پناهندگی/i);
    expect($('footer .funding svg[role=img]').attr('aria-label')).toBeTruthy();
    expect($('footer [data-element=accessibility-link]')).toHaveLength(1);
    expect($('footer [data-element=privacy-policy-link]')).toHaveLength(1);
  });

  test('has a content security policy without a way in', () => {
    const policy = $('meta[http-equiv=content-security-policy]').attr('content') ?? '';
    expect(policy).toContain("default-src 'self'");
    expect(policy).not.toContain('unsafe-inline');
    // The search page compiles its index reader (WebAssembly), which is no way in for script.
    const mayCompile = /\/cerca\/$/.test(path);
    expect(policy.includes("'wasm-unsafe-eval'")).toBe(mayCompile);
    expect(policy.replace("'wasm-unsafe-eval'", '')).not.toContain('unsafe-eval');
    expect($('[style]')).toHaveLength(0);
  });
});

test('none is the style guide, which is for whoever works on the site', () => {
  expect(files().filter((file) => file.includes('/stile/'))).toEqual([]);
});

test('no two pages of a language have the same title', () => {
  const titles = own.map(({ $ }) => `${$('html').attr('lang')} ${$('title').text()}`);
  expect(titles.filter((title, index) => titles.indexOf(title) !== index)).toEqual([]);
});

test('every page stands in every language', () => {
  const paths = new Set(pages.map(({ path }) => path));
  const missing = own
    .filter(({ path }) => !languages.some(({ code }) => path.startsWith(`/${code}/`)))
    .flatMap(({ path }) => languages.slice(1).map(({ code }) => `/${code}${path}`))
    .filter((path) => !paths.has(path));
  expect(missing).toEqual([]);
});

describe('the story of a city', () => {
  const { $ } = pageAt('/citta/palermo/');
  test('has the activities of its note, its figure, its quote and its partners', () => {
    const text = $('main').text().replace(/\s+/g, ' ');
    for (const words of [
      'Safe Space',
      'Centro Penc',
      'Centro Accura',
      'Antonella Tirrito',
      '200',
      'sartoria',
    ]) {
      expect(text.toLowerCase()).toContain(words.toLowerCase());
    }
  });

  test('a number leads to the sentence that states it', () => {
    const href = $('.figures a').first().attr('href') ?? '';
    const [path, fragment] = href.split('#') as [string, string];
    expect(pageAt(path).$(`#${fragment}`).text()).toContain('200 beneficiari');
  });

  test('a city without a note says so and leads on', () => {
    const agrigento = pageAt('/citta/agrigento/').$;
    expect(agrigento('main').text()).toContain('non abbiamo il testo di una nota stampa');
    expect(agrigento('main .callout a').length).toBeGreaterThanOrEqual(2);
    expect(agrigento('.help-offer a').attr('href')).toBe('/aiuto/');
  });
});
