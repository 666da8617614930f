import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { languages, sourceLanguage } from '../../src/i18n/languages.ts';
import { pages } from './built-site.ts';

type Strings = Record<string, string | Record<string, string>>;
const stringsOf = (code: string): Strings =>
  JSON.parse(readFileSync(`content/ui/${code}.json`, 'utf8')) as Strings;
const plain = (strings: Strings): string[] =>
  Object.values(strings)
    .flatMap((value) => (typeof value === 'string' ? [value] : Object.values(value)))
    .filter((text) => !text.includes('{') && text.length > 3);

const others = languages.filter(({ code }) => code !== sourceLanguage.code);

/** Every text and every label of a page that claims to be in the page's language. */
const wordsOf = ({ $ }: (typeof pages)[number], code: string): string[] => {
  const said: string[] = [];
  $('body *')
    .not('script, style')
    .each((_, element) => {
      const lang = $(element).closest('[lang]').attr('lang');
      if (lang !== code) return;
      for (const child of element.childNodes) if ('data' in child) said.push(child.data.trim());
      for (const name of ['aria-label', 'title', 'alt', 'placeholder', 'label'])
        said.push($(element).attr(name) ?? '');
    });
  return said.filter(Boolean);
};

describe.each(others.map(({ code }) => [code] as const))('the pages in %s', (code) => {
  const own = pages.filter(({ path }) => path.startsWith(`/${code}/`));
  const translated = new Set(plain(stringsOf(code)));
  const italian = new Set(plain(stringsOf(sourceLanguage.code)).filter((text) => !translated.has(text)));

  test('are as many as the Italian ones', () => {
    const source = pages.filter(({ path }) => !others.some((other) => path.startsWith(`/${other.code}/`)));
    expect(own).toHaveLength(source.length);
  });

  test('show no Italian interface word', () => {
    expect(italian.size).toBeGreaterThan(150);
    const wrong = own.flatMap((page) =>
      wordsOf(page, code)
        .filter((text) => italian.has(text))
        .map((text) => `${page.path}: ${text}`),
    );
    expect(wrong).toEqual([]);
  });

  test('say that they are courtesy translations, made by a machine, and lead to the Italian text', () => {
    const notice = (stringsOf(code)['translation.machine'] as string).trim();
    const note = own.find(({ path }) => path.endsWith('/note-stampa/2023-11-03-palermo/'));
    expect(note?.$('.notice').text()).toContain(notice);
    expect(note?.$('.notice a[href="/note-stampa/2023-11-03-palermo/"]').length).toBeGreaterThan(0);
  });

  test('begin the story of a city with plain words, marked as such', () => {
    const city = own.find(({ path }) => path.endsWith('/citta/palermo/'));
    const strings = stringsOf(code);
    const easy = city?.$('[aria-labelledby=easy-title]');
    expect(easy?.text()).toContain(strings['easy.title']);
    expect(easy?.text()).toContain(strings['easy.note']);
    const firstHeading = city?.$('main h2').first().text().trim();
    expect(firstHeading).toBe(strings['easy.title']);
  });

  test('keep Latin names in their own order inside a text that runs from right to left', () => {
    const isRtl = languages.find((language) => language.code === code)?.dir === 'rtl';
    const texts = own.flatMap((page) => wordsOf(page, code));
    const isolates = texts.filter((text) => text.includes('\u2068'));
    if (isRtl) {
      expect(isolates.length).toBeGreaterThan(0);
      expect(
        isolates.filter((text) => text.split(/[\u2066-\u2068]/).length !== text.split('\u2069').length),
      ).toEqual([]);
    } else expect(isolates).toEqual([]);
  });
});
