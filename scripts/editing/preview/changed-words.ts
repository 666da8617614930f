/** What changed in a passage: the words as they were and as they would be, with a few words around them. */
export interface ChangedWords {
  before: string;
  after: string;
}

/** Words shown before and behind the first and the last one that differ. */
const AROUND = 4;
/** A passage of more words than this is cut in the middle. */
const LONGEST = 40;

/** What is in one list and not in the other, however often. */
const without = (all: readonly string[], others: readonly string[]): string[] => {
  const left = new Map<string, number>();
  for (const each of others) left.set(each, (left.get(each) ?? 0) + 1);
  return all.filter((each) => {
    const count = left.get(each) ?? 0;
    if (count > 0) left.set(each, count - 1);
    return count === 0;
  });
};

const wordsOf = (text: string): string[] => text.split(' ').filter((word) => word !== '');

/** How much two passages have in common, from 0 to 1. */
const likeness = (a: string, b: string): number => {
  const [first, second] = [wordsOf(a), wordsOf(b)];
  const common = first.length - without(first, second).length;
  return (2 * common) / Math.max(1, first.length + second.length);
};

const cut = (words: readonly string[]): string =>
  words.length <= LONGEST
    ? words.join(' ')
    : [...words.slice(0, LONGEST / 2), '[…]', ...words.slice(-LONGEST / 2)].join(' ');

/** The words that differ between two passages. */
const differing = (before: string, after: string): ChangedWords => {
  const [old, now] = [wordsOf(before), wordsOf(after)];
  const shortest = Math.min(old.length, now.length);
  let start = 0;
  while (start < shortest && old[start] === now[start]) start += 1;
  let end = 0;
  while (end < shortest - start && old.at(-1 - end) === now.at(-1 - end)) end += 1;
  const shown = (words: readonly string[]): string => {
    const [from, to] = [Math.max(0, start - AROUND), Math.min(words.length, words.length - end + AROUND)];
    return [...(from > 0 ? ['…'] : []), cut(words.slice(from, to)), ...(to < words.length ? ['…'] : [])].join(
      ' ',
    );
  };
  return { before: shown(old), after: shown(now) };
};

/**
 * What changed between the passages of a page and those that it would have.
 * @param before passages as they are, in their order
 * @param after passages as they would be
 * @returns changed, taken away (`after` empty) and new ones (`before` empty)
 */
export const changedWords = (before: readonly string[], after: readonly string[]): ChangedWords[] => {
  const gone = without(before, after);
  const come = without(after, before);
  const changed = gone.map((old): ChangedWords => {
    const [best] = come
      .map((now, index) => ({ index, like: likeness(old, now) }))
      .sort((a, b) => b.like - a.like);
    if (!best || best.like < 0.4) return { before: cut(wordsOf(old)), after: '' };
    const [now = ''] = come.splice(best.index, 1);
    return differing(old, now);
  });
  return [...changed, ...come.map((now) => ({ before: '', after: cut(wordsOf(now)) }))];
};
