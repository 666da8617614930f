import { describe, expect, test, vi } from 'vitest';
import { languagesOf, localise, translationState, type Entry } from '../../src/queries/entries.ts';

// Astro's own module exists in a build only; nothing here reads a collection.
vi.mock('astro:content', () => ({ getCollection: () => Promise.reject(new Error('not in a test')) }));

type City = Entry<'cities'>;
type Translation = City['translations'] extends ReadonlyMap<string, infer File> ? File : never;

const file = (data: object) => ({ data, body: undefined, filePath: 'x', rendered: {} });
const info = { by: 'machine', reviewed: 'no', source: 'now' };
const city = (translations: Record<string, object>): City =>
  ({
    id: 'torino',
    hash: 'now',
    record: file({
      name: 'Torino',
      summary: 'Una città.',
      region: 'piemonte',
      editions: [{ edition: 'lgnet2', easy: ['Una', 'Due'] }],
    }),
    translations: new Map(
      Object.entries(translations).map(([lang, data]) => [lang, file(data) as unknown as Translation]),
    ),
  }) as unknown as City;

describe('how a text comes to be in a language', () => {
  test.each([
    ['Italian is the original', {}, 'it', { kind: 'original' }],
    ['a translation that is not there', {}, 'fr', { kind: 'missing' }],
    ['one in another language only', { en: { name: 'Turin', translation: info } }, 'fr', { kind: 'missing' }],
    [
      'a machine’s, of the text of now',
      { fr: { name: 'Turin', translation: info } },
      'fr',
      { kind: 'translated', by: 'machine', reviewed: false, stale: false },
    ],
    [
      'a machine’s that a person has reviewed',
      { fr: { name: 'Turin', translation: { ...info, reviewed: 'yes' } } },
      'fr',
      { kind: 'translated', by: 'machine', reviewed: true, stale: false },
    ],
    [
      'a person’s, of an older text',
      { fr: { name: 'Turin', translation: { by: 'person', reviewed: 'yes', source: 'before' } } },
      'fr',
      { kind: 'translated', by: 'person', reviewed: true, stale: true },
    ],
    [
      'one that says no text it was made from',
      { fr: { name: 'Turin', translation: { by: 'person', reviewed: 'no', source: '0000000000000000' } } },
      'fr',
      { kind: 'translated', by: 'person', reviewed: false, stale: true },
    ],
  ])('%s', (_what, translations, lang, state) => {
    expect(translationState(city(translations), lang)).toEqual(state);
  });
});

describe('a record in a language', () => {
  const french = { fr: { name: 'Turin', translation: info } };

  test('has the texts that are translated, and the Italian of the others', () => {
    expect(localise(city(french), 'fr')).toMatchObject({
      id: 'torino',
      name: 'Turin',
      summary: 'Una città.',
      region: 'piemonte',
      contentLang: 'fr',
    });
  });

  test('is Italian where there is no translation, and says so', () => {
    expect(localise(city(french), 'es')).toMatchObject({
      name: 'Torino',
      contentLang: 'it',
      translation: { kind: 'missing' },
    });
  });

  test('is left as it was', () => {
    const entry = city(french);
    localise(entry, 'fr');
    expect(localise(entry, 'it')).toMatchObject({ name: 'Torino', contentLang: 'it' });
  });

  test('has no block about its translation among its texts', () => {
    expect(localise(city(french), 'fr').translation).toEqual(translationState(city(french), 'fr'));
  });
});

test('the languages of an entry are Italian and those of its translations', () => {
  expect(languagesOf(city({ fr: { translation: info }, ar: { translation: info } }))).toEqual([
    'it',
    'fr',
    'ar',
  ]);
});
