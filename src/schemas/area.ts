import { z } from 'zod';
import { choice, text } from './common.ts';

export const areaTexts = z.object({
  name: text.meta({ title: 'Nome', hint: 'Per esempio "Presa in carico".', example: '"Presa in carico"' }),
  shortName: text.meta({
    title: 'Nome breve',
    hint: 'Una o due parole, per etichette e mappa.',
    example: '"Aiuto"',
  }),
  question: text.meta({
    title: 'La domanda',
    hint: 'Che cosa chiede chi ne ha bisogno, per esempio "Chi mi aiuta?".',
    example: '"Chi mi aiuta?"',
  }),
  summary: text.meta({
    title: 'In breve',
    hint: 'Una o due frasi in parole semplici.',
    example: '"Uno spazio con laboratori per mamme e adolescenti."',
    widget: 'text',
  }),
  description: z.array(text).min(1).meta({
    title: 'Descrizione',
    hint: 'Un capoverso per voce.',
    example: '["Qualcuno segue la persona dall’inizio alla fine."]',
    widget: 'text',
  }),
});

/** An area of action: `content/areas/presa-in-carico.yaml`. */
export const area = z.strictObject({
  order: z.number().int().positive().meta({ title: 'Ordine', example: '1' }),
  sourceName: text.meta({
    title: 'Nome nelle note',
    hint: 'Com’è scritto nelle note stampa.',
    example: '"presa in carico"',
  }),
  hue: choice('Scegli un colore fra', 'e', { teal: '', ochre: '', plum: '' }).meta({
    title: 'Colore',
    hint: 'Il colore dell’ambito nel sito.',
    why: 'Ogni ambito ha un colore suo, uguale in tutto il sito.',
    example: 'teal',
  }),
  icon: choice('Scegli un’icona fra', 'e', { hands: 'mani', door: 'porta aperta', house: 'casa' }).meta({
    title: 'Icona',
    example: 'hands',
  }),
  ...areaTexts.shape,
});

export type Area = z.infer<typeof area>;
