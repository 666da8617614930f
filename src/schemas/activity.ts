import { z } from 'zod';
import { coordinates, ref, source, text, title } from './common.ts';

export const activityTexts = z.object({
  title,
  summary: text.meta({
    title: 'Descrizione breve',
    hint: 'Due o tre frasi: che cosa è, per chi è.',
    example: '"Uno spazio con laboratori per mamme e adolescenti."',
    widget: 'text',
  }),
  forWhom: text.optional().meta({
    title: 'Per chi',
    hint: 'Le persone a cui si rivolge, se la fonte lo dice.',
    example: '"Mamme e adolescenti"',
  }),
  workshops: z.array(text).default([]).meta({
    title: 'Laboratori',
    hint: 'I laboratori che la fonte nomina.',
    example: '["Sartoria", "Ballo"]',
  }),
});

/** Something that a city does or did: `content/activities/palermo/safe-space.yaml`. */
export const activity = z.strictObject({
  city: ref('cities').meta({
    title: 'Città',
    why: 'Dalla città dipende in quale pagina e in quale punto della mappa compare.',
  }),
  edition: ref('editions').meta({ title: 'Edizione' }),
  areas: z
    .array(ref('areas'))
    .min(1, { error: 'Indica almeno un ambito, per esempio "- presa-in-carico".' })
    .meta({ title: 'Ambiti', example: '[presa-in-carico]' }),
  order: z
    .number()
    .int()
    .positive()
    .default(100)
    .meta({ title: 'Ordine', hint: 'L’ordine nella pagina della città.', example: '1' }),
  places: z
    .array(
      z.strictObject({
        name: text.meta({ title: 'Luogo', example: '"Palermo"' }),
        coordinates: coordinates.optional(),
      }),
    )
    .default([])
    .meta({
      title: 'Luoghi',
      hint: 'I luoghi che la fonte nomina; le coordinate solo se le conosci da una fonte.',
    }),
  source,
  ...activityTexts.shape,
});

export type Activity = z.infer<typeof activity>;
