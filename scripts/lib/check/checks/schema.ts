import { z } from 'zod';
import { concepts, translationOf } from '../../../../src/schemas/index.ts';
import type { Content, ContentEntry } from '../../content/read.ts';
import { fieldsOf } from '../../content/schema-fields.ts';
import { namesInWords, nearest } from '../nearest.ts';
import type { Problem } from '../problem.ts';

z.config(z.locales.it());

const schemaOf = (entry: ContentEntry): z.ZodType =>
  entry.isRecord
    ? concepts[entry.concept].record
    : translationOf<z.ZodRawShape>(concepts[entry.concept].texts);

const unknownField = (schema: z.ZodType, key: string): string => {
  const names = [...fieldsOf(schema).keys()];
  const meant = nearest(key, names);
  return meant ? `Forse intendevi "${meant}".` : `I campi ammessi sono: ${namesInWords(names)}.`;
};

const valueAt = (value: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>(
    (inner, key) => (inner as Record<PropertyKey, unknown> | null | undefined)?.[key],
    value,
  );

const problemOf = (entry: ContentEntry, schema: z.ZodType, issue: z.core.$ZodIssue): Problem[] => {
  const path = issue.path;
  const field = path.map(String).join(' → ');
  const common = { file: entry.file.path, ...entry.yaml.valuePositionOf(path) };
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({
      file: entry.file.path,
      ...entry.yaml.positionOf([...path, key]),
      code: 'unknown-field',
      what: `Il campo "${key}" non esiste.`,
      why: 'Un campo che il sito non conosce non verrebbe mostrato.',
      fix: unknownField(schema, key),
    }));
  }
  if (valueAt(entry.yaml.value, path) === undefined) {
    return [
      {
        ...common,
        code: 'missing-field',
        what: `Manca il campo "${field}".`,
        why: 'Senza questo campo la pagina non può essere fatta.',
        fix: `Aggiungi una riga "${String(path.at(-1))}: …".`,
      },
    ];
  }
  return [
    {
      ...common,
      code: 'wrong-value',
      what: `Il campo "${field}" non va bene.`,
      why: 'Il sito non saprebbe che cosa mostrare.',
      fix: issue.message,
    },
  ];
};

/** Every file against the schema of its concept. */
export const checkSchemas = ({ entries }: Content): Problem[] =>
  entries
    .filter(({ yaml }) => yaml.errors.length === 0)
    .flatMap((entry) => {
      const schema = schemaOf(entry);
      const result = schema.safeParse(entry.yaml.value ?? {});
      if (result.success) return [];
      // One field, one message: the first is the one that the editor has to mend.
      const first = new Map(result.error.issues.toReversed().map((issue) => [issue.path.join('.'), issue]));
      return [...first.values()].flatMap((issue) => problemOf(entry, schema, issue));
    });
