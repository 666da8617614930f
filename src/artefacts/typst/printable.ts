import { xmlCharacters } from '../../lib/escape.ts';

// Longer than any word of a note, shorter than the measure of every document.
const LONGEST = 36;
const WORD = /[^\s\u00ad\u200b/-]+/gu;

/** A text whose overlong words may be broken: a word wider than the paper would run over its edge. */
const breakable = (text: string): string =>
  text.replace(WORD, (word) => {
    if (word.length <= LONGEST) return word;
    const letters = [...word];
    return letters.length <= LONGEST
      ? word
      : letters.map((letter, index) => (index > 0 && index % 24 === 0 ? `\u200b${letter}` : letter)).join('');
  });

const verbatim = new Set(['url', 'svg', 'file', 'email', 'type', 'locale']);

const cleaned = (value: unknown, key: string): unknown => {
  if (typeof value === 'string') return verbatim.has(key) ? value : breakable(xmlCharacters(value));
  if (Array.isArray(value)) return value.map((item) => cleaned(item, key));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, cleaned(part, name)]));
};

/** Data for a template: without characters that no document can show, and with places to break overlong words. */
export const printable = <Value>(value: Value): Value => cleaned(value, '') as Value;
