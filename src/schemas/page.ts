import { z } from 'zod';
import { ref, text, title } from './common.ts';
import { figures, figureTexts } from './figure.ts';

export const pageTexts = z.object({
  title,
  description: text.meta({
    title: 'Per i risultati di ricerca',
    hint: 'Una frase, 160 caratteri al massimo.',
    why: 'È la frase che i motori di ricerca mostrano sotto il titolo.',
    example: '"A Palermo LgNet2 apre un polo socio-sanitario."',
    widget: 'text',
  }),
  figures: z.record(z.string(), figureTexts).default({}),
});

/** A plain page: front matter of `content/pages/privacy/it.mdx`; the folder is its address. */
export const page = z.strictObject({
  title: pageTexts.shape.title,
  description: pageTexts.shape.description,
  edition: ref('editions').optional().meta({ title: 'Edizione', hint: 'Se la pagina racconta un’edizione.' }),
  figures: figures.default({}),
});

export type Page = z.infer<typeof page>;
