import type { AnyNode, Element, Text } from 'domhandler';

/** DOM's `nodeType`s. */
export const [ELEMENT, TEXT] = [1, 3];

/** The files in a packed document, by their paths. */
export type Files = Readonly<Record<string, Uint8Array>>;

/** The elements directly inside one. */
export const elementsOf = (node: Element): Element[] =>
  node.children.filter((child): child is Element => child.nodeType === ELEMENT);

/** All text inside a node. */
export const rawText = (node: AnyNode): string =>
  node.nodeType === TEXT
    ? (node as Text).data
    : node.nodeType === ELEMENT
      ? (node as Element).children.map(rawText).join('')
      : '';
