import { z } from 'zod';
import { text } from './common.ts';

export const areaTexts = z.object({
  name: text.meta({ title: 'Nome', description: 'Per esempio "Presa in carico".' }),
  shortName: text.meta({ title: 'Nome breve', description: 'Una o due parole, per etichette e mappa.' }),
  question: text.meta({
    title: 'La domanda',
    description: 'Che cosa chiede chi ne ha bisogno, per esempio "Chi mi aiuta?".',
  }),
  summary: text.meta({ title: 'In breve', description: 'Una o due frasi in parole semplici.' }),
  description: z.array(text).min(1).meta({ title: 'Descrizione', description: 'Un capoverso per voce.' }),
});

/** An area of action: `content/areas/presa-in-carico.yaml`. */
export const area = z.strictObject({
  order: z.number().int().positive().meta({ title: 'Ordine' }),
  sourceName: text.meta({ title: 'Nome nelle note', description: 'Com’è scritto nelle note stampa.' }),
  hue: z
    .enum(['teal', 'ochre', 'plum'], { error: 'Scegli un colore fra teal, ochre e plum.' })
    .meta({ title: 'Colore', description: 'Il colore dell’ambito nel sito.' }),
  icon: z
    .enum(['hands', 'door', 'house'], {
      error: 'Scegli un’icona fra hands (mani), door (porta aperta) e house (casa).',
    })
    .meta({ title: 'Icona' }),
  ...areaTexts.shape,
});

export type Area = z.infer<typeof area>;
