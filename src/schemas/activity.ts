import { z } from 'zod';
import { coordinates, slug, source, text } from './common.ts';

export const activityTexts = z.object({
  title: text.meta({ title: 'Titolo' }),
  summary: text.meta({ title: 'Descrizione breve', description: 'Due o tre frasi: che cosa è, per chi è.' }),
  forWhom: text
    .optional()
    .meta({ title: 'Per chi', description: 'Le persone a cui si rivolge, se la fonte lo dice.' }),
  workshops: z
    .array(text)
    .default([])
    .meta({ title: 'Laboratori', description: 'I laboratori che la fonte nomina.' }),
});

/** Something that a city does or did: `content/activities/palermo/safe-space.yaml`. */
export const activity = z.strictObject({
  city: slug('La città').meta({ title: 'Città' }),
  edition: slug('L’edizione').meta({ title: 'Edizione' }),
  areas: z
    .array(slug('L’ambito'))
    .min(1, { error: 'Indica almeno un ambito, per esempio "- presa-in-carico".' })
    .meta({ title: 'Ambiti' }),
  order: z
    .number()
    .int()
    .positive()
    .default(100)
    .meta({ title: 'Ordine', description: 'L’ordine nella pagina della città.' }),
  places: z
    .array(z.strictObject({ name: text.meta({ title: 'Luogo' }), coordinates: coordinates.optional() }))
    .default([])
    .meta({
      title: 'Luoghi',
      description: 'I luoghi che la fonte nomina; le coordinate solo se le conosci da una fonte.',
    }),
  source,
  ...activityTexts.shape,
});

export type Activity = z.infer<typeof activity>;
