import { z } from 'zod';
import { key, text } from './common.ts';

/**
 * Terms of the project, one file a language: `content/glossary/it.yaml`. Italian says what each term means;
 * the others say which words are always used for it.
 */
export const glossary = z.strictObject({
  terms: z
    .record(
      key('Il termine'),
      z.strictObject({
        term: text.meta({ title: 'Termine', example: '"presa in carico"' }),
        meaning: text.meta({
          title: 'Significato',
          hint: 'In parole semplici.',
          example: '"Qualcuno segue la persona dall\'inizio alla fine."',
          widget: 'text',
        }),
        synonyms: z
          .array(text)
          .default([])
          .meta({ title: 'Sinonimi', hint: 'Altre parole con cui la gente lo cerca.' }),
      }),
    )
    .meta({ example: '{ presa-in-carico: { term: "presa in carico", meaning: "…" } }' }),
});

export type Glossary = z.infer<typeof glossary>;
