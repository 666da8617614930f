import fc from 'fast-check';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import type { Nodes, Root, RootContent } from 'mdast';
import { expect, test } from 'vitest';
import { bodyMarkdown } from '../../src/artefacts/markdown.ts';
import {
  plainText,
  readNoteDocument,
  type Block,
  type Inline,
  type List,
  type Paragraph,
} from '../../src/documents/note-document/index.ts';
import { noteIds, releaseOf } from '../artefacts/press/helpers/releases.ts';
import { escapeMarkdown } from '../../src/lib/escape.ts';
import { fuzzing, fuzzingTimeout } from './fuzzing.ts';
import { hostileStrings } from './strings.ts';

const signs = fc.constantFrom(...'!"#$%&\'()*+,-./:;<=>?@[\\]^_`{|}~ \nabè1.) ');
const anyText = fc
  .oneof(
    fc.constantFrom(...hostileStrings),
    fc.array(signs, { maxLength: 40 }).map((parts) => parts.join('')),
  )
  .map((text) => text.replace(/\s+/g, ' ').trim())
  .filter((text) => text !== '');

/** The words that a Markdown reader sees. */
const seen = (node: Nodes): string =>
  'value' in node ? node.value : 'children' in node ? node.children.map(seen).join('') : '';

test(
  'a text that is written as Markdown is read back as it was, whatever its signs mean',
  () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const tree = unified().use(remarkParse).parse(escapeMarkdown(text));
        expect(tree.children.map(({ type }) => type)).toEqual(['paragraph']);
        expect(seen(tree)).toBe(text);
      }),
      fuzzing(),
    );
  },
  fuzzingTimeout,
);

test(
  'a text whose signs are escaped is read from MDX as it was, and nothing is wrong in it',
  () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const { document, problems } = readNoteDocument(text.replace(/[!-/:-@[-`{-~]/g, '\\$&'), 'it.mdx');
        expect(problems).toEqual([]);
        expect(plainText(document).trim()).toBe(text);
      }),
      fuzzing(),
    );
  },
  fuzzingTimeout,
);

test(
  'any text at all is read as a document or refused with its place, and never stops the reader',
  () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(signs, fc.constantFrom(...hostileStrings)), { maxLength: 60 }),
        (parts) => {
          const { problems } = readNoteDocument(parts.join(''), 'it.mdx');
          for (const { line, column, message, fix } of problems)
            expect(line > 0 && column > 0 && message !== '' && fix !== '').toBe(true);
        },
      ),
      fuzzing(),
    );
  },
  fuzzingTimeout,
);

/** Neighbouring texts as one, and no empty ones: the same document, written in the one way that a reader gives it back. */
const joined = (nodes: readonly Inline[]): Inline[] => {
  const out: Inline[] = [];
  for (const node of nodes.flatMap((own): Inline[] => {
    // What Markdown has no word for leaves its words behind.
    if (own.type === 'figureMark' || own.type === 'attribution') return joined(own.children);
    return 'children' in own ? [{ ...own, children: joined(own.children) }] : [own];
  })) {
    const last = out.at(-1);
    if (node.type === 'text' && last?.type === 'text') last.value += node.value;
    else if (node.type !== 'text' || node.value !== '') out.push({ ...node });
  }
  return out;
};

const canonical = (block: Block): Block => {
  if (block.type === 'heading' || block.type === 'paragraph')
    return { ...block, children: joined(block.children) };
  return block.type === 'list'
    ? {
        ...block,
        items: block.items.map(({ content }) => ({
          content: content.map((own) => canonical(own) as Paragraph),
        })),
      }
    : block;
};

/** A Markdown text as an independent reader understands it, in the words of our model. */
const understood = (tree: Root): Block[] => {
  const inline = (node: RootContent): Inline => {
    switch (node.type) {
      case 'text':
        return { type: 'text', value: node.value };
      case 'strong':
      case 'emphasis':
        return { type: node.type, children: node.children.map(inline) };
      case 'link':
        return { type: 'link', url: node.url, children: node.children.map(inline) };
      case 'break':
        return { type: 'lineBreak' };
      default:
        throw new Error(`Markdown was understood as ${node.type}.`);
    }
  };
  const block = (node: RootContent): Block => {
    switch (node.type) {
      case 'heading':
        return { type: 'heading', depth: node.depth as 2, children: node.children.map(inline) };
      case 'paragraph':
        return { type: 'paragraph', children: node.children.map(inline) };
      case 'list':
        return {
          type: 'list',
          ordered: node.ordered === true,
          start: node.start ?? 1,
          items: node.children.map(({ children }) => ({
            content: children.map((child) => block(child) as Paragraph | List),
          })),
        };
      default:
        throw new Error(`Markdown was understood as ${node.type}.`);
    }
  };
  return tree.children.map(block);
};

const release = releaseOf(noteIds[0] as string, 'it');
const roundTrip = (blocks: Block[]): Block[] =>
  understood(
    unified()
      .use(remarkParse)
      .parse(bodyMarkdown({ ...release, document: { blocks } })),
  ).map(canonical);

const text = anyText.map((value): Inline => ({ type: 'text', value }));
const blank: Inline = { type: 'text', value: ' e ' };
const marked = fc.oneof(
  fc
    .tuple(fc.constantFrom('strong' as const, 'emphasis' as const), text)
    .map(([type, inner]): Inline => ({ type, children: [inner] })),
  fc
    .tuple(fc.webUrl(), text)
    .map(([url, inner]): Inline => ({ type: 'link', url: new URL(url).href, children: [inner] })),
);
/** Words and marked words in turn, blanks between them: marks that touch mean something else in CommonMark. */
const sentence = fc
  .tuple(text, fc.array(fc.tuple(marked, text), { maxLength: 3 }))
  .map(([first, more]): Inline[] => [first, ...more.flatMap(([mark, words]) => [blank, mark, blank, words])]);
const paragraph = sentence.map((children): Paragraph => ({ type: 'paragraph', children }));
const simpleList = fc
  .tuple(fc.boolean(), fc.integer({ min: 1, max: 9 }), fc.array(paragraph, { minLength: 1, maxLength: 4 }))
  .map(([ordered, start, items]): List => ({
    type: 'list',
    ordered,
    start: ordered ? start : 1,
    items: items.map((item) => ({ content: [item] })),
  }));
const anyDocument = fc
  .array(
    fc.oneof(
      paragraph,
      // Two lists in a row are one.
      fc.tuple(paragraph, simpleList).map(([before, list]) => [before, list]),
      sentence.map((children): Block => ({ type: 'heading', depth: 2, children })),
    ),
    { minLength: 1, maxLength: 5 },
  )
  .map((blocks): Block[] => blocks.flat());

test.each(noteIds)('the text of %s as Markdown is read back as the same document', (id) => {
  const { document } = releaseOf(id, 'it');
  // Quotes are told apart by who speaks, which Markdown cannot say.
  const blocks = document.blocks.filter(({ type }) => ['heading', 'paragraph', 'list'].includes(type));
  expect(blocks.length).toBeGreaterThan(3);
  expect(roundTrip(blocks)).toEqual(blocks.map(canonical));
});

test(
  'any document that is written as Markdown is read back as the same document',
  () => {
    fc.assert(
      fc.property(anyDocument, (blocks) => {
        expect(roundTrip(blocks)).toEqual(blocks.map(canonical));
      }),
      fuzzing(),
    );
  },
  fuzzingTimeout,
);
