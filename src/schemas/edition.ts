import { z } from 'zod';
import { partialDate, ref, text } from './common.ts';

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
  begins: partialDate.optional().meta({
    title: 'Comincia',
    hint: 'Quando comincia, esatto quanto la fonte: 2024, 2024-01 o 2024-01-15. Se nessuna fonte lo dice, lascialo vuoto.',
    why: 'Dalle date il sito sa se un’edizione è in corso, e non manda nessuno a un servizio che non c’è.',
    example: '"2024-01"',
  }),
  ends: partialDate.optional().meta({
    title: 'Finisce',
    hint: 'Quando finisce, esatto quanto la fonte. Se nessuna fonte lo dice, lascialo vuoto: l’edizione risulta in corso.',
    why: 'Dalle date il sito sa se un’edizione è conclusa, e non manda nessuno a un servizio che non c’è più.',
    example: '"2027-01"',
  }),
  toldFirst: z.boolean().default(false).meta({
    title: 'Raccontata per prima',
    hint: 'true per la sola edizione di cui il sito parla nella prima pagina. Non dice che è in corso: lo dicono le date.',
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
  hashtags: z
    .array(
      text.regex(/^[\p{L}\p{M}\p{N}_]+$/u, {
        error: 'Un hashtag è una parola sola, senza # e senza spazi, per esempio "LgNet2".',
      }),
    )
    .default([])
    .meta({
      title: 'Hashtag',
      hint: 'Le parole che stanno in fondo al testo da incollare sui social, senza #. Il nome della città si aggiunge da solo.',
      example: '["LgNet2", "inclusione"]',
    }),
  storyPage: ref('pages').optional().meta({
    title: 'Pagina che la racconta',
    hint: 'La cartella in content/pages, per esempio progetto/lgnetea.',
  }),
  ...editionTexts.shape,
});

export type Edition = z.infer<typeof edition>;
