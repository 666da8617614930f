import { z } from 'zod';
import { key, text } from './common.ts';

/**
 * Terms of the project, one file a language: `content/glossary/it.yaml`. Italian says what each term means;
 * the others say which words are always used for it.
 */
export const glossary = z.strictObject({
  avoid: z.record(z.string().trim().min(1), text).default({}).meta({
    title: 'Parole da non usare',
    hint: 'Modi di dire che ingannano o offendono, e come dirlo invece: il controllo li segnala.',
    example: '{ "étrangers et habitants": "habitants étrangers et italiens" }',
  }),
  names: z.array(text).default([]).meta({
    title: 'Nomi che restano in questa lingua',
    hint: 'Titoli ed enti che le altre lingue non traducono: il sito dice ai lettori di schermo come pronunciarli.',
    example: '["Festa dell’integrazione"]',
  }),
  inflections: z.array(z.array(text).min(2)).default([]).meta({
    title: 'Forme della stessa parola',
    hint: 'Singolare e plurale che non si somigliano: chi cerca una forma trova anche le altre.',
    example: '[["مدرسة", "مدارس"]]',
  }),
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
        forms: z.array(text).default([]).meta({
          title: 'Altre forme ammesse',
          hint: 'Plurali e altri modi di dirlo che i testi possono usare al posto del termine.',
          example: '["logements"]',
        }),
        avoid: z.array(text).default([]).meta({
          title: 'Forme da non usare',
          hint: 'Altri modi di dirlo, che i testi di questa lingua non usano: il controllo li segnala.',
          example: '["note de presse"]',
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
