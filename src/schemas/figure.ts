import { z } from 'zod';
import { choice, key, ref, text } from './common.ts';

/**
 * A number that a note or a page states. Its sentence is marked in the body with `<Figure id="…">…</Figure>`,
 * so that wherever the number is shown it can be followed to the words that state it.
 */
export const figure = z.strictObject({
  value: z
    .number({ error: 'Il valore è un numero senza punti né parole, per esempio 1000.' })
    .nonnegative({ error: 'Il valore non può essere negativo.' })
    .meta({
      title: 'Valore',
      hint: 'Solo il numero, per esempio 1000.',
      why: 'La cifra viene mostrata grande e confrontata con le altre: deve essere un numero.',
      example: '200',
    }),
  qualifier: choice('Scrivi', 'oppure', { exactly: 'esatto', over: 'oltre', about: 'circa' }).meta({
    title: 'Precisione',
    hint: 'exactly = esatto, over = oltre, about = circa.',
    example: 'exactly',
  }),
  areas: z.array(ref('areas')).default([]).meta({
    title: 'Ambiti',
    hint: 'Gli ambiti di azione a cui la cifra si riferisce.',
    example: '[presa-in-carico]',
  }),
  label: text.meta({ title: 'Che cosa conta', hint: 'Per esempio "beneficiari".', example: '"beneficiari"' }),
});

/** The part of a figure that is translated. */
export const figureTexts = z.object({ label: figure.shape.label });

export const figures = z.record(key('Il nome della cifra'), figure).meta({
  title: 'Cifre',
  hint: 'Le cifre che il testo afferma. Ogni cifra ha nel testo la sua frase segnata con <Figure id="nome">…</Figure>.',
});

export type Figure = z.infer<typeof figure>;
