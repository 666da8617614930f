import { isMap, isNode, isPair, LineCounter, parseDocument, type Document, type YAMLError } from 'yaml';

/** A place in a file; both count from 1. */
export interface Position {
  line: number;
  column: number;
}

/** YAML that remembers where everything stands in its file. */
export interface YamlSource {
  value: unknown;
  /** Errors of form, with their places in the file. */
  errors: { code: YAMLError['code']; message: string; position: Position }[];
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
export const parseYaml = (text: string, firstLine = 1): YamlSource => {
  const lineCounter = new LineCounter();
  const document = parseDocument(text, { lineCounter, prettyErrors: false, logLevel: 'silent' });
  const position = (offset: number): Position => {
    const { line, col } = lineCounter.linePos(offset);
    return { line: line + firstLine - 1, column: col };
  };
  return {
    value: document.errors.length > 0 ? undefined : document.toJS(),
    errors: [...document.errors, ...document.warnings].map(({ code, message, pos }) => ({
      code,
      message,
      position: position(pos[0]),
    })),
    positionOf: (path) => position(keyOffset(document, path)),
    valuePositionOf: (path) => position(valueOffset(document, path)),
    writtenAs: (path) => {
      const node = document.getIn(path, true);
      return isNode(node) && node.range ? text.slice(node.range[0], node.range[1]) : '';
    },
  };
};

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
