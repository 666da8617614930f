import { describe, expect, test } from 'vitest';
import {
  compareIn,
  formatBytes,
  formatDate,
  formatKilometres,
  formatList,
  formatNumber,
  pluralCategory,
} from '../../src/i18n/format.ts';

/** Blanks of every kind are one: which of them a language puts before a unit is not ours to say. */
const plain = (text: string): string => text.replace(/\s/g, ' ');

describe('a date', () => {
  test.each([
    ['it', '2023-11-03', '3 novembre 2023'],
    ['en', '2023-11-03', '3 November 2023'],
    ['fr', '2023-11-03', '3 novembre 2023'],
    ['es', '2023-11-03', '3 de noviembre de 2023'],
    ['ar', '2023-11-03', '3 نوفمبر 2023'],
    ['it', '2022-04', 'aprile 2022'],
    ['en', '2021', '2021'],
    // The first and the last hour of a day are still that day, wherever the site is built.
    ['it', '2023-12-31T23:59:59Z', '31 dicembre 2023'],
    ['it', '2024-01-01T00:00:00Z', '1 gennaio 2024'],
  ])('in %s: %s is %s', (lang, date, words) => {
    expect(formatDate(lang, date)).toBe(words);
  });
});

describe('a number', () => {
  test.each([
    ['it', 31417, '31.417'],
    ['en', 31417, '31,417'],
    ['fr', 31417, '31 417'],
    ['es', 31417, '31.417'],
    ['ar', 31417, '31,417'],
    ['it', 200, '200'],
  ])('in %s: %i is %s', (lang, value, words) => {
    expect(plain(formatNumber(lang, value))).toBe(words);
  });
});

describe('the size of a file', () => {
  test.each([
    ['it', 0, '1 kB'],
    ['it', 48_200, '48 kB'],
    ['it', 999_999, '1000 kB'],
    ['it', 1_000_000, '1 MB'],
    ['it', 1_250_000, '1,3 MB'],
    ['en', 1_250_000, '1.3 MB'],
  ])('in %s: %i bytes are %s', (lang, bytes, words) => {
    expect(plain(formatBytes(lang, bytes))).toBe(words);
  });
});

test.each([
  ['it', 132.4, '132 km'],
  ['en', 1320, '1,320 km'],
])('in %s a distance of %f km is %s', (lang, distance, words) => {
  expect(plain(formatKilometres(lang, distance))).toBe(words);
});

test.each([
  ['it', ['Palermo'], 'Palermo'],
  ['it', ['Palermo', 'Roma', 'Caserta'], 'Palermo, Roma e Caserta'],
  ['en', ['Palermo', 'Rome', 'Caserta'], 'Palermo, Rome and Caserta'],
  ['es', ['Palermo', 'Imola'], 'Palermo e Imola'],
])('in %s a list of %j is "%s"', (lang, items, words) => {
  expect(formatList(lang, items)).toBe(words);
});

test.each([
  ['it', 1, 'one'],
  ['it', 16, 'other'],
  ['fr', 0, 'one'],
  ['ar', 0, 'zero'],
  ['ar', 2, 'two'],
  ['ar', 3, 'few'],
  ['ar', 16, 'many'],
])('in %s %i takes the form "%s"', (lang, value, form) => {
  expect(pluralCategory(lang, value)).toBe(form);
});

test('names stand in the order of the language, accents and capitals apart', () => {
  expect(['Forlì', 'àncona', 'Bari', 'forlimpopoli'].sort(compareIn('it'))).toEqual([
    'àncona',
    'Bari',
    'Forlì',
    'forlimpopoli',
  ]);
});

test('a language that the site does not have is an error', () => {
  expect(() => formatDate('xx', '2023-11-03')).toThrow(RangeError);
});
