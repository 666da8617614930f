import { z } from 'zod';
import { choice, coordinates, easyText, ref, source, text } from './common.ts';

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

const regions = Object.fromEntries(regionIds.map((id) => [id, ''])) as Record<RegionId, string>;

/** What is translated of a city. */
export const cityTexts = z.object({
  name: text.meta({ title: 'Nome', hint: 'Il nome in questa lingua.', example: '"Palermo"' }),
  summary: text.meta({
    title: 'In breve',
    hint: 'Una o due frasi, anche per i risultati di ricerca.',
    example: '"Uno spazio con laboratori per mamme e adolescenti."',
    widget: 'text',
  }),
  goal: text.optional().meta({
    title: 'Che cosa si è proposta',
    hint: 'Due o tre frasi su quello che la città ha voluto fare.',
    example: '"La città ha voluto rafforzare i servizi."',
    widget: 'text',
  }),
  easy: easyText.optional(),
});

/** A city of the network: `content/cities/palermo.yaml`. */
export const city = z.strictObject({
  officialName: text.optional().meta({
    title: 'Nome ufficiale',
    hint: 'Se è diverso dal nome, per esempio Roma Capitale.',
    example: '"Roma Capitale"',
  }),
  region: choice('La regione non esiste. Scegline una fra:', undefined, regions).meta({
    title: 'Regione',
    why: 'Le città si cercano anche per regione.',
    example: 'sicilia',
  }),
  coordinates,
  editions: z
    .array(
      z.strictObject({
        edition: ref('editions').meta({ title: 'Edizione' }),
        representedBy: ref('partners').optional().meta({
          title: 'Rappresentata da',
          hint: 'Il partner che rappresenta la città, se non è il Comune (per Bolzano: azienda-servizi-sociali-bolzano).',
        }),
      }),
    )
    .min(1, { error: 'La città deve appartenere ad almeno un’edizione, per esempio "- edition: lgnet2".' })
    .meta({
      title: 'Edizioni',
      hint: 'Le edizioni della rete a cui la città partecipa.',
      example: '[{ edition: lgnet2 }]',
    }),
  areas: z.array(ref('areas')).default([]).meta({
    title: 'Ambiti',
    hint: 'Gli ambiti in cui la città ha lavorato, se una fonte lo dice.',
    example: '[presa-in-carico]',
  }),
  source: source.optional(),
  ...cityTexts.shape,
});

export type City = z.infer<typeof city>;
export type RegionId = (typeof regionIds)[number];
