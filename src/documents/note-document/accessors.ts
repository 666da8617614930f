import type { Block, FigureMark, Heading, Inline, List, NoteDocument, Paragraph, Quote } from './model.ts';

/** A quote ready to be shown, copied or filed. */
export interface QuoteWords {
  id: string;
  /** The speaker's own words, without marks and without the writer's attribution. */
  words: string;
  speaker: string;
  role: string;
}

/** A figure of the text with the words that state it. */
export interface FigureWords {
  id: string;
  words: string;
}

/** The words of some inlines; a line break is a line break. */
export const inlineText = (inlines: readonly Inline[]): string =>
  inlines
    .map((inline) => {
      if (inline.type === 'text') return inline.value;
      return inline.type === 'lineBreak' ? '\n' : inlineText(inline.children);
    })
    .join('');

const listText = (list: List, indent: string): string =>
  list.items
    .map((item, index) => {
      const mark = list.ordered ? `${list.start + index}. ` : '- ';
      const [first = '', ...rest] = item.content.map((block) =>
        block.type === 'list' ? listText(block, `${indent}  `) : inlineText(block.children),
      );
      return [`${indent}${mark}${first}`, ...rest].join('\n');
    })
    .join('\n');

/** The words of a block; nothing for a picture or a video. */
export const blockText = (block: Block): string => {
  switch (block.type) {
    case 'heading':
    case 'paragraph':
      return inlineText(block.children);
    case 'list':
      return listText(block, '');
    case 'quote':
    case 'callout':
      return block.content.map(blockText).join('\n\n');
    case 'picture':
    case 'video':
      return '';
  }
};

/** All words of a document, word for word, with an empty line between blocks. */
export const plainText = (document: NoteDocument): string =>
  document.blocks
    .map(blockText)
    .filter((text) => text !== '')
    .join('\n\n');

/** How many words a document has. */
export const wordCount = (document: NoteDocument): number =>
  plainText(document).match(/[\p{L}\p{N}][\p{L}\p{N}\p{M}'’-]*/gu)?.length ?? 0;

/** The headings of a document, in their order. */
export const headingsOf = (document: NoteDocument): { depth: Heading['depth']; text: string }[] =>
  document.blocks
    .filter((block) => block.type === 'heading')
    .map(({ depth, children }) => ({ depth, text: inlineText(children) }));

/** The quotes of a document, in their order. */
export const quotesOf = (document: NoteDocument): QuoteWords[] =>
  document.blocks
    .filter((block) => block.type === 'quote')
    .map((quote) => ({ id: quote.id, words: quoteWords(quote), speaker: quote.speaker, role: quote.role }));

/** The figures of a document, in their order. */
export const figuresOf = (document: NoteDocument): FigureWords[] =>
  document.blocks
    .flatMap(inlinesOf)
    .flatMap(marksIn)
    .map(({ id, children }) => ({ id, words: inlineText(children) }));

const inlinesOf = (block: Block): Inline[] => {
  switch (block.type) {
    case 'heading':
    case 'paragraph':
      return block.children;
    case 'list':
      return block.items.flatMap(({ content }) => content.flatMap(inlinesOf));
    case 'quote':
    case 'callout':
      return (block.content as (Paragraph | List)[]).flatMap(inlinesOf);
    case 'picture':
    case 'video':
      return [];
  }
};

const marksIn = (inline: Inline): FigureMark[] => {
  if (inline.type === 'text' || inline.type === 'lineBreak') return [];
  return [...(inline.type === 'figureMark' ? [inline] : []), ...inline.children.flatMap(marksIn)];
};

// Opening marks with the closing ones that belong to them.
const MARKS: Readonly<Record<string, string>> = {
  '«': '»',
  '“': '”',
  '”': '“',
  '„': '“',
  '‹': '›',
  '"': '"',
};

/**
 * The words that the speaker said. The attribution that the writer put between them is left out, and "[…]" says
 * so; the marks around the whole are left out too, because each place that shows a quote has its own.
 * No word is changed.
 */
export const quoteWords = (quote: Quote): string =>
  unmarked(
    quote.content
      .map(({ children }) => spokenText(children))
      .filter((text) => text !== '')
      .join('\n\n'),
  );

const spokenText = (inlines: readonly Inline[]): string => {
  let spoken = '';
  const collect = (parts: readonly Inline[]): void => {
    for (const part of parts) {
      if (part.type === 'text') spoken += part.value;
      else if (part.type === 'lineBreak') spoken += ' ';
      else if (part.type === 'attribution') spoken = `${spoken.trimEnd()} ${LEFT_OUT} `;
      else collect(part.children);
    }
  };
  collect(inlines);
  // One blank where the attribution stood, whichever side had one in the file; at an end of the words nothing is missing.
  return spoken.replace(/ {2,}/g, ' ').replace(leftOutAtAnEnd, '').trim();
};

/** Stands where words of the writer were left out of the speaker's. */
const LEFT_OUT = '[…]';

const leftOutAtAnEnd = /^\s*\[…\] | \[…\]\s*$/g;

const unmarked = (words: string): string => {
  const closing = MARKS[words[0] ?? ''];
  if (!closing) return words;
  const end = words.lastIndexOf(closing);
  const after = words.slice(end + 1).trim();
  // Words after the closing mark mean that the marks belong to a part of the quote only.
  if (end < 1 || !/^[.,;]?$/.test(after) || words.slice(1, end).includes(words[0] as string)) return words;
  const inside = words.slice(1, end).trim();
  return after === '.' && !/[.!?…]$/.test(inside) ? `${inside}.` : inside;
};
