import { z } from 'zod';
import { text } from './common.ts';

/**
 * Terms of the project, one file a language: `content/glossary/it.yaml`. Italian says what each term means;
 * the others say which words are always used for it.
 */
export const glossary = z.strictObject({
  terms: z.record(
    z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/),
    z.strictObject({
      term: text.meta({ title: 'Termine' }),
      meaning: text.meta({ title: 'Significato', description: 'In parole semplici.' }),
      synonyms: z
        .array(text)
        .default([])
        .meta({ title: 'Sinonimi', description: 'Altre parole con cui la gente lo cerca.' }),
    }),
  ),
});

export type Glossary = z.infer<typeof glossary>;
