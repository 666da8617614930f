import { z } from 'zod';
import type { FieldMeta } from '../../../src/schemas/meta.ts';

/** A field of a schema, as an editor sees it. */
export interface Field extends FieldMeta {
  schema: z.ZodType;
}

/** A schema without the layers that do not change what is written: optional, default, preprocessing. */
export const unwrap = (schema: z.ZodType): z.ZodType => {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault || schema instanceof z.ZodNullable) {
    return unwrap(schema.unwrap() as z.ZodType);
  }
  if (schema instanceof z.ZodPipe)
    return unwrap((schema.in instanceof z.ZodTransform ? schema.out : schema.in) as z.ZodType);
  return schema;
};

/** What a schema says about itself to editors; the outermost layer that says something wins. */
const metaOf = (schema: z.ZodType): FieldMeta =>
  schema instanceof z.ZodOptional || schema instanceof z.ZodDefault || schema instanceof z.ZodNullable
    ? { ...metaOf(schema.unwrap() as z.ZodType), ...schema.meta() }
    : { ...schema.meta() };

/** The fields of an object schema by name; none for other schemas. */
export const fieldsOf = (schema: z.ZodType): Map<string, Field> => {
  const object = unwrap(schema);
  if (!(object instanceof z.ZodObject)) return new Map();
  return new Map(
    Object.entries(object.shape as z.ZodRawShape).map(([name, field]) => [
      name,
      describe(field as z.ZodType),
    ]),
  );
};

/** The field that a path leads to: `['figures', 'beneficiari', 'value']`. */
export const fieldAt = (schema: z.ZodType, path: readonly PropertyKey[]): Field | undefined => {
  const [first, ...rest] = path;
  if (first === undefined) return describe(schema);
  const inner = unwrap(schema);
  if (inner instanceof z.ZodObject) {
    const shape = inner.shape as z.ZodRawShape;
    const field = Object.hasOwn(shape, first) ? shape[String(first)] : undefined;
    return field && fieldAt(field as z.ZodType, rest);
  }
  if (inner instanceof z.ZodArray) return fieldAt(inner.element as z.ZodType, rest);
  if (inner instanceof z.ZodRecord) return fieldAt(inner.valueType as z.ZodType, rest);
  if (inner instanceof z.ZodUnion) {
    return (inner.options as z.ZodType[]).map((option) => fieldAt(option, path)).find((field) => field);
  }
  return undefined;
};

/** The field that a path leads to, or the list that it is an item of: what is said to whoever writes there. */
export const writtenFieldAt = (schema: z.ZodType, path: readonly PropertyKey[]): Field | undefined =>
  fieldAt(schema, path.slice(0, path.findLastIndex((part) => typeof part === 'string') + 1));

/** A value for a field as it is written in its file, on one line. */
export const exampleOf = (field: (FieldMeta & { schema?: z.ZodType }) | undefined): string => {
  if (field?.example !== undefined) return field.example;
  const inner = field?.schema && unwrap(field.schema);
  // A text in the place of a yes or no would be refused again, and a word that is none of a few too.
  if (inner instanceof z.ZodBoolean) return 'true';
  return inner instanceof z.ZodEnum ? String(inner.options[0]) : '"…"';
};

const INDENT = '  ';

/**
 * A field with a value as it is written in its file: one line, or a block with the fields inside that it must have.
 * @param name what stands before the colon
 */
export const exampleLines = (name: string, field: Field | undefined): string[] => {
  const inner = field?.example === undefined && field ? unwrap(field.schema) : undefined;
  const blockOf = (schema: z.ZodType): string[] =>
    [...fieldsOf(schema)]
      .filter(([, each]) => !isOptional(each.schema))
      .flatMap(([part, each]) => exampleLines(part, each));
  const below = (lines: readonly string[]): string[] => [`${name}:`, ...lines.map((line) => INDENT + line)];
  if (inner instanceof z.ZodObject) return below(blockOf(inner));
  if (inner instanceof z.ZodRecord) {
    const { example, widget } = describe(inner.keyType as z.ZodType);
    const key = example ?? (widget === 'day' ? '2026-03-04' : 'nome');
    return below(exampleLines(key, describe(inner.valueType as z.ZodType)));
  }
  if (inner instanceof z.ZodArray && fieldsOf(inner.element as z.ZodType).size > 0) {
    const [first = '', ...rest] = blockOf(inner.element as z.ZodType);
    return below([`- ${first}`, ...rest.map((line) => INDENT + line)]);
  }
  return [`${name}: ${exampleOf(field)}`];
};

/** True when the field may be left out. */
export const isOptional = (schema: z.ZodType): boolean => schema.safeParse(undefined).success;

/** A schema with what it says about itself. */
export const describe = (schema: z.ZodType): Field => ({ ...metaOf(schema), schema });
