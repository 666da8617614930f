import { z } from 'zod';
import { choice, key, partialDate, ref, slug, text, webPage } from './common.ts';

const fact = z.strictObject({
  edition: ref('editions').meta({ title: 'Edizione' }),
  kind: choice('Scegli fra', 'e', {
    activity: '',
    figure: '',
    partner: '',
    event: '',
    statement: '',
    note: '',
    film: '',
  }).meta({ title: 'Genere', example: 'event' }),
  source: slug('La fonte').meta({
    title: 'Fonte',
    hint: 'Il nome di una delle fonti elencate in questo file.',
    why: 'Ogni affermazione del sito deve poter essere seguita fino al documento che la dice.',
    example: 'sito-del-comune',
  }),
  confidence: choice('Scrivi', 'oppure', {
    read: 'letto nella fonte',
    excerpt: 'letto solo in un estratto',
    contradicted: 'le fonti non concordano',
  }).meta({ title: 'Quanto è sicuro', example: 'read' }),
  areas: z.array(ref('areas')).default([]).meta({
    title: 'Ambiti',
    hint: 'Gli ambiti in cui la città ha lavorato in questa edizione, se il fatto lo dice.',
    why: 'Da qui, e dalle attività, vengono le etichette della città e i filtri della mappa.',
    example: '[presa-in-carico]',
  }),
  date: partialDate.optional().meta({
    title: 'Data',
    why: 'La data ordina i fatti nella linea del tempo.',
    example: '2023-11-03',
  }),
  inferred: z.boolean().default(false).meta({
    title: 'Data dedotta',
    hint: 'true se la fonte non scrive la data per intero, e il resto è una nostra deduzione.',
    why: 'Accanto alla data il sito lo dice: chi legge non deve crederla scritta nella fonte.',
  }),
  timeline: z.boolean().default(false).meta({
    title: 'Nella linea del tempo',
    hint: 'true se sta nella cronologia del progetto.',
  }),
  value: text.optional().meta({
    title: 'Cifra',
    hint: 'La cifra come va mostrata, per esempio "316".',
    why: 'La cifra viene mostrata grande: deve essere quella della fonte.',
    example: '"316"',
  }),
  text: text.meta({ title: 'Testo', example: '"Il testo"', widget: 'text' }),
});

const factSource = webPage.extend({
  republishes: z.boolean().default(false).meta({
    title: 'Ripubblica una nota stampa della rete',
    hint: 'true se la pagina riporta una nota stampa della rete che qui non c’è.',
    why: 'Le parole sono della rete, anche se la pagina è di altri: il sito lo dice.',
  }),
});

export const factSheetTexts = z.object({
  facts: z.record(z.string(), z.object({ text: fact.shape.text, value: fact.shape.value })),
});

/**
 * Facts that come from pages elsewhere and not from a press note published here, one file a city (or `progetto.yaml`):
 * `content/facts/bologna.yaml`. Each names its source.
 */
export const factSheet = z.strictObject({
  city: ref('cities').optional().meta({
    title: 'Città',
    hint: 'Vuoto per i fatti che riguardano tutto il progetto.',
    why: 'Dalla città dipende in quale pagina e in quale punto della mappa compare.',
  }),
  sources: z.record(key('La fonte'), factSource).meta({ title: 'Fonti' }),
  facts: z.record(key('Il fatto'), fact).meta({ title: 'Fatti' }),
});

export type FactSheet = z.infer<typeof factSheet>;
