import { z } from 'zod';
import { slug, source, text, webAddress } from './common.ts';

export const partnerTexts = z.object({
  explanation: text.optional().meta({
    title: 'Spiegazione',
    description: 'Che cosa è, in poche parole; il nome resta in italiano in tutte le lingue.',
  }),
});

/** A body that takes part: `content/partners/centro-penc.yaml`. Its name is never translated. */
export const partner = z.strictObject({
  name: text.meta({ title: 'Nome', description: 'Il nome com’è scritto nella fonte.' }),
  role: z
    .enum(['lead', 'coordination', 'communication', 'representative', 'supporting', 'city-partner'], {
      error:
        'Scegli un ruolo fra lead (capofila), coordination (coordinamento), communication (comunicazione), representative (rappresenta una città), supporting (ente strumentale), city-partner (partner di una città).',
    })
    .meta({ title: 'Ruolo' }),
  participations: z
    .array(
      z.strictObject({
        edition: slug('L’edizione').meta({ title: 'Edizione' }),
        city: slug('La città')
          .optional()
          .meta({ title: 'Città', description: 'Vuoto per i partner nazionali.' }),
        source,
      }),
    )
    .min(1, { error: 'Indica almeno un’edizione con la sua fonte.' })
    .meta({ title: 'Partecipazioni' }),
  website: webAddress.optional().meta({ title: 'Sito' }),
  ...partnerTexts.shape,
});

export type Partner = z.infer<typeof partner>;
