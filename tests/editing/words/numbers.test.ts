import { expect, test } from 'vitest';
import { numbersIn } from '../../../scripts/editing/words/numbers.ts';

const values = (text: string): number[] => numbersIn(text).map(({ value }) => value);

test.each([
  ['200 beneficiari', [200]],
  ['più di 3000 utenti', [3000]],
  ['3.000 utenti', [3000]],
  ['3,000 users', [3000]],
  ['3 000 usagers', [3000]],
  ['3\u202f000 usagers', [3000]],
  ['3\u00a0000 користувачів', [3000]],
  ['3’000 utenti', [3000]],
  ['1.234.567 euro', [1234567]],
  // Arabic, Persian, Bengali and Devanagari digits, with the separators that go with them.
  ['٣٬٠٠٠ مستفيد', [3000]],
  ['۳۰۰۰ نفر', [3000]],
  ['২০০ জন', [200]],
  ['১,০০,০০০ জন', [100000]],
  ['३,००० लोग', [3000]],
  ['3000', [3000]],
  // A year is no part of the number behind it.
  ['nel 2023 200 persone', [2023, 200]],
  ['dal 2022 al 2024', [2022, 2024]],
  ['il 4,5 per cento', [4.5]],
  ['nessuna', []],
])('%s', (text, expected) => {
  expect(values(text)).toEqual(expected);
});

// As each language of the site writes it.
test.each(['it-IT', 'en-GB', 'fr-FR', 'es-ES', 'ar-EG', 'bn-BD', 'ur-PK', 'uk-UA', 'fa-AF'])(
  'every way in which %s writes a number is read',
  (locale) => {
    for (const value of [7, 200, 3000, 12345, 1234567])
      expect(values(new Intl.NumberFormat(locale).format(value))).toEqual([value]);
  },
);
