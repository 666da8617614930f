import { readNoteDocument, type Block, type Inline } from '../../../src/documents/note-document/index.ts';
import { seen } from './document.ts';

/** The words of a text in their order, without signs, blanks and invisible characters; raised letters count as plain. */
export const wordsOf = (text: string): string[] =>
  seen(text)
    .normalize('NFKC')
    .match(/[\p{L}\p{N}\p{M}]+/gu) ?? [];

const inlineWords = (inlines: readonly Inline[]): string =>
  inlines
    .map((inline) =>
      inline.type === 'text'
        ? inline.value
        : inline.type === 'lineBreak'
          ? '\n'
          : inlineWords(inline.children),
    )
    .join('');

// The numbers before the items of a list are not words, in the note nor in the document.
const blockWords = (block: Block): string => {
  switch (block.type) {
    case 'heading':
    case 'paragraph':
      return inlineWords(block.children);
    case 'list':
      return block.items.map(({ content }) => content.map(blockWords).join('\n')).join('\n');
    case 'quote':
    case 'callout':
      return block.content.map(blockWords).join('\n');
    case 'picture':
    case 'video':
      return '';
  }
};

/** All text that readers see of a note's body; what the site could not read is not in it. */
export const bodyText = (mdx: string): string =>
  readNoteDocument(mdx, 'it.mdx').document.blocks.map(blockWords).join('\n');

// The numbers of footnotes are the document's, not its writer's.
const withoutNoteNumbers = (text: string): string => text.replace(/\[\d{1,3}\]/g, ' ');

/** What a comparison of words finds. */
export interface WordCount {
  /** How many words the document has. */
  words: number;
  /** Words of the document that are neither in the note nor told of. */
  missing: string[];
  /** Words of the note that the document does not have. */
  added: string[];
}

const tally = (words: readonly string[]): Map<string, number> => {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
};

const more = (a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): string[] =>
  [...a].flatMap(([word, count]) =>
    Array.from({ length: Math.max(0, count - (b.get(word) ?? 0)) }, () => word),
  );

/** Compares the words of a document with those that came out of it, one by one, wherever they stand. */
export const compareWords = (source: string, written: readonly string[]): WordCount => {
  const words = wordsOf(withoutNoteNumbers(source));
  const [before, after] = [tally(words), tally(written.flatMap((text) => wordsOf(withoutNoteNumbers(text))))];
  return { words: words.length, missing: more(before, after), added: more(after, before) };
};
