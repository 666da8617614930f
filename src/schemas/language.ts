import { z } from 'zod';
import { text } from './common.ts';

/** A language of the site, a line of `content/languages.yaml`. The first is the authoritative one. */
export const language = z.strictObject({
  code: z
    .string()
    .regex(/^[a-z]{2,3}$/, {
      error: 'Il codice della lingua ha due o tre lettere minuscole, per esempio uk.',
    })
    .meta({ title: 'Codice' }),
  name: text.meta({ title: 'Nome nella lingua stessa' }),
  dir: z
    .enum(['ltr', 'rtl'], { error: 'Scrivi ltr (da sinistra a destra) oppure rtl (da destra a sinistra).' })
    .meta({ title: 'Direzione' }),
  locale: z
    .string()
    .regex(/^[a-z]{2,3}(-[A-Za-z0-9]+)+$/, { error: 'Scrivi lingua e paese, per esempio fr-FR.' })
    .meta({
      title: 'Lingua e paese',
      description: 'Per date, numeri e ordine alfabetico.',
    }),
  notice: text.meta({
    title: 'Offerta della lingua',
    description:
      'La frase, in questa lingua, che la offre a chi legge in un’altra, per esempio "Read this page in English".',
  }),
});

export const languages = z.array(language).min(1);
export type Language = z.infer<typeof language>;
