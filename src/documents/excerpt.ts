/** Stands where words of the speaker are left out. */
const LEFT_OUT = '[…]';

/** Marks that end a sentence in the scripts of our languages, and what may stand behind them. */
const SENTENCE_END = /[.!?…؟۔।։።]["'”’»)\]\u2069]*$/u;

/** "avv. Carlo", "dott. Rossi", "A. Rossi": a full stop after so short a word may end no sentence. */
const MAYBE_SHORTENED = /(?<![\p{L}\p{M}\p{N}])[\p{L}\p{M}]{1,4}\.["'”’»)\]]*$/u;

const STARTS_SMALL = /^[^\p{L}\p{N}]*\p{Ll}/u;

const bare = (text: string): string => text.replace(/[\u2066-\u2069]/gu, '');

const count = (text: string, sign: string): number => text.split(sign).length - 1;

const PAIRS = [
  ['«', '»'],
  ['“', '”'],
  ['(', ')'],
  ['[', ']'],
] as const;

/** Whether everything that was opened is closed again: quotation inside a quotation, brackets. */
const isWhole = (text: string): boolean =>
  PAIRS.every(([open, close]) => count(text, open) === count(text, close)) && count(text, '"') % 2 === 0;

const withoutLeftOut = (text: string): string => text.replace(/(?:\s*\[…\])+\s*$/u, '').trimEnd();

/**
 * The beginning of a quote as far as whole sentences go, ending in "[…]" where words are left out; the quote itself where it
 * is short enough. A thought is never cut in two: where not even the first sentence fits there is no excerpt.
 * @param words the speaker's words, without marks around them
 * @param lang language of the words
 * @param most letters that there is room for
 */
export const excerpt = (words: string, lang: string, most: number): string | undefined => {
  const whole = words.replace(/\s+/g, ' ').trim();
  const length = (text: string): number => [...bare(text)].length;
  if (whole === '') return undefined;
  if (length(whole) <= most) return whole;
  const pieces = [...new Intl.Segmenter(lang, { granularity: 'sentence' }).segment(whole)];
  let best: string | undefined;
  for (const { index, segment } of pieces) {
    const rest = whole.slice(index + segment.length);
    const kept = withoutLeftOut(whole.slice(0, index + segment.length));
    if (length(kept) + LEFT_OUT.length + 1 > most) break;
    const ends =
      SENTENCE_END.test(kept) &&
      !MAYBE_SHORTENED.test(bare(kept)) &&
      !STARTS_SMALL.test(rest) &&
      isWhole(kept);
    // No line begins with the sign.
    if (ends) best = `${kept}\u00a0${LEFT_OUT}`;
  }
  return best;
};
