import { z } from 'zod';
import { choice, ref, source, text, webAddress } from './common.ts';

export const partnerTexts = z.object({
  explanation: text.optional().meta({
    title: 'Spiegazione',
    hint: 'Che cosa è, in poche parole; il nome resta in italiano in tutte le lingue.',
    example: '"un centro che aiuta le famiglie"',
    widget: 'text',
  }),
});

/** A body that takes part: `content/partners/centro-penc.yaml`. Its name is never translated. */
export const partner = z.strictObject({
  name: text.meta({ title: 'Nome', hint: 'Il nome com’è scritto nella fonte.', example: '"Palermo"' }),
  role: choice('Scegli un ruolo fra', undefined, {
    lead: 'capofila',
    coordination: 'coordinamento',
    communication: 'comunicazione',
    representative: 'rappresenta una città',
    supporting: 'ente strumentale',
    'city-partner': 'partner di una città',
  }).meta({
    title: 'Ruolo',
    why: 'Dal ruolo dipende dove l’ente è nominato, e con quali parole.',
    example: 'city-partner',
  }),
  participations: z
    .array(
      z.strictObject({
        edition: ref('editions').meta({ title: 'Edizione' }),
        city: ref('cities').optional().meta({
          title: 'Città',
          hint: 'Vuoto per i partner nazionali.',
          why: 'Dalla città dipende in quale pagina e in quale punto della mappa compare.',
        }),
        source,
      }),
    )
    .min(1, { error: 'Indica almeno un’edizione con la sua fonte.' })
    .meta({
      title: 'Partecipazioni',
      example: '[{ edition: lgnet2, city: palermo, source: { note: 2023-11-03-palermo } }]',
    }),
  website: webAddress.optional().meta({
    title: 'Sito',
    why: 'Chi segue il collegamento deve arrivare al sito dell’ente.',
    example: 'https://www.comune.palermo.it/',
  }),
  ...partnerTexts.shape,
});

export type Partner = z.infer<typeof partner>;
