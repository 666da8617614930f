import { z } from 'zod';
import { day, easyText, instant, slug, text } from './common.ts';
import { figures, figureTexts } from './figure.ts';

/** A picture of a note; the original lies beside the note's text. */
export const picture = z.strictObject({
  file: z
    .string()
    .regex(/^[^/\\]+\.(jpe?g|png|webp|avif|tiff?)$/i, {
      error: 'Scrivi il nome di un file JPEG, PNG, WebP, AVIF o TIFF che sta nella cartella della nota.',
    })
    .meta({ title: 'File' }),
  credit: text.meta({ title: 'Autore', description: 'Chi ha fatto la foto o l’immagine.' }),
  licence: text.meta({ title: 'Condizioni d’uso' }),
  release: text.meta({
    title: 'Liberatoria',
    description: 'Il riferimento della liberatoria, oppure "nessuna persona riconoscibile".',
  }),
  alt: text.meta({ title: 'Testo alternativo', description: 'Che cosa si vede, per chi non vede.' }),
  caption: text.meta({ title: 'Didascalia' }),
});

const pictureTexts = z.object({ alt: text, caption: text });

export const pressNoteTexts = z.object({
  title: text.meta({ title: 'Titolo' }),
  subtitle: text.meta({
    title: 'Sommario',
    description: 'Il paragrafo sotto il titolo, uguale per tutta la rete.',
  }),
  citySummary: text.optional().meta({
    title: 'Sommario della città',
    description: 'Il paragrafo che comincia "Nella città di …", se la nota ne ha uno.',
  }),
  description: text.meta({
    title: 'Per i risultati di ricerca',
    description: 'Una frase, 160 caratteri al massimo.',
  }),
  figures: z.record(z.string(), figureTexts).default({}),
  pictures: z.record(z.string(), pictureTexts).default({}),
  changes: z.record(z.string(), z.object({ text })).default({}),
  withdrawal: z.object({ reason: text }).optional(),
  easy: easyText.optional(),
});

/** A press note: front matter of `content/press-notes/2023-11-03-palermo/it.mdx`. */
export const pressNote = z.strictObject({
  title: pressNoteTexts.shape.title,
  subtitle: pressNoteTexts.shape.subtitle,
  citySummary: pressNoteTexts.shape.citySummary,
  description: pressNoteTexts.shape.description,
  city: slug('La città').meta({ title: 'Città' }),
  edition: slug('L’edizione').meta({ title: 'Edizione' }),
  date: day.meta({ title: 'Data', description: 'La data della nota, anno-mese-giorno.' }),
  status: z
    .enum(['draft', 'published', 'withdrawn', 'error'], {
      error:
        'Scrivi draft (bozza), published (pubblicata), withdrawn (ritirata) oppure error (pubblicata per errore).',
    })
    .default('published')
    .meta({ title: 'Stato' }),
  embargo: instant.optional().meta({
    title: 'Non prima di',
    description:
      'Giorno, ora e fuso da cui la nota è pubblica. Attenzione: un testo sotto embargo non deve stare in un deposito pubblico.',
  }),
  changes: z
    .record(day, z.strictObject({ text: text.meta({ title: 'Che cosa è cambiato' }) }))
    .default({})
    .meta({ title: 'Modifiche', description: 'Che cosa è cambiato dopo la pubblicazione, con la data.' }),
  withdrawal: z
    .strictObject({
      date: day.meta({ title: 'Quando' }),
      reason: text.meta({ title: 'Perché' }),
      replacedBy: slug('La nota')
        .optional()
        .meta({ title: 'Sostituita da', description: 'La nota che vale al suo posto.' }),
    })
    .optional()
    .meta({ title: 'Ritiro', description: 'Da compilare se lo stato è withdrawn o error.' }),
  figures: figures.default({}),
  pictures: z.record(slug('Il nome della foto'), picture).default({}).meta({ title: 'Immagini' }),
  easy: easyText.optional(),
});

export type PressNote = z.infer<typeof pressNote>;
export type Picture = z.infer<typeof picture>;
