import type { Field } from '../content/schema-fields.ts';

/** The comment that explains a field, in the words of its schema. */
export const explanation = (name: string, { title = name, description }: Omit<Field, 'schema'>): string =>
  `# ${title}${description === undefined ? '' : `: ${description}`}`;
