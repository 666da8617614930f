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
  numbers: z
    .strictObject({
      group: z.string().length(1).meta({ title: 'Fra le migliaia', example: '"."' }),
      decimal: z.string().length(1).meta({ title: 'Prima dei decimali', example: '","' }),
    })
    .optional()
    .meta({
      title: 'Segni dei numeri',
      hint: 'Solo se chi legge il sito usa segni diversi da quelli del paese scritto sopra.',
      example: '{ group: ".", decimal: "," }',
    }),
  translation: z
    .strictObject({
      by: choice('Scrivi', 'oppure', { machine: 'da una macchina', person: 'da una persona' }).meta({
        title: 'Chi ha tradotto',
        example: 'machine',
      }),
      reviewed: choice('Scrivi', 'oppure', { yes: 'riveduta', no: 'non riveduta' }).meta({
        title: 'Riveduta da una persona competente',
        example: 'no',
      }),
    })
    .optional()
    .meta({
      title: 'Come sono fatte le parole dell’interfaccia',
      hint: 'Le pagine di elenchi lo dicono a chi legge. Se manca: da una macchina, non riveduta.',
      example: '{ by: machine, reviewed: no }',
    }),
  public: choice('Scrivi', 'oppure', { yes: 'pubblica', no: 'in preparazione' }).optional().meta({
    title: 'Pubblica',
    hint: 'no: la lingua è in preparazione, e la vede solo la redazione. yes: la vede chi legge, e il controllo avvisa se ha troppo pochi testi.',
    why: 'Una lingua tradotta a metà manda chi la sceglie da un testo italiano all’altro.',
    example: 'no',
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
