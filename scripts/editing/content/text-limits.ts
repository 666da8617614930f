import { splitFrontMatter } from '../../../src/lib/front-matter.ts';
import { limits } from '../../../src/lib/limits.ts';

/** What a text has too much of. */
export type BeyondLimits =
  | { kind: 'too-large'; bytes: number }
  | { kind: 'long-paragraph'; line: number }
  | { kind: 'too-deep'; line: number };

/**
 * Whether a text is too large to be read.
 * @param bytes its size
 */
export const tooLarge = (bytes: number): BeyondLimits | undefined =>
  bytes > limits.textBytes ? { kind: 'too-large', bytes } : undefined;

/**
 * What a text has too much of, found without parsing it: the time of parsers grows with the square of a paragraph's length
 * and of the depth.
 * @param path its path, which says in what language it is written
 */
export const beyondLimits = (path: string, text: string): BeyondLimits | undefined => {
  const bodyLine = firstLineOfParagraphs(path, text);
  const isText = bodyLine < Infinity;
  let letters = 0;
  let brackets = 0;
  let tags = 0;
  for (const [index, line] of text.split('\n').entries()) {
    // In a record every line is one of its own; in a text lines make a paragraph until one is left empty.
    const goesOn = index + 1 >= bodyLine && line.trim() !== '';
    letters = goesOn ? letters + line.length : line.length;
    if (letters > limits.paragraphLetters) return { kind: 'long-paragraph', line: index + 1 };
    if (!MARKED_UP.test(path)) continue;
    // What a field of the front matter says opens nothing in the text.
    if (index + 1 === bodyLine) tags = 0;
    if (!goesOn) brackets = 0;
    for (const [sign] of line.matchAll(OPENING_OR_CLOSING)) {
      const step = CLOSING.test(sign) ? -1 : 1;
      if (/[<>]/.test(sign)) tags = Math.max(0, tags + step);
      else brackets = Math.max(0, brackets + step);
      if (brackets > limits.nesting || (isText && tags > limits.nesting))
        return { kind: 'too-deep', line: index + 1 };
    }
    if (!path.endsWith('.json') && containersIn(line) > limits.nesting)
      return { kind: 'too-deep', line: index + 1 };
  }
  return undefined;
};

const MARKED_UP = /\.(mdx|ya?ml|json)$/i;
// What stands after a backslash is only a sign.
const OPENING_OR_CLOSING = /(?<!\\)(?:[[{\]}]|<\/?[A-Za-z]|\/>)/g;
const CLOSING = /^(?:[\]}]|<\/.|\/>)/;
/** Blanks, and the marks of lists, quotes and keys, that a line begins with. */
const BEGINNING = /^[\s>*+?.)\d-]*/;
const MARK = /[>*+?-](?=[\s>])|\d[.)](?=\s)/g;
/** Columns that a level is indented by at most in what people write; a line that is broken is indented too. */
const INDENT = 4;

/** How many lists, quotes or records the beginning of a line may lie in. */
const containersIn = (line: string): number => {
  const beginning = BEGINNING.exec(line)?.[0] ?? '';
  const indent = beginning.search(/\S|$/);
  return indent / INDENT + (beginning.match(MARK)?.length ?? 0);
};

const firstLineOfParagraphs = (path: string, text: string): number => {
  if (!/\.(mdx?|txt|vtt|srt)$/i.test(path)) return Infinity;
  const parts = splitFrontMatter(text);
  return 'missing' in parts ? 1 : parts.bodyLine;
};
