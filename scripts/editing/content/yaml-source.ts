import {
  Document,
  isMap,
  isNode,
  isPair,
  LineCounter,
  parseDocument,
  visit,
  type Node,
  type YAMLError,
} from 'yaml';
import { remembered } from './remembered.ts';

/** A place in a file; both count from 1. */
export interface Position {
  line: number;
  column: number;
}

/** YAML that remembers where everything stands in its file. */
export interface YamlSource {
  value: unknown;
  /** Errors of form, with their places in the file. */
  errors: { code: YAMLError['code'] | 'ALIAS' | 'TOO_DEEP'; message: string; position: Position }[];
  /** Where a field stands: its key, or the nearest enclosing one when the field is missing. */
  positionOf: (path: readonly PropertyKey[]) => Position;
  /** Where a field's value stands. */
  valuePositionOf: (path: readonly PropertyKey[]) => Position;
  /** The way a key or value is written in the file, quotes included. */
  writtenAs: (path: readonly PropertyKey[]) => string;
}

/**
 * Parses YAML.
 * @param text the YAML
 * @param firstLine the line of the file where the YAML starts (after the `---` of a front matter: 2)
 */
export const parseYaml = (text: string, firstLine = 1): YamlSource => parsed(text, firstLine);

const parsed = remembered((text: string, firstLine: number): YamlSource => {
  const lineCounter = new LineCounter();
  const { document, alias } = readDocument(text, lineCounter);
  const position = (offset: number): Position => {
    const { line, col } = lineCounter.linePos(offset);
    return { line: line + firstLine - 1, column: col };
  };
  const errors: YamlSource['errors'] = [
    ...(document === undefined ? [{ code: 'TOO_DEEP' as const, message: '', position: position(0) }] : []),
    ...(alias === undefined ? [] : [{ code: 'ALIAS' as const, message: '', position: position(alias) }]),
    ...[...(document?.errors ?? []), ...(document?.warnings ?? [])].map(({ code, message, pos }) => ({
      code,
      message,
      position: position(pos[0]),
    })),
  ];
  return yamlSource(text, document ?? new Document(), errors, position);
});

/** The parsed text, and where its first alias stands; nothing when the text is deeper than the parser can follow. */
const readDocument = (
  text: string,
  lineCounter: LineCounter,
): { document?: Document<Node>; alias?: number } => {
  try {
    const document: Document<Node> = parseDocument(text, {
      lineCounter,
      prettyErrors: false,
      logLevel: 'silent',
    });
    let alias: number | undefined;
    // A few aliases of aliases make a text of gigabytes; no record needs one.
    visit(document, {
      Alias: (_, node) => {
        alias = node.range?.[0] ?? 0;
        return visit.BREAK;
      },
    });
    return { document, ...(alias !== undefined && { alias }) };
  } catch (error) {
    if (error instanceof RangeError) return {};
    throw error;
  }
};

const yamlSource = (
  text: string,
  document: Document<Node>,
  errors: YamlSource['errors'],
  position: (offset: number) => Position,
): YamlSource => ({
  value: errors.length > 0 ? undefined : document.toJS(),
  errors,
  positionOf: (path) => position(keyOffset(document, path)),
  valuePositionOf: (path) => position(valueOffset(document, path)),
  writtenAs: (path) => {
    const node = document.getIn(path, true);
    return isNode(node) && node.range ? text.slice(node.range[0], node.range[1]) : '';
  },
});

const pairIn = (document: Document, path: readonly PropertyKey[]) => {
  const parent = path.length === 1 ? document.contents : document.getIn(path.slice(0, -1), true);
  const last = path.at(-1);
  // A key written as a number or a date is not a string in YAML, but it is one for us.
  return isMap(parent)
    ? parent.items.find(
        (item) =>
          isPair(item) && String((item.key as { value?: unknown })?.value ?? item.key) === String(last),
      )
    : undefined;
};

const startOf = (node: unknown): number | undefined => (isNode(node) ? node.range?.[0] : undefined);

const keyOffset = (document: Document, path: readonly PropertyKey[]): number => {
  for (let length = path.length; length > 0; length -= 1) {
    const known = path.slice(0, length);
    const offset = startOf(pairIn(document, known)?.key) ?? startOf(document.getIn(known, true));
    if (offset !== undefined) return offset;
  }
  return startOf(document.contents) ?? 0;
};

const valueOffset = (document: Document, path: readonly PropertyKey[]): number =>
  (path.length > 0 ? startOf(document.getIn(path, true)) : undefined) ?? keyOffset(document, path);
