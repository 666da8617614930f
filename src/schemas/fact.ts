import { z } from 'zod';
import { day, partialDate, slug, text, webAddress } from './common.ts';

export const factSheetTexts = z.object({
  facts: z.record(z.string(), z.object({ text, value: text.optional() })),
});

/**
 * Facts that do not come from a press note of the network, one file a city (or `progetto.yaml`):
 * `content/facts/bologna.yaml`. Each names its source.
 */
export const factSheet = z.strictObject({
  city: slug('La città')
    .optional()
    .meta({ title: 'Città', description: 'Vuoto per i fatti che riguardano tutto il progetto.' }),
  sources: z
    .record(
      slug('La fonte'),
      z.strictObject({
        title: text.meta({ title: 'Titolo della pagina' }),
        url: webAddress.meta({ title: 'Indirizzo' }),
        consulted: day.meta({ title: 'Consultata il' }),
      }),
    )
    .meta({ title: 'Fonti' }),
  facts: z
    .record(
      slug('Il fatto'),
      z.strictObject({
        edition: slug('L’edizione').meta({ title: 'Edizione' }),
        kind: z
          .enum(['activity', 'figure', 'partner', 'event', 'statement', 'note', 'film'], {
            error: 'Scegli fra activity, figure, partner, event, statement, note e film.',
          })
          .meta({ title: 'Genere' }),
        source: slug('La fonte').meta({
          title: 'Fonte',
          description: 'Il nome di una delle fonti elencate in questo file.',
        }),
        confidence: z
          .enum(['read', 'excerpt', 'contradicted'], {
            error:
              'Scrivi read (letto nella fonte), excerpt (letto solo in un estratto) oppure contradicted (le fonti non concordano).',
          })
          .meta({ title: 'Quanto è sicuro' }),
        date: partialDate.optional().meta({ title: 'Data' }),
        timeline: z.boolean().default(false).meta({
          title: 'Nella linea del tempo',
          description: 'true se sta nella cronologia del progetto.',
        }),
        value: text
          .optional()
          .meta({ title: 'Cifra', description: 'La cifra come va mostrata, per esempio "316".' }),
        text: text.meta({ title: 'Testo' }),
      }),
    )
    .meta({ title: 'Fatti' }),
});

export type FactSheet = z.infer<typeof factSheet>;
