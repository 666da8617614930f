import { z } from 'zod';
import { text } from './common.ts';

/** What is translated of an edition. The letterhead and the fund's names stay as the source writes them. */
export const editionTexts = z.object({
  summary: text.meta({ title: 'In breve', description: 'Una o due frasi: che cosa è questa edizione.' }),
  fundingStatement: text.meta({
    title: 'Dicitura del finanziamento',
    description: 'La dicitura che sta in fondo a ogni pagina e in ogni documento, con l’emblema europeo.',
  }),
});

/** An edition of the network: `content/editions/lgnet2.yaml`. */
export const edition = z.strictObject({
  name: text.meta({ title: 'Nome', description: 'Il nome com’è usato, per esempio LgNet2.' }),
  fullName: text.meta({ title: 'Nome per esteso' }),
  order: z
    .number()
    .int()
    .positive()
    .meta({ title: 'Ordine', description: '1 per la prima edizione, 2 per la seconda …' }),
  current: z.boolean().default(false).meta({
    title: 'Edizione in primo piano',
    description: 'true per la sola edizione che il sito mostra in primo piano.',
  }),
  letterhead: z
    .strictObject({
      motto: text.meta({ title: 'Titolo del progetto' }),
      fund: text.meta({ title: 'Fondo' }),
      specificObjective: text.meta({ title: 'Obiettivo specifico' }),
      nationalObjective: text.meta({ title: 'Obiettivo nazionale' }),
      kicker: text.meta({ title: 'Tipo di documento', description: 'Per esempio NOTA STAMPA.' }),
    })
    .optional()
    .meta({
      title: 'Intestazione delle note',
      description: 'Le righe in testa a ogni nota stampa, parola per parola.',
    }),
  contacts: z
    .array(
      z.strictObject({
        name: text.meta({ title: 'Chi' }),
        email: z
          .email({ error: 'Questo non è un indirizzo di posta elettronica.' })
          .meta({ title: 'Posta elettronica' }),
        press: z
          .boolean()
          .default(false)
          .meta({ title: 'Per la stampa', description: 'true se risponde ai giornalisti.' }),
      }),
    )
    .default([])
    .meta({ title: 'Contatti' }),
  storyPage: z.string().optional().meta({
    title: 'Pagina che la racconta',
    description: 'La cartella in content/pages, per esempio progetto/lgnetea.',
  }),
  ...editionTexts.shape,
});

export type Edition = z.infer<typeof edition>;
