import { z } from 'zod';
import { ref, text } from './common.ts';

/** What is translated of an edition. The letterhead and the fund's names stay as the source writes them. */
export const editionTexts = z.object({
  summary: text.meta({
    title: 'In breve',
    hint: 'Una o due frasi: che cosa è questa edizione.',
    example: '"Uno spazio con laboratori per mamme e adolescenti."',
    widget: 'text',
  }),
  fundingStatement: text.meta({
    title: 'Dicitura del finanziamento',
    hint: 'La dicitura che sta in fondo a ogni pagina e in ogni documento, con l’emblema europeo.',
    example: '"Progetto finanziato dal Fondo Asilo, Migrazione e Integrazione (FAMI)."',
    widget: 'text',
  }),
});

/** An edition of the network: `content/editions/lgnet2.yaml`. */
export const edition = z.strictObject({
  name: text.meta({ title: 'Nome', hint: 'Il nome com’è usato, per esempio LgNet2.', example: '"Palermo"' }),
  fullName: text.meta({
    title: 'Nome per esteso',
    example: '"LgNet2 - Rete dei Comuni per una rapida risposta"',
  }),
  order: z
    .number()
    .int()
    .positive()
    .meta({ title: 'Ordine', hint: '1 per la prima edizione, 2 per la seconda …', example: '1' }),
  current: z.boolean().default(false).meta({
    title: 'Edizione in primo piano',
    hint: 'true per la sola edizione che il sito mostra in primo piano.',
    example: 'true',
  }),
  letterhead: z
    .strictObject({
      motto: text.meta({ title: 'Titolo del progetto' }),
      fund: text.meta({ title: 'Fondo' }),
      specificObjective: text.meta({ title: 'Obiettivo specifico' }),
      nationalObjective: text.meta({ title: 'Obiettivo nazionale' }),
      kicker: text.meta({ title: 'Tipo di documento', hint: 'Per esempio NOTA STAMPA.' }),
    })
    .optional()
    .meta({
      title: 'Intestazione delle note',
      hint: 'Le righe in testa a ogni nota stampa, parola per parola.',
    }),
  contacts: z
    .array(
      z.strictObject({
        name: text.meta({ title: 'Chi', example: '"Ufficio stampa"' }),
        email: z
          .email({ error: 'Questo non è un indirizzo di posta elettronica.' })
          .meta({ title: 'Posta elettronica', example: 'ufficio.stampa@comune.palermo.it' }),
        press: z
          .boolean()
          .default(false)
          .meta({ title: 'Per la stampa', hint: 'true se risponde ai giornalisti.' }),
      }),
    )
    .default([])
    .meta({ title: 'Contatti' }),
  storyPage: ref('pages').optional().meta({
    title: 'Pagina che la racconta',
    hint: 'La cartella in content/pages, per esempio progetto/lgnetea.',
  }),
  ...editionTexts.shape,
});

export type Edition = z.infer<typeof edition>;
