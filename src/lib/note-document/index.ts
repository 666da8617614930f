import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import { unified } from 'unified';

interface Node {
  type: string;
  name?: string | null;
  value?: string;
  children?: Node[];
  attributes?: { name?: string; value?: unknown }[];
}

export type NoteDocument = Node;
export const parseNoteDocument = (mdx: string, _file: string): NoteDocument =>
  unified().use(remarkParse).use(remarkMdx).parse(mdx);

const textOf = (node: Node): string =>
  node.name === 'Attribution' ? '' : (node.value ?? (node.children ?? []).map(textOf).join(''));
const all = (node: Node, name: string): Node[] => [
  ...(node.name === name ? [node] : []),
  ...(node.children ?? []).flatMap((child) => all(child, name)),
];
export const quotesOf = (document: NoteDocument) =>
  all(document, 'Quote').map((node) => {
    const attribute = (name: string): string => {
      const value = node.attributes?.find((own) => own.name === name)?.value;
      return typeof value === 'string' ? value : '';
    };
    return {
      id: attribute('id'),
      speaker: attribute('speaker'),
      role: attribute('role'),
      words: textOf(node).replace(/\s+/g, ' ').trim(),
    };
  });
