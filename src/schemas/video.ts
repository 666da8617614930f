import { z } from 'zod';
import { slug, source, text } from './common.ts';

export const videoTexts = z.object({
  title: text.optional().meta({ title: 'Titolo', description: 'Vuoto finché il video non ha un titolo.' }),
  summary: text.optional().meta({ title: 'In breve' }),
});

/** A video clip, the docufilm or an interview: `content/videos/palermo.yaml`, `content/videos/docufilm.yaml`. */
export const video = z.strictObject({
  kind: z
    .enum(['clip', 'docufilm', 'interview'], {
      error: 'Scegli fra clip (video pillola), docufilm e interview.',
    })
    .meta({ title: 'Genere' }),
  cities: z.array(slug('La città')).default([]).meta({ title: 'Città' }),
  edition: slug('L’edizione').meta({ title: 'Edizione' }),
  state: z
    .enum(['planned', 'in production', 'published'], {
      error: 'Scrivi planned (previsto), in production (in lavorazione) oppure published (pubblicato).',
    })
    .meta({ title: 'Stato' }),
  source: source.meta({ title: 'Fonte', description: 'Dove il video è annunciato.' }),
  ...videoTexts.shape,
});

export type Video = z.infer<typeof video>;
