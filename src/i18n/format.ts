import { collation, sortKey } from '../lib/collation.ts';
import { withSeparators } from '../lib/number-separators.ts';
import { withoutAccents } from '../lib/folded.ts';
import { apartIn } from './bidi.ts';
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

/** A number as its language writes it: groups of thousands always shown, so that 1.000 is never read as a year. */
const numberIn = (lang: string, value: number, options: Intl.NumberFormatOptions = {}): string => {
  const { locale, numbers } = languageOf(lang);
  const format = cached(
    `number ${lang} ${JSON.stringify(options)}`,
    () => new Intl.NumberFormat(locale, { useGrouping: 'always', ...options }),
  );
  return withSeparators(format, value, numbers);
};

/** A number with the language's separators. */
export const formatNumber = (lang: string, value: number): string => numberIn(lang, value);

/** A number of bytes in the language's words, for example "48 kB". */
export const formatBytes = (lang: string, bytes: number): string => {
  const large = bytes >= 1_000_000;
  return numberIn(lang, large ? bytes / 1_000_000 : Math.max(1, bytes / 1000), {
    style: 'unit',
    unit: large ? 'megabyte' : 'kilobyte',
    maximumFractionDigits: large ? 1 : 0,
  });
};

/** A distance in kilometres in the language's words. */
export const formatKilometres = (lang: string, kilometres: number): string =>
  numberIn(lang, kilometres, { style: 'unit', unit: 'kilometer', maximumFractionDigits: 0 });

const listFormat = (lang: string): Intl.ListFormat =>
  cached(`list ${lang}`, () => new Intl.ListFormat(languageOf(lang).locale, { type: 'conjunction' }));

/** Items joined as the language joins them: "Palermo, Roma e Caserta". Each keeps its own direction. */
export const formatList = (lang: string, items: readonly string[]): string =>
  listFormat(lang).format(items.map((item) => apartIn(lang, item)));

/** The same list in parts, for items that are marked each on its own: `item` is its place in the list. */
export const listParts = (lang: string, count: number): ({ item: number } | { text: string })[] =>
  listFormat(lang)
    .formatToParts(Array.from({ length: count }, (_, index) => String(index)))
    .map(({ type, value }) => (type === 'element' ? { item: Number(value) } : { text: value }));

/** The CLDR plural category of a number in a language. */
export const pluralCategory = (lang: string, value: number): Intl.LDMLPluralRule =>
  cached(`plural ${lang}`, () => new Intl.PluralRules(languageOf(lang).locale)).select(value);

/** Compares two texts in a language's alphabetical order, as `Array.prototype.sort` wants. */
export const compareIn = (lang: string): ((a: string, b: string) => number) =>
  cached(`compare ${lang}`, () => collation(languageOf(lang).locale, languageOf(lang).article));

/** The letter that a text stands under in an alphabetical list; figures and signs stand together under `#`. */
export const initialIn = (lang: string, text: string): string => {
  const { locale, article } = languageOf(lang);
  const letter = [...withoutAccents(sortKey(text, article))][0] ?? '#';
  return /\p{L}/u.test(letter) ? letter.toLocaleUpperCase(locale) : '#';
};
