import { z } from 'zod';
import { SLUG } from '../lib/slug.ts';
import { conceptNames, type ConceptName, type ConceptWords, type ReferenceWords } from './concept-names.ts';
import { optionLabel } from './meta.ts';

/**
 * A name for files and addresses, see `SLUG`.
 * @param what whose name it is, for the message: "La città"
 */
export const slug = (what: string) =>
  z.string().regex(SLUG, {
    error: `${what}: sono ammesse solo lettere minuscole senza accento, cifre e trattini, per esempio "safe-space".`,
  });

/** The name that a thing of a table has: `beneficiari` in `figures: { beneficiari: … }`. */
export const key = (what: string) => slug(what).meta({ title: what });

/** The concepts whose entries a field may name. */
type Referable = {
  [Name in ConceptName]: (typeof conceptNames)[Name] extends { reference: ReferenceWords } ? Name : never;
}[ConceptName];

/** The name of an entry of another concept: `ref('cities')` for `city: palermo`. */
export const ref = (to: Referable): z.ZodString => {
  const { reference, ...words }: ConceptWords & { reference: ReferenceWords } = conceptNames[to];
  return (words.inFolders ? z.string() : slug(reference.the)).meta({
    refersTo: to,
    example: reference.example,
  });
};

/**
 * One of several values. The message is made of the values and the Italian words for them:
 * `choice('Scrivi', 'oppure', { no: '', yes: 'riveduto' })` says "Scrivi no oppure yes (riveduto)."
 * @param ask the words before the values
 * @param or the word before the last of them; none where a comma will do
 * @param options Italian words by value; an empty one where the value is the word
 */
export const choice = <const Value extends string>(
  ask: string,
  or: string | undefined,
  options: Readonly<Record<Value, string>>,
) => {
  const values = Object.keys(options) as Value[];
  const shown = values.map((value) => optionLabel(value, options));
  const last = or === undefined ? '' : ` ${or} ${shown.pop()}`;
  return z.enum(values, { error: `${ask} ${shown.join(', ')}${last}.` }).meta({ options });
};

/** Text for readers: not empty, no blanks around it. */
export const text = z.string().trim().min(1, { error: 'Il testo è vuoto: scrivi il testo o togli la riga.' });

export const title = text.meta({
  title: 'Titolo',
  why: 'Il titolo è la prima cosa che si legge, nella pagina, negli elenchi e nei risultati di ricerca.',
  example: '"Palermo fra i Comuni della rete LgNet2"',
});

/** What a picture shows, in words. */
export const pictureAlt = text.meta({
  title: 'Testo alternativo',
  hint: 'Che cosa si vede, per chi non vede.',
  why: 'Chi non vede l’immagine ascolta questo testo al suo posto: la legge lo richiede.',
  example: '"Sei persone cuciono attorno a un tavolo"',
});

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
  )
  .meta({ widget: 'day' });

/** A day, a month (`2022-04`) or a year (`2021`), as exact as the source is. */
export const partialDate = z
  .preprocess(
    (value) =>
      value instanceof Date
        ? value.toISOString().slice(0, 10)
        : typeof value === 'number'
          ? String(value)
          : value,
    z.string().regex(/^\d{4}(-\d{2}(-\d{2})?)?$/, {
      error: 'La data va scritta 2022, 2022-04 oppure 2022-04-26, secondo quanto dice la fonte.',
    }),
  )
  .meta({ widget: 'partial-day' });

/** An instant with its time zone, ISO 8601. */
export const instant = z
  .preprocess(
    (value) => (value instanceof Date ? value.toISOString() : value),
    z.iso.datetime({
      offset: true,
      error: 'Scrivi giorno, ora e fuso orario, per esempio "2026-03-01T11:00:00+01:00" (fra virgolette).',
    }),
  )
  .meta({ widget: 'instant' });

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
      .meta({
        title: 'Latitudine',
        why: 'Dalle coordinate dipende il punto sulla mappa.',
        example: '38.1157',
      }),
    lon: z
      .number({ error: 'La longitudine è un numero con il punto, per esempio 13.3615.' })
      .min(6.6, {
        error:
          'Questa longitudine è fuori dall’Italia (da 6.6 a 18.6). Forse latitudine e longitudine sono scambiate?',
      })
      .max(18.6, { error: 'Questa longitudine è fuori dall’Italia (da 6.6 a 18.6).' })
      .meta({
        title: 'Longitudine',
        why: 'Dalle coordinate dipende il punto sulla mappa.',
        example: '13.3615',
      }),
  })
  .meta({
    title: 'Coordinate',
    hint: 'Posizione in gradi decimali (WGS84).',
    example: '{ lat: 38.1157, lon: 13.3615 }',
  });

/**
 * How a translation was made. `source` is the hash of the Italian text that it was made from
 * (see `sourceHash` in `src/lib/source-hash.ts`), so that a later change of the Italian is noticed.
 */
export const translationInfo = z
  .strictObject({
    by: choice('Scrivi', 'oppure', {
      machine: 'tradotto da una macchina',
      person: 'tradotto da una persona',
    }).meta({
      why: 'Chi legge ha diritto di sapere se il testo è stato tradotto da una macchina.',
      example: 'person',
    }),
    reviewed: z
      .preprocess(
        (value) => (value === true ? 'yes' : value === false ? 'no' : value),
        choice('Scrivi', 'oppure', { yes: 'riveduto da una persona competente', no: '' }),
      )
      .meta({
        why: 'Chi legge ha diritto di sapere se una persona competente ha riveduto la traduzione.',
        example: 'yes',
      }),
    source: z
      .string()
      .regex(/^[0-9a-f]{16}$/, {
        error: 'Qui va l’impronta del testo italiano: la scrive "npm run traduzioni -- --stamp".',
      })
      .meta({
        why: 'Dall’impronta il sito capisce se l’italiano è cambiato dopo la traduzione, e lo dice a chi legge.',
        example: '"0123456789abcdef"',
      }),
  })
  .meta({
    title: 'Com’è stata fatta la traduzione',
    why: 'Chi legge ha diritto di sapere se il testo è stato tradotto da una macchina e se qualcuno l’ha riveduto.',
    example: '{ by: person, reviewed: yes, source: "0123456789abcdef" }',
  });

/** A page elsewhere, as it was on a day. */
export const webPage = z.strictObject({
  title: text.meta({
    title: 'Titolo della pagina',
    why: 'Il titolo è la prima cosa che si legge, nella pagina, negli elenchi e nei risultati di ricerca.',
    example: '"Palermo fra i Comuni della rete LgNet2"',
  }),
  url: webAddress.meta({
    title: 'Indirizzo',
    why: 'Chi vuole controllare la fonte deve poterla aprire.',
    example: 'https://www.comune.palermo.it/',
  }),
  consulted: day.meta({
    title: 'Consultata il',
    why: 'Una pagina altrui può cambiare: conta il giorno in cui è stata letta.',
    example: '2023-11-03',
  }),
});

/** Where a statement comes from: a note or a page of this site, or a public page elsewhere. */
export const source = z
  .union(
    [
      z.strictObject({ note: ref('press-notes').meta({ title: 'Nota stampa' }) }),
      z.strictObject({ page: ref('pages').meta({ title: 'Pagina del sito' }) }),
      webPage.extend({ title: webPage.shape.title.meta({ title: 'Pagina di un altro sito' }) }),
    ],
    {
      error:
        'La fonte va scritta in uno di questi modi: "note: 2023-11-03-palermo", "page: progetto/lgnetea", oppure title, url e consulted.',
    },
  )
  .meta({
    title: 'Fonte',
    hint: 'Il documento che dice quello che scrivi qui.',
    why: 'Ogni affermazione del sito deve poter essere seguita fino al documento che la dice.',
    example: '{ note: 2023-11-03-palermo }',
  });

/** Short version in easy language: one sentence of at most 15 words an item. */
export const easyText = z.array(text).min(3, { error: 'Il testo facile ha almeno tre frasi.' }).meta({
  title: 'In parole semplici',
  hint: 'Il racconto in frasi corte (meno di 15 parole), senza parole difficili. Una frase per riga.',
  why: 'Le parole semplici servono a chi sta imparando l’italiano.',
  example: '["Palermo fa parte della rete.", "Qui c’è uno spazio per le mamme.", "Puoi chiedere aiuto."]',
  widget: 'text',
});

export type TranslationInfo = z.infer<typeof translationInfo>;
export type Source = z.infer<typeof source>;
export type Coordinates = z.infer<typeof coordinates>;
