import { concepts, type Concept } from '../../../src/schemas/index.ts';
import { stampTranslation } from '../translations/stamp.ts';
import { hashOf } from '../translations/survey.ts';
import type { ContentEntry } from '../content/read.ts';
import { fieldAt } from '../content/schema-fields.ts';
import { leavesOf, textAt, valueAt } from '../content/values.ts';
import { toFile } from '../form/codec.ts';
import { BODY, ORIGINAL } from '../form/shape.ts';

/** A text of a record beside its translation. */
export interface Pair {
  /** Name of the box where the translation is written. */
  name: string;
  label: string;
  source: string;
  translation: string;
  isLong: boolean;
}

const nameOf = (path: readonly PropertyKey[]): string => path.map(String).join('.');

const leavesToTranslate = (record: ContentEntry): { path: PropertyKey[]; value: string }[] => {
  const parsed = (concepts[record.concept] as Concept).texts.safeParse(record.yaml.value);
  return leavesOf(parsed.success ? parsed.data : {}).filter(
    (leaf): leaf is { path: PropertyKey[]; value: string } => typeof leaf.value === 'string',
  );
};

/**
 * Every text of a record with its translation.
 * @param record the Italian record
 * @param translation its translation; none: everything is still to be written
 */
export const pairsOf = (record: ContentEntry, translation?: ContentEntry): Pair[] => [
  ...leavesToTranslate(record).map(({ path, value }) => ({
    name: nameOf(path),
    label: path
      .map((part, depth) => fieldAt(record.schema, path.slice(0, depth + 1))?.title ?? String(part))
      .filter((word, index, all) => word !== all[index - 1])
      .join(' · '),
    source: value,
    translation: textAt(translation?.yaml.value, path) ?? '',
    isLong: value.length > 80,
  })),
  ...(record.body?.text.trim()
    ? [
        {
          name: BODY,
          label: 'Testo',
          source: record.body.text.trim(),
          translation: translation?.body?.text.trim() ?? '',
          isLong: true,
        },
      ]
    : []),
];

/** How a translation came to be, as its file says. */
export const madeBy = (translation?: ContentEntry): { by: string; reviewed: boolean } => {
  const said = valueAt(translation?.yaml.value, ['translation', 'reviewed']);
  return {
    by: textAt(translation?.yaml.value, ['translation', 'by']) ?? 'person',
    reviewed: said === 'yes' || said === true,
  };
};

/** A value put at a path, with the tables and lists on the way to it. */
const put = (into: Record<string, unknown>, path: readonly PropertyKey[], value: unknown): void => {
  const [first, ...rest] = path;
  const key = String(first);
  if (rest.length === 0) {
    into[key] = value;
    return;
  }
  const inner = (into[key] ??= typeof rest[0] === 'number' ? [] : {}) as Record<string, unknown>;
  put(inner, rest, value);
};

/**
 * The file of a translation, stamped with the hash of the Italian of now: whoever saves it has the two side by side.
 * @param said the translations by the names of {@link pairsOf}, and `by` and `reviewed`
 */
export const translationFile = (
  record: ContentEntry,
  translation: ContentEntry | undefined,
  said: Readonly<Record<string, string>>,
): string => {
  const { format } = concepts[record.concept];
  const hash = hashOf(record);
  const values: Record<string, unknown> = {};
  for (const { path } of leavesToTranslate(record)) {
    const text = said[nameOf(path)]?.replaceAll('\r\n', '\n').trim();
    if (text) put(values, path, text);
  }
  const file = toFile(
    {
      ...values,
      translation: {
        by: said['by'] === 'machine' ? 'machine' : 'person',
        reviewed: said['reviewed'] === 'yes' ? 'yes' : 'no',
        // Written behind, in quotes: sixteen digits would be a number.
        source: 'impronta',
      },
      ...(format === 'mdx' && { [BODY]: said[BODY] ?? '' }),
      ...(translation?.file.text !== undefined && { [ORIGINAL]: translation.file.text }),
    },
    { extension: format, shape: { kind: 'object', fields: {} } },
  );
  const stamped = hash === undefined ? undefined : stampTranslation(file, format, hash);
  return stamped && 'text' in stamped ? stamped.text : file;
};
