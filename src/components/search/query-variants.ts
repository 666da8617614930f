import { arabicMarks, elision, folded, innerApostrophe } from '../../lib/folded.ts';
import type { LettersOf } from '../../lib/letters.ts';
import { editDistance } from '../../lib/edit-distance.ts';

/** Words that the same thing is looked for with: any of a group finds what its words would. */
export interface SynonymGroup {
  words: readonly string[];
  /** Words that the site itself does not use: they are looked for by the others, never the other way round. */
  aliases?: readonly string[];
  /** Whether they are forms of one word: what means the same as one of them, means the same as all. */
  forms?: boolean;
}

/** How many words that mean the same are asked for: each may cost a part of the index. */
const MOST_MEANT = 8;

/** The one that texts have, however it is typed. */
const APOSTROPHE = '’';

const unique = (words: readonly string[]): string[] => [...new Set(words.filter((word) => word.length > 0))];

/** The other ways in which a word may be written, where people take a letter at either end of it for another. */
const spellingsOf = (word: string, { spellings }: LettersOf): string[] => {
  const others = (groups: readonly (readonly string[])[] = [], letter: string): readonly string[] =>
    groups.find((group) => group.includes(letter)) ?? [letter];
  const [first = '', last = ''] = [word.slice(0, 1), word.slice(-1)];
  return unique([
    word,
    ...others(spellings?.first, first).map((letter) => `${letter}${word.slice(1)}`),
    ...(word.length > 1
      ? others(spellings?.last, last).map((letter) => `${word.slice(0, -1)}${letter}`)
      : []),
  ]);
};

/** A word without what is written onto it. */
const bareOf = (word: string, { prefixes }: LettersOf): string => {
  const before = prefixes?.without.find(
    (prefix) => word.startsWith(prefix) && word.length >= prefix.length + 2,
  );
  return before === undefined ? word : word.slice(before.length);
};

/** A word whose end may change, without its last letters: the index finds what begins with the rest. */
const beginningsOf = (word: string, { endings = 0 }: LettersOf): string[] =>
  Array.from({ length: endings }, (_, index) => word.slice(0, -1 - index)).filter(
    (beginning) => beginning.length >= SHORTEST_BEGINNING,
  );

/** With fewer letters a beginning is that of too many words. */
const SHORTEST_BEGINNING = 4;

const isLatin = (text: string): boolean => /\p{Script=Latin}/u.test(text);

/** What may be written onto a word: onto names in Latin letters, nothing of another script. */
const prefixesFor = (word: string, { prefixes }: LettersOf): readonly string[] =>
  (prefixes?.with ?? []).filter((prefix) => isLatin(prefix) === isLatin(word));

/** A word with and without what is written onto it, in other spellings, and with other endings. */
const formsOf = (word: string, letters: LettersOf): string[] => {
  const bare = bareOf(word, letters);
  const written = prefixesFor(word, letters);
  return unique([
    word,
    ...spellingsOf(bare, letters).flatMap((spelling) => [
      spelling,
      ...written.map((prefix) => `${prefix}${spelling}`),
    ]),
    ...beginningsOf(bare, letters),
  ]);
};

/** A word of one language as it stands in texts after an article that has lost its vowel. */
const elidedForms = (word: string, { elided = [] }: LettersOf): string[] =>
  /^[^\s]+$/.test(word) && /^[aeiouh]/.test(folded(word)) ? elided.map((article) => `${article}${word}`) : [];

/** A word of a group as it is compared: without what is written onto it. */
const bareFolded = (text: string, letters: LettersOf): string => {
  const article = letters.prefixes?.with[0] ?? '';
  const plain = folded(text);
  return article !== '' && plain.startsWith(article) && plain.length >= article.length + 2
    ? plain.slice(article.length)
    : plain;
};

/** A word of a group as it stands in texts: with its article too. */
const withArticle = (word: string, letters: LettersOf): string[] => {
  const [article] = prefixesFor(word, letters);
  return article !== undefined && /^\p{L}+$/u.test(word) && !word.startsWith(article)
    ? [word, `${article}${word}`]
    : [word];
};

/** What was typed in letters of another keyboard, in those of the language. */
const inOwnLetters = (text: string, { letters = {} }: LettersOf): string =>
  Object.entries(letters).reduce((word, [typed, own]) => word.replaceAll(typed, own), text);

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
 * @param letters what the page's language knows of its words
 */
export const queryVariants = (
  query: string,
  synonyms: readonly SynonymGroup[],
  letters: LettersOf = {},
): QueryVariants => {
  const typed = inOwnLetters(query.normalize('NFC'), letters)
    .replace(elision, '')
    .replace(innerApostrophe, APOSTROPHE)
    .replace(/[-‐–—_/]+/g, ' ')
    .replace(/(?<!\p{Script=Cyrillic})['’]|['’](?!\p{Script=Cyrillic})|["«»“”،؛؟۔।]/gu, ' ')
    .replace(arabicMarks, '')
    .replace(/\s+/g, ' ')
    .trim();
  const plain = folded(query);
  if (plain === '') return { first: [], otherwise: [] };
  const bare = (word: string): string => bareFolded(word, letters);
  const naming = (names: ReadonlySet<string>, groups: readonly SynonymGroup[]): SynonymGroup[] =>
    groups.filter(({ words, aliases = [] }) => [...words, ...aliases].some((word) => names.has(bare(word))));
  const forms = naming(
    new Set([bare(plain)]),
    synonyms.filter((group) => group.forms),
  ).flatMap(({ words }) => words);
  const meant = [
    ...forms,
    ...naming(
      new Set([plain, ...forms].map(bare)),
      synonyms.filter((group) => !group.forms),
    ).flatMap(({ words }) => words),
  ]
    .filter((word) => folded(word) !== plain)
    .flatMap((word) => withArticle(word, letters));
  const parts = typed.split(' ');
  const others = parts.flatMap((word, index) =>
    formsOf(word, letters).map((form) =>
      parts.map((other, place) => (place === index ? form : other)).join(' '),
    ),
  );
  const first = unique([
    typed,
    ...elidedForms(typed, letters),
    ...meant.map((word) => word.replace(elision, '').replace(/-/g, ' ')).slice(0, MOST_MEANT),
  ]);
  return {
    first,
    otherwise: unique(others)
      .filter((variant) => !first.includes(variant))
      .slice(0, 16),
  };
};

/** More words are no question of a reader's, and each would cost searches. */
const MOST_WORDS = 7;

/**
 * A query with fewer and fewer of its words, for when no page has all of them: first without one, in the end single words.
 * The longest of each step come first, because short words say least.
 */
export const fewerWords = (query: string): string[][] => {
  const words = query.trim().split(/\s+/).slice(0, MOST_WORDS);
  const steps: string[][] = [];
  let left = [words];
  while ((left[0]?.length ?? 0) > 1) {
    const shorter = new Map(
      left
        .flatMap((some) => some.map((_, without) => some.toSpliced(without, 1)))
        .map((some) => [some.join(' '), some]),
    );
    left = [...shorter.values()];
    steps.push([...shorter.keys()].sort((a, b) => b.length - a.length));
  }
  return steps;
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

/** A part of the site that comes first for those who name it. */
export interface BestBet {
  label: string;
  href: string;
  /** Other words that it is meant with. */
  words?: readonly string[];
}

/** The part of the site that a query names, with all words of its label, one of them, or what else it is called. */
export const bestBet = <Bet extends Pick<BestBet, 'label' | 'words'>>(
  query: string,
  bets: readonly Bet[],
): Bet | undefined => {
  const plain = folded(query);
  const wanted = plain.split(' ').filter(Boolean);
  return wanted.length === 0
    ? undefined
    : bets.find(({ label, words = [] }) => {
        const named = folded(label).split(' ');
        return words.some((word) => folded(word) === plain) || wanted.every((word) => named.includes(word));
      });
};
