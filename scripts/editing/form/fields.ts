import type { Field } from '@sveltia/cms';
import { z } from 'zod';
import { optionLabel, type FieldMeta } from '../../../src/schemas/meta.ts';
import { concepts } from '../../../src/schemas/index.ts';
import {
  describe,
  fieldsOf,
  isOptional,
  unwrap,
  type Field as SchemaField,
} from '../content/schema-fields.ts';
import { CHOICE, NAME, ownNames, type FieldShape, type Shape } from './shape.ts';

/** A field of the form, and how its value differs from the file's. */
export interface FormField {
  field: Field;
  shape: FieldShape;
}

/** Fields of the form by name, in the schema's order. */
export interface FormFields {
  fields: Field[];
  shapes: Record<string, FieldShape>;
}

/**
 * The form's fields of an object schema: labels, hints, choices and widgets from its meta, and a list of
 * entries to choose from where a field names another entry.
 *
 * @param schema an object schema
 * @param where the way to it, for error messages
 * @throws Error when a field has no title: editors would be shown a name in English
 */
export const formFields = (schema: z.ZodType, where: string): FormFields => {
  const all = [...fieldsOf(schema)].map(([name, field]) => {
    if (ownNames.includes(name)) throw new Error(`${where}.${name}: the form needs this name for itself`);
    return [name, formField(name, field, `${where}.${name}`)] as const;
  });
  return {
    fields: all.map(([, { field }]) => field),
    shapes: Object.fromEntries(all.map(([name, { shape }]) => [name, shape])),
  };
};

const formField = (name: string, own: SchemaField, where: string): FormField => {
  const { schema, title, hint } = own;
  if (title === undefined) throw new Error(`${where}: give the field a title with .meta({ title: '…' })`);
  const inner = unwrap(schema);
  const start = schema.safeParse(undefined).data;
  const common = {
    name,
    label: title,
    ...(hint !== undefined && { hint: inPlainWords(hint) }),
    // A choice with a value from the start has no "none".
    required: !isOptional(schema) || (inner instanceof z.ZodEnum && start !== undefined),
  };
  const { widget, shape } = widgetOf(own, where);
  const isDraftable = inner instanceof z.ZodEnum && inner.options.includes('draft');
  return {
    field: {
      ...common,
      ...widget,
      // What is new is not public yet: whoever publishes it says so.
      ...(shape.kind === 'value' && start !== undefined && { default: isDraftable ? 'draft' : start }),
    } as Field,
    shape: {
      ...shape,
      ...(start !== undefined && { initial: start }),
      ...(!isOptional(schema) && accepts(schema, []) && ({ keepsEmpty: true } as const)),
    },
  };
};

/** Hints are Markdown in the form, where `<Figure …>` would vanish. */
const inPlainWords = (text: string): string => text.replaceAll('<', '‹').replaceAll('>', '›');

type Widget = Record<string, unknown> & { widget: string };

const VALUE: Shape = { kind: 'value' };

const widgetOf = (field: SchemaField, where: string): { widget: Widget; shape: Shape } => {
  const inner = unwrap(field.schema);
  if (inner instanceof z.ZodObject) {
    const { fields, shapes } = formFields(inner, where);
    return {
      widget: { widget: 'object', fields, collapsed: 'auto' },
      shape: { kind: 'object', fields: shapes },
    };
  }
  if (inner instanceof z.ZodRecord) return namedThings(inner, where);
  if (inner instanceof z.ZodArray) return list(field, inner, where);
  if (inner instanceof z.ZodUnion) return choice(inner, where);
  return { widget: valueWidget(field, inner, where), shape: VALUE };
};

const list = ({ widget: kind }: SchemaField, schema: z.ZodArray, where: string) => {
  const item = describe(schema.element as z.ZodType);
  const { minItems } = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' });
  const bounds = minItems === undefined ? {} : { min: minItems };
  const { widget, shape } = widgetOf({ widget: kind, ...item }, where);
  if (widget.widget === 'object') {
    return {
      widget: { ...widget, ...bounds, widget: 'list' },
      shape: { kind: 'list', item: shape } as const,
    };
  }
  return {
    // Entries and choices are ticked; texts have one box each.
    widget:
      widget.widget === 'relation' || widget.widget === 'select'
        ? { ...widget, ...bounds, multiple: true }
        : { widget: 'list', ...bounds, field: { ...widget, name: 'item', label: 'Voce' } },
    shape: { kind: 'list', item: shape } as const,
  };
};

const namedThings = (schema: z.ZodRecord, where: string): { widget: Widget; shape: Shape } => {
  const { fields, shapes } = formFields(schema.valueType as z.ZodType, where);
  const { schema: key, title, widget } = describe(schema.keyType as unknown as z.ZodType);
  const dated = widget === 'day';
  const name = {
    name: NAME,
    label: dated ? 'Data' : (title ?? 'Nome'),
    hint: refusal(key),
    required: true,
    ...(dated ? dayWidget : { widget: 'string', ...pattern(key) }),
  };
  return {
    widget: {
      widget: 'list',
      collapsed: 'auto',
      summary: `{{fields.${NAME}}}`,
      fields: [name as Field, ...fields],
    },
    shape: { kind: 'named', item: { kind: 'object', fields: shapes } },
  };
};

const choice = (schema: z.ZodUnion, where: string): { widget: Widget; shape: Shape } => {
  const variants = (schema.options as unknown as z.ZodType[]).map((option) => {
    const { fields, shapes } = formFields(option, where);
    const name = fields[0]?.name ?? '';
    return { type: { name, label: fields[0]?.label ?? name, fields }, variant: { name, fields: shapes } };
  });
  return {
    widget: { widget: 'object', typeKey: CHOICE, types: variants.map(({ type }) => type) },
    shape: { kind: 'choice', variants: variants.map(({ variant }) => variant) },
  };
};

const valueWidget = (
  { schema, refersTo, widget, options }: SchemaField,
  inner: z.ZodType,
  where: string,
): Widget => {
  if (inner instanceof z.ZodBoolean) return { widget: 'boolean' };
  if (inner instanceof z.ZodEnum) return { widget: 'select', options: choices(inner, options) };
  if (inner instanceof z.ZodNumber) return numberWidget(inner);
  if (!(inner instanceof z.ZodString || inner instanceof z.ZodStringFormat)) {
    throw new Error(`${where}: the form has no field for ${inner.constructor.name}`);
  }
  if (refersTo !== undefined) {
    const { shape } = concepts[refersTo].record as z.ZodObject;
    const shown = ['title', 'name'].find((key) => key in shape) ?? '{{slug}}';
    return {
      widget: 'relation',
      collection: refersTo,
      value_field: '{{slug}}',
      display_fields: [shown],
      search_fields: [shown],
    };
  }
  if (widget === 'day') return dayWidget;
  // The hour of Italy wherever the editor sits, with the offset that Rome has on that day.
  if (widget === 'instant') return { widget: 'datetime', input_timezone: 'Europe/Rome' };
  if (widget === 'image') return { widget: 'image', media_folder: '', public_folder: '', choose_url: false };
  if (inner instanceof z.ZodURL) return { widget: 'string', type: 'url', ...pattern(schema) };
  if (inner instanceof z.ZodEmail) return { widget: 'string', type: 'email' };
  const longest = z.toJSONSchema(inner, { io: 'input', unrepresentable: 'any' }).maxLength;
  const bounds = longest === undefined ? {} : { maxlength: longest };
  return widget === 'text'
    ? { widget: 'text', ...bounds }
    : { widget: 'string', ...bounds, ...pattern(schema) };
};

const dayWidget: Widget = { widget: 'datetime', type: 'date', format: 'YYYY-MM-DD' };

const accepts = (schema: z.ZodType, value: unknown): boolean => schema.safeParse(value).success;

/** What a field says to a value that can never be right. */
const refusal = (schema: z.ZodType): string => schema.safeParse('\u0000').error?.issues[0]?.message ?? '';

/** The pattern of a text with what the schema says of a text that does not match. */
export const pattern = (schema: z.ZodType): { pattern?: [string, string] } => {
  const { pattern: own } = z.toJSONSchema(unwrap(schema), { io: 'input', unrepresentable: 'any' });
  return own === undefined ? {} : { pattern: [own, refusal(schema)] };
};

const choices = (schema: z.ZodEnum, words: FieldMeta['options']): { label: string; value: string }[] =>
  schema.options.map(String).map((value) => ({ value, label: optionLabel(value, words) }));

const numberWidget = (schema: z.ZodNumber): Widget => {
  const { type, minimum, exclusiveMinimum, maximum } = z.toJSONSchema(schema, { io: 'input' });
  const whole = type === 'integer';
  const least = minimum ?? (whole && typeof exclusiveMinimum === 'number' ? exclusiveMinimum + 1 : undefined);
  return {
    widget: 'number',
    value_type: whole ? 'int' : 'float',
    step: whole ? 1 : 0.0001,
    ...(least !== undefined && { min: least }),
    ...(maximum !== undefined && maximum < Number.MAX_SAFE_INTEGER && { max: maximum }),
  };
};
