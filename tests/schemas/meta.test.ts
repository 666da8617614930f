import { expect, test } from 'vitest';
import { z } from 'zod';
import { describe as said, fieldsOf, unwrap } from '../../scripts/editing/content/schema-fields.ts';
import { glossary } from '../../src/schemas/glossary.ts';
import { concepts, translationOf, type Concept } from '../../src/schemas/index.ts';
import { language } from '../../src/schemas/language.ts';
import { metaNames } from '../../src/schemas/meta.ts';

/** Every schema inside a schema, with the way to it. */
const insideOf = (schema: z.ZodType, path: string): [string, z.ZodType][] => {
  const inner = unwrap(schema);
  const own: [string, z.ZodType][] = [[path, schema]];
  if (inner instanceof z.ZodObject)
    return [
      ...own,
      ...[...fieldsOf(inner)].flatMap(([name, field]) => insideOf(field.schema, `${path}.${name}`)),
    ];
  if (inner instanceof z.ZodArray) return [...own, ...insideOf(inner.element as z.ZodType, `${path}[]`)];
  if (inner instanceof z.ZodRecord) return [...own, ...insideOf(inner.valueType as z.ZodType, `${path}{}`)];
  if (inner instanceof z.ZodUnion)
    return [...own, ...(inner.options as z.ZodType[]).flatMap((option) => insideOf(option, path))];
  return own;
};

const all = [
  ...Object.entries(concepts as Record<string, Concept>).flatMap(([name, { record, texts }]) => [
    ...insideOf(record, name),
    ...insideOf(translationOf(texts), `${name}@`),
  ]),
  ...insideOf(glossary, 'glossary'),
  ...insideOf(language, 'languages'),
];

test('there are fields to look at', () => {
  expect(all.length).toBeGreaterThan(250);
});

test('a schema says nothing under a misspelt name', () => {
  const known: readonly string[] = metaNames;
  expect(
    all.flatMap(([path, schema]) =>
      Object.keys(said(schema))
        .filter((name) => name !== 'schema' && !known.includes(name))
        .map((name) => `${path}: ${name}`),
    ),
  ).toEqual([]);
});

test('every choice has its Italian words, one a value', () => {
  for (const [path, schema] of all) {
    const inner = unwrap(schema);
    if (inner instanceof z.ZodEnum)
      expect([path, Object.keys(said(inner).options ?? {})]).toEqual([path, inner.options]);
  }
});

test('an example is a value that its own field takes', async () => {
  const { parse } = await import('yaml');
  const wrong = all.flatMap(([path, schema]) => {
    const { example } = said(schema);
    // An address that only shows its form has an ellipsis in it.
    if (example === undefined || example.includes('…"')) return [];
    const { success } = schema.safeParse(parse(example));
    return success ? [] : [`${path}: ${example}`];
  });
  expect(wrong).toEqual([]);
});
