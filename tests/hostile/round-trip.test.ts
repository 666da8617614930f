import fc from 'fast-check';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import type { Nodes } from 'mdast';
import { expect, test } from 'vitest';
import { plainText, readNoteDocument } from '../../src/documents/note-document/index.ts';
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
