import { splitFrontMatter } from '../../../src/lib/front-matter.ts';
/** From a file of the content to the values of the form and back. Runs in the browser too: imports nothing of Node. */
import {
  Document,
  isCollection,
  isMap,
  isScalar,
  isSeq,
  type Node,
  Pair,
  parseDocument,
  Scalar,
  YAMLMap,
  YAMLSeq,
} from 'yaml';
import {
  BODY,
  CHOICE,
  NAME,
  ORIGINAL,
  PART,
  STATE,
  type FieldShape,
  type FileFormat,
  type Shape,
} from './shape.ts';

type Values = Record<string, unknown>;

const isValues = (value: unknown): value is Values =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * The values of the form for the text of a file.
 * @param text the whole file
 * @param format how the concept's files differ from the form
 * @throws Error when the file is not YAML, or an MDX file has no front matter
 */
export const toForm = (text: string, { extension, shape }: FileFormat): Values => {
  const { yaml, body } = partsOf(text, extension);
  const document = parseDocument(yaml, { logLevel: 'silent' });
  if (document.errors[0]) throw new Error(document.errors[0].message);
  const values = inForm(document.toJS() ?? {}, shape);
  return {
    ...(isValues(values) ? values : {}),
    ...(body !== undefined && { [BODY]: body.replace(/^\n+/, '').replace(/\n+$/, '') }),
    [ORIGINAL]: text,
    [PART]: isValues(values) && 'translation' in values ? 'translation' : 'record',
  };
};

/**
 * The text of a file for the values of the form. What nobody changed stays as it was written: comments, quotes, folded
 * lines, and every character of the text of an MDX file.
 *
 * @param values the form's values, with the file that they were read from
 * @param format how the concept's files differ from the form
 */
export const toFile = (values: Values, { extension, shape }: FileFormat): string => {
  const { [ORIGINAL]: original, [PART]: _part, [STATE]: _state, [BODY]: body, ...rest } = values;
  const before = typeof original === 'string' ? partsOf(original, extension) : undefined;
  const document = parseDocument(before?.yaml ?? '', { logLevel: 'silent' });
  const old = document.toJS() as unknown;
  const data = (inFile(rest, shape, old) ?? {}) as Values;
  const yaml = yamlText(before?.yaml ?? '', document, isValues(old) ? old : {}, data);
  if (extension === 'yaml') return yaml;
  const text = typeof body === 'string' ? body : '';
  const unchanged = before?.body !== undefined && text.trim() === before.body.trim();
  return `---\n${yaml.replace(/\n*$/, '\n')}---\n${unchanged ? before.body : `\n${text.trim()}\n`}`;
};

/** Field after field: those that say what they said before, as they were written; the others written anew. */
const yamlText = (text: string, document: Document, old: Values, data: Values): string => {
  const pairs = isMap(document.contents) ? (document.contents.items as WrittenPair[]) : [];
  let end = 0;
  const kept = pairs.map((pair) => {
    const start = pair.key.range?.[0] ?? end;
    // What stands above a field, such as a comment, is kept with it; so is what follows it on its line.
    const above = text.slice(end, start);
    end = lineEnd(text, pair.value?.range?.[1] ?? start);
    const key = nameOf(pair.key);
    if (!(key in data)) return '';
    if (same(old[key], data[key])) return above + text.slice(start, end);
    pair.key.commentBefore = null;
    return above + pairText(new Pair(pair.key, merged(pair.value, data[key])));
  });
  const added = Object.entries(data)
    .filter(([key]) => !(key in old))
    .map(([key, value]) => pairText(new Pair(keyNode(key), node(value))));
  const rest = text.slice(end);
  return [...kept, ...(rest === '' || rest.endsWith('\n') ? [rest] : [`${rest}\n`]), ...added].join('');
};

type WrittenPair = Pair<Scalar, Node>;

/** The end of the line on which a value ends. */
const lineEnd = (text: string, end: number): number => {
  if (text[end - 1] === '\n') return end;
  const next = text.indexOf('\n', end);
  return next < 0 ? text.length : next + 1;
};

const pairText = (pair: Pair): string => {
  const document = new Document();
  const map = new YAMLMap();
  map.items.push(pair);
  document.contents = map;
  return document.toString({ lineWidth: 0, flowCollectionPadding: false });
};

const partsOf = (text: string, extension: FileFormat['extension']): { yaml: string; body?: string } => {
  const normal = text.replaceAll('\r\n', '\n');
  if (extension === 'yaml') return { yaml: normal };
  const parts = splitFrontMatter(normal);
  if ('missing' in parts) throw new Error('Il file non ha i campi in testa, fra due righe "---".');
  return { yaml: parts.yaml, body: parts.body };
};

const inForm = (value: unknown, shape: Shape): unknown => {
  if (shape.kind === 'list' && Array.isArray(value)) return value.map((item) => inForm(item, shape.item));
  if (!isValues(value)) return value;
  if (shape.kind === 'named') {
    return Object.entries(value).map(([name, item]) => ({
      [NAME]: name,
      ...(inForm(item, shape.item) as Values),
    }));
  }
  if (shape.kind === 'choice') {
    const chosen = shape.variants.find(({ fields }) => Object.keys(value).every((key) => key in fields));
    return { ...(chosen && { [CHOICE]: chosen.name }), ...value };
  }
  if (shape.kind !== 'object') return value;
  return fields(value, shape.fields, inForm);
};

const fields = (
  value: Values,
  shapes: Record<string, FieldShape>,
  change: (value: unknown, shape: Shape) => unknown,
): Values => ({
  // What the absence of a field means is said, so that the form never takes its own start value for it.
  ...Object.fromEntries(
    Object.entries(shapes)
      .filter(([, { kind, initial }]) => kind === 'value' && initial !== undefined)
      .map(([key, { initial }]) => [key, initial]),
  ),
  ...Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [key, shapes[key] ? change(inner, shapes[key]) : inner]),
  ),
});

/** Nothing that the form leaves empty is written, nor what its absence would mean anyway. */
const inFile = (value: unknown, shape: FieldShape, before: unknown): unknown => {
  const written = unfilled(value, shape, before);
  const empty =
    written === undefined ||
    written === null ||
    written === '' ||
    (Array.isArray(written) && written.length === 0 && !shape.keepsEmpty) ||
    (isValues(written) && Object.keys(written).length === 0);
  if (empty) return same(written, before) ? written : undefined;
  return before === undefined && same(written, shape.initial) ? undefined : written;
};

const unfilled = (value: unknown, shape: FieldShape, before: unknown): unknown => {
  if (typeof value === 'string') return value.replaceAll('\r\n', '\n').trim();
  if (Array.isArray(value) && shape.kind === 'list') {
    return value
      .map((item, index) => inFile(item, shape.item, Array.isArray(before) ? before[index] : undefined))
      .filter((item) => item !== undefined);
  }
  if (Array.isArray(value) && shape.kind === 'named') {
    return Object.fromEntries(
      value.filter(isValues).flatMap(({ [NAME]: name, ...item }) => {
        if (typeof name !== 'string' || name === '') return [];
        return [[name, inFile(item, shape.item, isValues(before) ? before[name] : undefined) ?? {}]];
      }),
    );
  }
  if (!isValues(value)) return value;
  const shapes =
    shape.kind === 'object'
      ? shape.fields
      : shape.kind === 'choice'
        ? (shape.variants.find(({ name }) => name === value[CHOICE])?.fields ?? {})
        : undefined;
  if (!shapes) return value;
  const kept = Object.entries(value).filter(
    ([key]) => key !== CHOICE && (shape.kind !== 'choice' || key in shapes),
  );
  const old = isValues(before) ? before : {};
  return Object.fromEntries(
    kept
      .map(([key, inner]) => [key, inFile(inner, shapes[key] ?? { kind: 'value' }, old[key])] as const)
      .filter(([, inner]) => inner !== undefined),
  );
};

/** Whether two values say the same; the order of fields says nothing. */
const same = (a: unknown, b: unknown): boolean => {
  if (a === b) return true;
  if (Array.isArray(a) && Array.isArray(b)) {
    return a.length === b.length && a.every((item, index) => same(item, b[index]));
  }
  if (!isValues(a) || !isValues(b)) return false;
  const keys = Object.keys(a);
  return keys.length === Object.keys(b).length && keys.every((key) => key in b && same(a[key], b[key]));
};

/** Brings a table of a file to new values and touches nothing that is already right. */
const merge = (map: YAMLMap, values: Values): void => {
  map.items = map.items.filter(({ key }) => nameOf(key) in values);
  for (const [key, value] of Object.entries(values)) {
    const pair = map.items.find((candidate) => nameOf(candidate.key) === key);
    if (!pair) map.items.push(new Pair(keyNode(key), node(value)));
    else pair.value = merged(pair.value, value);
  }
};

const nameOf = (key: unknown): string => String(isScalar(key) ? key.value : key);

const merged = (old: unknown, value: unknown): unknown => {
  const before = isCollection(old) ? (old.toJSON() as unknown) : isScalar(old) ? old.value : old;
  if (same(before, value)) return old;
  if (isMap(old) && isValues(value)) {
    merge(old, value);
    return old;
  }
  if (isSeq(old) && Array.isArray(value)) {
    old.items = value.map((item, index) => merged(old.items[index], item));
    return old;
  }
  if (
    isScalar(old) &&
    typeof old.value === typeof value &&
    !(typeof value === 'string' && /\n/.test(value))
  ) {
    old.value = value;
    delete old.source;
    return old;
  }
  return node(value);
};

/** A new value as the content writes it: texts in quotes, names without, long texts folded. */
const node = (value: unknown): unknown => {
  if (Array.isArray(value)) {
    const seq = new YAMLSeq();
    seq.items = value.map(node);
    return seq;
  }
  if (isValues(value)) {
    const map = new YAMLMap();
    for (const [key, inner] of Object.entries(value)) map.items.push(new Pair(keyNode(key), node(inner)));
    return map;
  }
  const scalar = new Scalar(value);
  if (typeof value === 'string') {
    const plain = /^[a-z0-9]+(?:[-/][a-z0-9]+)*$/.test(value) || /^https?:\/\/\S+$/.test(value);
    scalar.type = plain ? Scalar.PLAIN : Scalar.QUOTE_DOUBLE;
  }
  return scalar;
};

const keyNode = (key: string): Scalar => {
  const scalar = new Scalar(key);
  scalar.type = Scalar.PLAIN;
  return scalar;
};
