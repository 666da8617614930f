import { z } from 'zod';

/** A slug: lower-case ASCII words joined by hyphens. It is part of addresses, so it never changes once published. */
export const slug = (what: string) =>
  z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, {
    error: `${what}: sono ammesse solo lettere minuscole senza accento, cifre e trattini, per esempio "safe-space".`,
  });

/** Text for readers: not empty, no blanks around it. */
export const text = z.string().trim().min(1, { error: 'Il testo è vuoto: scrivi il testo o togli la riga.' });

/** A day, `YYYY-MM-DD`; YAML turns an unquoted one into a Date, which is brought back to the same form. */
export const day = z
  .preprocess(
    (value) => (value instanceof Date ? value.toISOString().slice(0, 10) : value),
    z.string().regex(/^\d{4}-\d{2}-\d{2}$/, {
      error: 'La data va scritta anno-mese-giorno, per esempio 2023-10-23.',
    }),
  )
  .refine(
    (value) =>
      !Number.isNaN(Date.parse(`${value}T00:00:00Z`)) &&
      new Date(`${value}T00:00:00Z`).toISOString().startsWith(value),
    {
      error: 'Questa data non esiste nel calendario.',
    },
  );

/** A day, a month (`2022-04`) or a year (`2021`), as exact as the source is. */
export const partialDate = z.preprocess(
  (value) =>
    value instanceof Date
      ? value.toISOString().slice(0, 10)
      : typeof value === 'number'
        ? String(value)
        : value,
  z.string().regex(/^\d{4}(-\d{2}(-\d{2})?)?$/, {
    error: 'La data va scritta 2022, 2022-04 oppure 2022-04-26, secondo quanto dice la fonte.',
  }),
);

/** An instant with its time zone, ISO 8601. */
export const instant = z.preprocess(
  (value) => (value instanceof Date ? value.toISOString() : value),
  z.iso.datetime({
    offset: true,
    error: 'Scrivi giorno, ora e fuso orario, per esempio "2026-03-01T11:00:00+01:00" (fra virgolette).',
  }),
);

/** An address on the web. */
export const webAddress = z.url({
  protocol: /^https?$/,
  error: 'Scrivi un indirizzo completo, che comincia con https://',
});

/** WGS84 position in decimal degrees, inside the box around Italy. */
export const coordinates = z
  .strictObject({
    lat: z
      .number({ error: 'La latitudine è un numero con il punto, per esempio 38.1157.' })
      .min(35.4, {
        error:
          'Questa latitudine è fuori dall’Italia (da 35.4 a 47.1). Forse latitudine e longitudine sono scambiate?',
      })
      .max(47.1, {
        error:
          'Questa latitudine è fuori dall’Italia (da 35.4 a 47.1). Forse latitudine e longitudine sono scambiate?',
      })
      .meta({ title: 'Latitudine' }),
    lon: z
      .number({ error: 'La longitudine è un numero con il punto, per esempio 13.3615.' })
      .min(6.6, {
        error:
          'Questa longitudine è fuori dall’Italia (da 6.6 a 18.6). Forse latitudine e longitudine sono scambiate?',
      })
      .max(18.6, { error: 'Questa longitudine è fuori dall’Italia (da 6.6 a 18.6).' })
      .meta({ title: 'Longitudine' }),
  })
  .meta({ title: 'Coordinate', description: 'Posizione in gradi decimali (WGS84).' });

/**
 * How a translation was made. `source` is the hash of the Italian text that it was made from
 * (see `sourceHash` in `src/lib/source-hash.ts`), so that a later change of the Italian is noticed.
 */
export const translationInfo = z
  .strictObject({
    by: z.enum(['machine', 'person'], {
      error: 'Scrivi machine (tradotto da una macchina) oppure person (tradotto da una persona).',
    }),
    reviewed: z.preprocess(
      (value) => (value === true ? 'yes' : value === false ? 'no' : value),
      z.enum(['yes', 'no'], { error: 'Scrivi yes (riveduto da una persona competente) oppure no.' }),
    ),
    source: z.string().regex(/^[0-9a-f]{16}$/, {
      error: 'Qui va l’impronta del testo italiano: la scrive "npm run traduzioni -- --stamp".',
    }),
  })
  .meta({ title: 'Com’è stata fatta la traduzione' });

/** Where a statement comes from: a note or a page of this site, or a public page elsewhere. */
export const source = z
  .union(
    [
      z.strictObject({ note: slug('La nota').meta({ title: 'Nota stampa' }) }),
      z.strictObject({ page: z.string().meta({ title: 'Pagina del sito' }) }),
      z.strictObject({
        title: text.meta({ title: 'Pagina di un altro sito' }),
        url: webAddress.meta({ title: 'Indirizzo' }),
        consulted: day.meta({ title: 'Consultata il' }),
      }),
    ],
    {
      error:
        'La fonte va scritta in uno di questi modi: "note: 2023-11-03-palermo", "page: progetto/lgnetea", oppure title, url e consulted.',
    },
  )
  .meta({ title: 'Fonte', description: 'Il documento che dice quello che scrivi qui.' });

/** Short version in easy language: one sentence of at most 15 words an item. */
export const easyText = z.array(text).min(3, { error: 'Il testo facile ha almeno tre frasi.' }).meta({
  title: 'In parole semplici',
  description: 'Il racconto in frasi corte (meno di 15 parole), senza parole difficili. Una frase per riga.',
});

export type TranslationInfo = z.infer<typeof translationInfo>;
export type Source = z.infer<typeof source>;
export type Coordinates = z.infer<typeof coordinates>;
