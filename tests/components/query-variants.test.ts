import { describe, expect, test } from 'vitest';
import {
  bestBet,
  didYouMean,
  fewerWords,
  queryVariants,
} from '../../src/components/search/query-variants.ts';
import { languageOf } from '../../src/i18n/languages.ts';
import { folded } from '../../src/lib/folded.ts';

describe('a text as it is compared', () => {
  test.each([
    ['L’inclusione', 'inclusione'],
    ["dell'accoglienza", 'accoglienza'],
    ["d'insertion", 'insertion'],
    ['One-Stop-Shop', 'one stop shop'],
    ['Città', 'citta'],
    ['  «Safe   Space» ', 'safe space'],
    ['وَحَدات متنقّلة', 'وحدات متنقله'],
    ['الإدماج', 'الادماج'],
    ['D’Alberto', 'alberto'],
    ['п’ять', 'пять'],
    ["п'ять", 'пять'],
    ['Україна', 'україна'],
    ['যুবক‌', 'যুবক'],
    ['کلینک، خانہ۔', 'كلينك خانه'],
    ['خانه‌ها', 'خانهها'],
  ])('%s', (text, plain) => {
    expect(folded(text)).toBe(plain);
  });
});

describe('the ways in which a query is asked', () => {
  const synonyms = [{ words: ['housing', 'casa', 'alloggio'] }, { words: ['Palerme'], aliases: ['Palermo'] }];

  test.each([
    ['l’inclusione', ['inclusione']],
    ['one-stop-shop', ['one stop shop']],
    ['casa', ['casa', 'housing', 'alloggio']],
    ['CASA', ['CASA', 'housing', 'alloggio']],
    ['Palermo', ['Palermo', 'Palerme']],
    ['Palerme', ['Palerme']],
    ['', []],
    ['…', ['…']],
  ])('“%s”', (query, variants) => {
    expect(queryVariants(query, synonyms)).toEqual({ first: variants, otherwise: [] });
  });

  test('an Arabic word is asked with and without its article, and as it may be spelt', () => {
    const arabic = languageOf('ar').search;
    const { first, otherwise } = queryVariants('الادماج', [], arabic);
    expect(first).toEqual(['الادماج']);
    expect(otherwise).toEqual(expect.arrayContaining(['ادماج', 'الإدماج', 'إدماج']));
    expect(queryVariants('سكن', [], arabic).otherwise).toContain('السكن');
    expect(queryVariants('وحدات متنقله', [], arabic).otherwise).toContain('وحدات متنقلة');
  });
});

test.each([
  ['fr', 'école', ['école', 'l’école', 'd’école']],
  ['fr', 'hébergeur', ['hébergeur', 'l’hébergeur', 'd’hébergeur']],
  ['fr', 'logement', ['logement']],
  ['es', 'escuela', ['escuela']],
])('in %s “%s” is found behind an elided article', (locale, query, first) => {
  expect(queryVariants(query, [], languageOf(locale).search).first).toEqual(first);
});

test('what means the same as one form of a word means the same as all of them', () => {
  const groups = [{ words: ['квартира', 'квартиру'], forms: true }, { words: ['житло', 'квартира'] }];
  expect(queryVariants('квартиру', groups).first).toEqual(['квартиру', 'квартира', 'житло']);
  expect(queryVariants('житло', groups).first).toEqual(['житло', 'квартира']);
});

test.each([
  ['other keyboards', { letters: { ك: 'ک', ي: 'ی' } }, 'كرايه', ['کرایه'], []],
  ['endings that change', { endings: 2 }, 'Казерту', ['Казерту'], ['Казерт', 'Казер']],
  ['an apostrophe, however it is typed', {}, "сім'я", ['сім’я'], []],
  ['a full stop of another script', {}, 'شہر۔', ['شہر'], []],
] as const)('%s', (_, letters, query, first, otherwise) => {
  expect(queryVariants(query, [], letters)).toEqual({ first, otherwise });
});

test.each(['مدرسة', 'المدرسة', 'مدارس', 'المدارس'])('“%s” finds the singular and the plural', (query) => {
  const { first } = queryVariants(query, [{ words: ['مدرسة', 'مدارس'] }], languageOf('ar').search);
  expect(first).toContain(query);
  expect(first.some((word) => word.endsWith('مدرسة'))).toBe(true);
  expect(first.some((word) => word.endsWith('مدارس'))).toBe(true);
});

test.each([
  ['plaermo', 'Palermo'],
  ['perugja', 'Perugia'],
  ['hosing', 'housing'],
  ['xyzzyqwv', undefined],
  ['Roma', undefined],
])('somebody who typed “%s” may have meant %s', (typed, meant) => {
  expect(didYouMean(typed, ['Palermo', 'Perugia', 'Roma', 'housing'])).toBe(meant);
});

test.each([
  ['mappa', 'Mappa'],
  ['note', 'Note stampa'],
  ['Note stampa', 'Note stampa'],
  ['citta', 'Città'],
  ['note di roma', undefined],
  ['', undefined],
])('the part of the site that “%s” names is %s', (typed, label) => {
  const bets = ['Città', 'Mappa', 'Note stampa'].map((name) => ({ label: name }));
  expect(bestBet(typed, bets)?.label).toBe(label);
});

describe('a query with fewer of its words', () => {
  test('loses one after the other, the shortest first', () => {
    expect(fewerWords('corso di sartoria')).toEqual([
      ['corso sartoria', 'di sartoria', 'corso di'],
      ['sartoria', 'corso', 'di'],
    ]);
  });

  test.each([[''], ['casa'], ['  casa ']])('“%s” has none to lose', (query) => {
    expect(fewerWords(query)).toEqual([]);
  });

  test('is never asked in more than a hundred and thirty ways', () => {
    const many = Array.from({ length: 40 }, (_, index) => `parola${index}`).join(' ');
    expect(fewerWords(many).flat().length).toBeLessThan(130);
  });
});
