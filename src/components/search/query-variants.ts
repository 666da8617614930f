import { arabicMarks, elision, folded } from '../../lib/folded.ts';
import { editDistance } from '../../lib/edit-distance.ts';

/** Words that the same thing is looked for with: any of a group finds what its words would. */
export interface SynonymGroup {
  words: readonly string[];
  /** Words that the site itself does not use: they are looked for by the others, never the other way round. */
  aliases?: readonly string[];
}

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

/** What is written onto the next word, by language: the index holds "l’école" as one word. */
const elided: Readonly<Record<string, readonly string[]>> = {
  fr: ['l’', 'd’'],
  it: ['l’', 'd’', 'dell’', 'all’', 'nell’', 'un’'],
};

/** A word of one language as it stands in texts after an article that has lost its vowel. */
const elidedForms = (word: string, locale: string): string[] =>
  /^[^\s]+$/.test(word) && /^[aeiouh]/.test(folded(word))
    ? (elided[locale.split('-')[0] ?? ''] ?? []).map((article) => `${article}${word}`)
    : [];

/** A word as it is compared in a group: in Arabic without its article. */
const bareFolded = (text: string): string => folded(text).replace(/^ال(?=\p{Script=Arabic}{2})/u, '');

/** A word of a group as it stands in texts: in Arabic with its article too. */
const withArticle = (word: string): string[] =>
  /^\p{Script=Arabic}+$/u.test(word) && !word.startsWith('ال') ? [word, `ال${word}`] : [word];

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
 * @param locale of the page
 */
export const queryVariants = (
  query: string,
  synonyms: readonly SynonymGroup[],
  locale = '',
): QueryVariants => {
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
    .filter(({ words, aliases = [] }) =>
      [...words, ...aliases].some((word) => bareFolded(word) === bareFolded(plain)),
    )
    .flatMap(({ words }) => words.filter((word) => folded(word) !== plain).flatMap(withArticle));
  const parts = typed.split(' ');
  const arabic = parts.flatMap((word, index) =>
    arabicForms(word).map((form) => parts.map((other, place) => (place === index ? form : other)).join(' ')),
  );
  const first = unique([
    typed,
    ...elidedForms(typed, locale),
    ...meant.map((word) => word.replace(elision, '').replace(/-/g, ' ')).slice(0, 8),
  ]);
  return {
    first,
    otherwise: unique(arabic)
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
