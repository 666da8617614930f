import { z } from 'zod';
import { slug, text } from './common.ts';

/**
 * A number that a note or a page states. Its sentence is marked in the body with `<Figure id="…">…</Figure>`,
 * so that wherever the number is shown it can be followed to the words that state it.
 */
export const figure = z.strictObject({
  value: z
    .number({ error: 'Il valore è un numero senza punti né parole, per esempio 1000.' })
    .nonnegative({ error: 'Il valore non può essere negativo.' })
    .meta({ title: 'Valore', description: 'Solo il numero, per esempio 1000.' }),
  qualifier: z
    .enum(['exactly', 'over', 'about'], {
      error: 'Scrivi exactly (esatto), over (oltre) oppure about (circa).',
    })
    .meta({ title: 'Precisione', description: 'exactly = esatto, over = oltre, about = circa.' }),
  areas: z
    .array(slug('L’ambito'))
    .default([])
    .meta({ title: 'Ambiti', description: 'Gli ambiti di azione a cui la cifra si riferisce.' }),
  label: text.meta({ title: 'Che cosa conta', description: 'Per esempio "beneficiari".' }),
});

/** The part of a figure that is translated. */
export const figureTexts = z.object({ label: text });

export const figures = z.record(slug('Il nome della cifra'), figure).meta({
  title: 'Cifre',
  description:
    'Le cifre che il testo afferma. Ogni cifra ha nel testo la sua frase segnata con <Figure id="nome">…</Figure>.',
});

export type Figure = z.infer<typeof figure>;
