import { z } from 'zod';
import { choice, text } from './common.ts';

/** A language of the site, a line of `content/languages.yaml`. The first is the authoritative one. */
export const language = z.strictObject({
  code: z
    .string()
    .regex(/^[a-z]{2,3}$/, {
      error: 'Il codice della lingua ha due o tre lettere minuscole, per esempio uk.',
    })
    .meta({ title: 'Codice', example: 'uk' }),
  name: text.meta({ title: 'Nome nella lingua stessa', example: '"Palermo"' }),
  dir: choice('Scrivi', 'oppure', { ltr: 'da sinistra a destra', rtl: 'da destra a sinistra' }).meta({
    title: 'Direzione',
    example: 'ltr',
  }),
  locale: z
    .string()
    .regex(/^[a-z]{2,3}(-[A-Za-z0-9]+)+$/, { error: 'Scrivi lingua e paese, per esempio fr-FR.' })
    .meta({
      title: 'Lingua e paese',
      hint: 'Per date, numeri e ordine alfabetico.',
      example: 'uk-UA',
    }),
  notice: text.meta({
    title: 'Offerta della lingua',
    hint: 'La frase, in questa lingua, che la offre a chi legge in un’altra, per esempio "Read this page in English".',
    example: '"Читати цю сторінку українською"',
    widget: 'text',
  }),
});

export const languages = z.array(language).min(1);
export type Language = z.infer<typeof language>;
