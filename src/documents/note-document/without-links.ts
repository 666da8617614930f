import type { Block, Inline, List, NoteDocument, Paragraph } from './model.ts';

/**
 * A document without the links to some addresses; their words stay.
 * @param isUnwanted asked for the address of every link
 */
export const withoutLinks = (document: NoteDocument, isUnwanted: (url: string) => boolean): NoteDocument => {
  const inlines = (nodes: readonly Inline[]): Inline[] =>
    nodes.flatMap((node): Inline[] => {
      if (!('children' in node)) return [node];
      const children = inlines(node.children);
      return node.type === 'link' && isUnwanted(node.url) ? children : [{ ...node, children }];
    });
  const paragraph = (node: Paragraph): Paragraph => ({ ...node, children: inlines(node.children) });
  const simple = (nodes: readonly (Paragraph | List)[]): (Paragraph | List)[] =>
    nodes.map((node) => (node.type === 'list' ? list(node) : paragraph(node)));
  const list = (node: List): List => ({
    ...node,
    items: node.items.map((item) => ({ ...item, content: simple(item.content) })),
  });
  const block = (node: Block): Block => {
    switch (node.type) {
      case 'heading':
        return { ...node, children: inlines(node.children) };
      case 'paragraph':
        return paragraph(node);
      case 'list':
        return list(node);
      case 'quote':
        return { ...node, content: node.content.map(paragraph) };
      case 'callout':
        return { ...node, content: simple(node.content) };
      default:
        return node;
    }
  };
  return { blocks: document.blocks.map(block) };
};
