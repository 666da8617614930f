import { z } from 'zod';
import { slug, text } from './common.ts';
import { figures, figureTexts } from './figure.ts';

export const pageTexts = z.object({
  title: text.meta({ title: 'Titolo' }),
  description: text.meta({
    title: 'Per i risultati di ricerca',
    description: 'Una frase, 160 caratteri al massimo.',
  }),
  figures: z.record(z.string(), figureTexts).default({}),
});

/** A plain page: front matter of `content/pages/privacy/it.mdx`; the folder is its address. */
export const page = z.strictObject({
  title: pageTexts.shape.title,
  description: pageTexts.shape.description,
  edition: slug('L’edizione')
    .optional()
    .meta({ title: 'Edizione', description: 'Se la pagina racconta un’edizione.' }),
  figures: figures.default({}),
});

export type Page = z.infer<typeof page>;
