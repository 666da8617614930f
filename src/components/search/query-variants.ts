import { editDistance } from '../../lib/edit-distance.ts';

/** Words that the same thing is looked for with: any of a group finds what its words would. */
export interface SynonymGroup {
  words: readonly string[];
  /** Words that the site itself does not use: they are looked for by the others, never the other way round. */
  aliases?: readonly string[];
}

/** Articles and prepositions that lose their vowel before the next word: l’inclusione, d’insertion, qu’un. */
const elision =
  /(?<!\p{L})(?:\p{L}{1,2}|dell|nell|dall|all|sull|coll|quell|quest|sant|bell|qu|jusqu|lorsqu)['’ʼ](?=\p{L})/giu;

/** Arabic vowel signs and the stretching letter, which few people type. */
const arabicMarks = /[\u064B-\u065F\u0670\u0640]/g;

/** Letters that are written in more than one way: hamza on alif, final ya and ta marbuta. */
const arabicLetters: readonly [RegExp, string][] = [
  [/[أإآٱ]/g, 'ا'],
  [/ى/g, 'ي'],
  [/ة/g, 'ه'],
];

/** A text as it is compared: lower case, without accents, elisions, hyphens and Arabic marks. */
export const folded = (text: string): string => {
  const plain = text
    .toLocaleLowerCase()
    .replace(elision, '')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(arabicMarks, '')
    .replace(/[-‐–—_/.,;:!?"«»“”()'’]+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  return arabicLetters.reduce((word, [letters, one]) => word.replace(letters, one), plain);
};

const unique = (words: readonly string[]): string[] => [...new Set(words.filter((word) => word.length > 0))];

/** The other ways in which an Arabic word may be written: hamza on the first alif, and the last letter. */
const arabicSpellings = (word: string): string[] => {
  const starts = /^[اأإآ]/.test(word) ? ['ا', 'أ', 'إ'].map((alif) => `${alif}${word.slice(1)}`) : [word];
  const endings: Readonly<Record<string, string>> = { ه: 'ة', ة: 'ه', ي: 'ى', ى: 'ي' };
  const last = endings[word.slice(-1)];
  return unique([word, ...starts, ...(last === undefined ? [] : [`${word.slice(0, -1)}${last}`])]);
};

/** An Arabic word with and without what is written onto it: the article, and "and", "by", "for" before it. */
const arabicForms = (word: string): string[] => {
  if (!/^\p{Script=Arabic}+$/u.test(word)) return [word];
  const bare = word.replace(/^(?:وال|بال|كال|فال|لل|ال)(?=..)/, '');
  return unique([
    word,
    ...arabicSpellings(bare).flatMap((spelling) => [spelling, `ال${spelling}`, `لل${spelling}`]),
  ]);
};

/** The ways in which a query is asked of the index. */
export interface QueryVariants {
  /** As it was typed, and with the words that mean the same. */
  first: string[];
  /** In other spellings: only where the first ones find little, because each may cost a part of the index. */
  otherwise: string[];
}

/**
 * The ways in which a query is asked of the index, the way it was typed first.
 * @param query what the reader typed
 * @param synonyms groups of words of the page's language
 */
export const queryVariants = (query: string, synonyms: readonly SynonymGroup[]): QueryVariants => {
  const typed = query
    .replace(elision, '')
    .replace(/[-‐–—_/]+/g, ' ')
    .replace(/['’"«»“”]+/g, ' ')
    .replace(arabicMarks, '')
    .replace(/\s+/g, ' ')
    .trim();
  const plain = folded(query);
  if (plain === '') return { first: [], otherwise: [] };
  const meant = synonyms
    .filter(({ words, aliases = [] }) => [...words, ...aliases].some((word) => folded(word) === plain))
    .flatMap(({ words }) => words.filter((word) => folded(word) !== plain));
  const parts = typed.split(' ');
  const arabic = parts.flatMap((word, index) =>
    arabicForms(word).map((form) => parts.map((other, place) => (place === index ? form : other)).join(' ')),
  );
  const first = unique([
    typed,
    ...meant.map((word) => word.replace(elision, '').replace(/-/g, ' ')).slice(0, 8),
  ]);
  return {
    first,
    otherwise: unique(arabic)
      .filter((variant) => !first.includes(variant))
      .slice(0, 16),
  };
};

/** The word of a list that somebody who found nothing most likely meant; nothing when none is near. */
export const didYouMean = (query: string, words: readonly string[]): string | undefined => {
  const wanted = folded(query);
  const [best] = words
    .map((word) => ({ word, far: editDistance(wanted, folded(word)) }))
    .filter(({ far }) => far > 0 && far <= Math.max(1, Math.floor(wanted.length / 3)))
    .sort((a, b) => a.far - b.far);
  return best?.word;
};

/** The part of the site that a query names, with all its words or one of them: "note" for "Note stampa". */
export const bestBet = <Bet extends { label: string }>(
  query: string,
  bets: readonly Bet[],
): Bet | undefined => {
  const wanted = folded(query).split(' ').filter(Boolean);
  return wanted.length === 0
    ? undefined
    : bets.find(({ label }) => {
        const words = folded(label).split(' ');
        return wanted.every((word) => words.includes(word));
      });
};
