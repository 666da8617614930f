import { z } from 'zod';
import { coordinates, easyText, slug, source, text } from './common.ts';

/** The twenty regions of Italy; their names in each language are interface strings (`region.sicilia` …). */
export const regionIds = [
  'abruzzo',
  'basilicata',
  'calabria',
  'campania',
  'emilia-romagna',
  'friuli-venezia-giulia',
  'lazio',
  'liguria',
  'lombardia',
  'marche',
  'molise',
  'piemonte',
  'puglia',
  'sardegna',
  'sicilia',
  'toscana',
  'trentino-alto-adige',
  'umbria',
  'valle-d-aosta',
  'veneto',
] as const;

/** What is translated of a city. */
export const cityTexts = z.object({
  name: text.meta({ title: 'Nome', description: 'Il nome in questa lingua.' }),
  summary: text.meta({
    title: 'In breve',
    description: 'Una o due frasi, anche per i risultati di ricerca.',
  }),
  goal: text.optional().meta({
    title: 'Che cosa si è proposta',
    description: 'Due o tre frasi su quello che la città ha voluto fare.',
  }),
  easy: easyText.optional(),
});

/** A city of the network: `content/cities/palermo.yaml`. */
export const city = z.strictObject({
  officialName: text
    .optional()
    .meta({ title: 'Nome ufficiale', description: 'Se è diverso dal nome, per esempio Roma Capitale.' }),
  region: z
    .enum(regionIds, { error: `La regione non esiste. Scegline una fra: ${regionIds.join(', ')}.` })
    .meta({ title: 'Regione' }),
  coordinates,
  editions: z
    .array(
      z.strictObject({
        edition: slug('L’edizione').meta({ title: 'Edizione' }),
        representedBy: slug('Il partner').optional().meta({
          title: 'Rappresentata da',
          description:
            'Il partner che rappresenta la città, se non è il Comune (per Bolzano: azienda-servizi-sociali-bolzano).',
        }),
      }),
    )
    .min(1, { error: 'La città deve appartenere ad almeno un’edizione, per esempio "- edition: lgnet2".' })
    .meta({ title: 'Edizioni', description: 'Le edizioni della rete a cui la città partecipa.' }),
  areas: z.array(slug('L’ambito')).default([]).meta({
    title: 'Ambiti',
    description: 'Gli ambiti in cui la città ha lavorato, se una fonte lo dice.',
  }),
  source: source.optional(),
  ...cityTexts.shape,
});

export type City = z.infer<typeof city>;
export type RegionId = (typeof regionIds)[number];
