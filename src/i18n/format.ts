import { languageOf } from './languages.ts';

const cache = new Map<string, unknown>();
const cached = <Format>(key: string, make: () => Format): Format => {
  if (!cache.has(key)) cache.set(key, make());
  return cache.get(key) as Format;
};

/**
 * A date in words, as exact as it is given: a day (`2023-11-03`), a month (`2022-04`) or a year (`2021`).
 * Days have no hour, so they are read and written in UTC and never shift.
 */
export const formatDate = (lang: string, date: string): string => {
  const parts = date.slice(0, 10).split('-').length;
  const options: Intl.DateTimeFormatOptions =
    parts === 3
      ? { day: 'numeric', month: 'long', year: 'numeric' }
      : parts === 2
        ? { month: 'long', year: 'numeric' }
        : { year: 'numeric' };
  const format = cached(
    `date ${lang} ${parts}`,
    () => new Intl.DateTimeFormat(languageOf(lang).locale, { ...options, timeZone: 'UTC' }),
  );
  const padded = parts === 3 ? date.slice(0, 10) : parts === 2 ? `${date}-01` : `${date}-01-01`;
  return format.format(new Date(`${padded}T00:00:00Z`));
};

/** A number with the language's separators. */
export const formatNumber = (lang: string, value: number): string =>
  cached(`number ${lang}`, () => new Intl.NumberFormat(languageOf(lang).locale)).format(value);

/** A number of bytes in the language's words, for example "48 kB". */
export const formatBytes = (lang: string, bytes: number): string => {
  const large = bytes >= 1_000_000;
  const format = cached(
    `bytes ${lang} ${large}`,
    () =>
      new Intl.NumberFormat(languageOf(lang).locale, {
        style: 'unit',
        unit: large ? 'megabyte' : 'kilobyte',
        maximumFractionDigits: large ? 1 : 0,
      }),
  );
  return format.format(large ? bytes / 1_000_000 : Math.max(1, bytes / 1000));
};

/** A distance in kilometres in the language's words. */
export const formatKilometres = (lang: string, kilometres: number): string =>
  cached(
    `km ${lang}`,
    () =>
      new Intl.NumberFormat(languageOf(lang).locale, {
        style: 'unit',
        unit: 'kilometer',
        maximumFractionDigits: 0,
      }),
  ).format(kilometres);

/** Items joined as the language joins them: "Palermo, Roma e Caserta". */
export const formatList = (lang: string, items: readonly string[]): string =>
  cached(`list ${lang}`, () => new Intl.ListFormat(languageOf(lang).locale, { type: 'conjunction' })).format(
    items,
  );

/** The CLDR plural category of a number in a language. */
export const pluralCategory = (lang: string, value: number): Intl.LDMLPluralRule =>
  cached(`plural ${lang}`, () => new Intl.PluralRules(languageOf(lang).locale)).select(value);

/** Compares two texts in a language's alphabetical order, as `Array.prototype.sort` wants. */
export const compareIn = (lang: string): ((a: string, b: string) => number) =>
  cached(`collator ${lang}`, () => new Intl.Collator(languageOf(lang).locale)).compare;
