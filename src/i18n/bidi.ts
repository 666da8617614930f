import { languageOf } from './languages.ts';

/** First strong isolate, left-to-right isolate and their end (Unicode Bidirectional Algorithm, UAX #9). */
const [FSI, LRI, PDI] = ['\u2068', '\u2066', '\u2069'];

/** What already stands apart, and the placeholders of a string, which are filled later. */
const apart = /([\u2066-\u2068][^\u2066-\u2069]*\u2069|\{\w+\})/u;

/**
 * Words in Latin letters that stand together, with the figures and signs between them, and the full stop of an
 * abbreviation: "LgNet2", "one stop shop", "A.R.C.S.C.", "FAMI 2014-2020".
 */
const latinWords =
  /(?:\p{N}+[-./]?)*\p{Script=Latin}(?:[\p{Script=Latin}\p{M}\p{N}'’&@#+/_-]|\.(?=[\p{Script=Latin}\p{N}])|(?<=\.\p{Script=Latin})\.|[ \u00a0](?=[\p{Script=Latin}\p{N}&]))*/gu;

/** Years and other figures joined by a dash: in Arabic text the second one would be read first. */
const joinedFigures = /\p{N}+(?:[-–/]\p{N}+)+/gu;

const isolate = (text: string): string => {
  const names = text.replace(latinWords, (words) => `${LRI}${words}${PDI}`);
  return names
    .split(apart)
    .map((part, index) =>
      index % 2 === 1 ? part : part.replace(joinedFigures, (figures) => `${LRI}${figures}${PDI}`),
    )
    .join('');
};

/**
 * A text in which names of the other direction keep their own order, and their neighbours theirs. It is done once, where
 * texts come in, so that pages, documents, pictures and data all show the same.
 * @param lang language of the text; where it runs from left to right nothing changes
 */
export const isolated = (lang: string, text: string): string =>
  languageOf(lang).dir === 'ltr'
    ? text
    : text
        .split(apart)
        .map((part, index) => (index % 2 === 1 ? part : isolate(part)))
        .join('');

/** A name, or another text of unknown direction, set apart from what it is put into. */
export const apartIn = (lang: string, text: string): string =>
  languageOf(lang).dir === 'ltr' || !/[\p{Script=Latin}\p{N}]/u.test(text) || isApart(text)
    ? text
    : `${FSI}${text}${PDI}`;

/** Whether a text already has its names set apart. */
const isApart = (text: string): boolean => text.includes(PDI);

/** All texts of a value, names set apart: for records and bodies. */
export const isolatedTexts = <Value>(lang: string, value: Value): Value => {
  if (languageOf(lang).dir === 'ltr') return value;
  const inside = (part: unknown, key: string): unknown => {
    if (typeof part === 'string') return verbatim.has(key) ? part : isolated(lang, part);
    if (Array.isArray(part)) return part.map((item) => inside(item, key));
    if (typeof part !== 'object' || part === null || part instanceof Date) return part;
    return Object.fromEntries(Object.entries(part).map(([name, inner]) => [name, inside(inner, name)]));
  };
  return inside(value, '') as Value;
};

/** What is not read as words. */
const verbatim = new Set(['url', 'id', 'type', 'kind', 'file', 'address', 'slug', 'email', 'source']);

/** A text without the marks of direction: for data, addresses and comparisons. */
export const withoutMarks = (text: string): string => text.replace(/[\u2066-\u2069]/gu, '');

/** All texts of a value, without the marks of direction: whoever reads data sets names apart by rules of their own. */
export const withoutMarksIn = <Value>(value: Value): Value => {
  const bare = (part: unknown): unknown => {
    if (typeof part === 'string') return withoutMarks(part);
    if (Array.isArray(part)) return part.map(bare);
    return typeof part === 'object' && part !== null
      ? Object.fromEntries(Object.entries(part).map(([key, inner]) => [key, bare(inner)]))
      : part;
  };
  return bare(value) as Value;
};
