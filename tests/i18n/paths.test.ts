import { expect, test } from 'vitest';
import { languages } from '../../src/i18n/languages.ts';
import { langOfParam, langParam, languagePaths, pathIn } from '../../src/i18n/paths.ts';

test.each([
  ['it', '/', '/'],
  ['it', '/citta/palermo/', '/citta/palermo/'],
  ['en', '/', '/en/'],
  ['ar', '/citta/palermo/', '/ar/citta/palermo/'],
  ['fr', '/note-stampa/feed.xml', '/fr/note-stampa/feed.xml'],
])('in %s the page %s is at %s', (lang, path, address) => {
  expect(pathIn(lang, path)).toBe(address);
});

test.each(languages.map(({ code }) => [code]))('%s comes back from its route parameter', (code) => {
  expect(langOfParam(langParam(code))).toBe(code);
});

test('only the authoritative language has no prefix', () => {
  expect(languages.filter(({ code }) => langParam(code) === undefined).map(({ code }) => code)).toEqual([
    'it',
  ]);
});

test('a route has one path a language', () => {
  expect(languagePaths().map(({ params }) => params.lang)).toEqual([
    undefined,
    ...languages.slice(1).map(({ code }) => code),
  ]);
});
