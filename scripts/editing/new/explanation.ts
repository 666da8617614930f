import type { FieldMeta } from '../../../src/schemas/meta.ts';

/** The comment that explains a field, in the words of its schema. */
export const explanation = (name: string, { title = name, hint }: FieldMeta): string =>
  `# ${title}${hint === undefined ? '' : `: ${hint}`}`;
