import type { Block, Inline, List, NoteDocument, Paragraph } from './note-document/index.ts';

/** A difficult word and where its plain meaning stands. */
export interface WordLink {
  /** "presa in carico"; what stands in brackets is another name of it. */
  term: string;
  href: string;
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** What a word has in all its forms. */
const stemOf = (word: string): string => (word.length > 4 ? word.slice(0, -1) : word);

/** A word in the forms that its ending may take: "unità mobile" is found in "unità mobili". */
const forms = (word: string): string => `${escaped(stemOf(word))}\\p{L}{0,${stemOf(word) === word ? 0 : 3}}`;

/** Finds a term in a text. */
interface Finder {
  /** Is found wherever the term is: what most texts have none of. */
  stem: RegExp;
  /** What is looked for in a letter's class of all scripts takes longer to prepare than to find. */
  whole: () => RegExp;
}

const finders = new Map<string, Finder>();

const finderOf = (term: string): Finder => {
  const known = finders.get(term);
  if (known) return known;
  const words = term
    .replace(/\s*\([^)]*\)/g, '')
    .trim()
    .split(/\s+/);
  let whole: RegExp | undefined;
  const made: Finder = {
    stem: new RegExp(escaped(stemOf(words[0] ?? '')), 'iu'),
    // An Arabic word has its article and its "and" written onto it.
    whole: () =>
      (whole ??= new RegExp(
        `(?<![\\p{L}\\p{N}])(?:ال|وال|لل)?${words.map(forms).join('\\s+')}(?![\\p{L}\\p{N}])`,
        'iu',
      )),
  };
  finders.set(term, made);
  return made;
};

const find = (term: string, text: string): RegExpExecArray | null => {
  const { stem, whole } = finderOf(term);
  return stem.test(text) ? whole().exec(text) : null;
};

/** A text with more links is hard to read, and the same words stand at `/parole/` together. */
const MOST_LINKS = 3;

/** The words still to be found: each leads to its meaning once a text. */
interface Open {
  words: Set<WordLink>;
  left: number;
}

/** Whether a word is only a part of a name that is set apart: "ANCI" of "ANCI Liguria" in a text from right to left. */
const isPartOfName = (value: string, { index, 0: word }: RegExpExecArray): boolean =>
  /[\u2066-\u2068][^\u2069]*$/u.test(value.slice(0, index)) &&
  !(/[\u2066-\u2068]$/u.test(value.slice(0, index)) && value[index + word.length] === '\u2069');

const linkText = (value: string, open: Open): Inline[] => {
  const found = [...(open.left > 0 ? open.words : [])]
    .map((word) => ({ word, match: find(word.term, value) }))
    .filter(({ match }) => match !== null && !isPartOfName(value, match))
    .sort(
      (a, b) => (a.match?.index ?? 0) - (b.match?.index ?? 0) || b.word.term.length - a.word.term.length,
    )[0];
  if (!found?.match) return value === '' ? [] : [{ type: 'text', value }];
  open.words.delete(found.word);
  open.left -= 1;
  const { index, 0: words } = found.match;
  const text = (words: string): Inline[] => (words === '' ? [] : [{ type: 'text', value: words }]);
  return [
    ...text(value.slice(0, index)),
    { type: 'link', url: found.word.href, children: text(words) },
    ...linkText(value.slice(index + words.length), open),
  ];
};

const linkInlines = (nodes: readonly Inline[], open: Open): Inline[] =>
  nodes.flatMap((node): Inline[] => {
    if (node.type === 'text') return linkText(node.value, open);
    // Who wrote a link decided where it leads.
    if (node.type === 'link' || node.type === 'lineBreak') return [node];
    return [{ ...node, children: linkInlines(node.children, open) }];
  });

const linkFlow = <Flow extends Paragraph | List>(flow: Flow, open: Open): Flow =>
  flow.type === 'paragraph'
    ? { ...flow, children: linkInlines(flow.children, open) }
    : {
        ...flow,
        items: flow.items.map((item) => ({ content: item.content.map((part) => linkFlow(part, open)) })),
      };

const linkBlock = (block: Block, open: Open): Block => {
  switch (block.type) {
    case 'paragraph':
    case 'list':
      return linkFlow(block, open);
    case 'quote':
      return { ...block, content: block.content.map((part) => linkFlow(part, open)) };
    case 'callout':
      return { ...block, content: block.content.map((part) => linkFlow(part, open)) };
    default:
      return block;
  }
};

/**
 * The same document, in which the first of each difficult word leads to its meaning, for the first three words. No word changes.
 * @param words the words of the document's language
 */
export const withWordLinks = ({ blocks }: NoteDocument, words: readonly WordLink[]): NoteDocument => {
  const open: Open = {
    words: new Set(words),
    left: MOST_LINKS,
  };
  return { blocks: blocks.map((block) => linkBlock(block, open)) };
};
