import { z } from 'zod';
import { choice, day, easyText, instant, key, ref, text, title, pictureAlt } from './common.ts';
import { figures, figureTexts } from './figure.ts';

/** A picture of a note; the original lies beside the note's text. */
export const picture = z.strictObject({
  file: z
    .string()
    .regex(/^[^/\\]+\.(jpe?g|png|webp|avif|tiff?)$/i, {
      error: 'Scrivi il nome di un file JPEG, PNG, WebP, AVIF o TIFF che sta nella cartella della nota.',
    })
    .meta({
      title: 'File',
      why: 'Il sito cerca l’immagine accanto al testo della nota.',
      example: 'foto.jpg',
      widget: 'image',
    }),
  credit: text.meta({
    title: 'Autore',
    hint: 'Chi ha fatto la foto o l’immagine.',
    why: 'Chi pubblica la foto deve poter dire di chi è.',
    example: '"Comune di Palermo"',
  }),
  licence: text.meta({
    title: 'Condizioni d’uso',
    why: 'Chi vuole ripubblicare la foto deve sapere a quali condizioni può farlo.',
    example: '"CC BY 4.0"',
  }),
  release: text.meta({
    title: 'Liberatoria',
    hint: 'Il riferimento della liberatoria, oppure "nessuna persona riconoscibile".',
    why: 'Una persona riconoscibile, soprattutto se migrante o minore, va mostrata solo se ha dato il permesso.',
    example: '"nessuna persona riconoscibile"',
  }),
  alt: pictureAlt,
  caption: text.meta({
    title: 'Didascalia',
    why: 'La didascalia dice ai giornalisti chi e che cosa si vede.',
    example: '"Il laboratorio di sartoria"',
  }),
});

const pictureTexts = z.object({ alt: picture.shape.alt, caption: picture.shape.caption });

const change = z.strictObject({
  text: text.meta({ title: 'Che cosa è cambiato', example: '"Il testo"', widget: 'text' }),
});

const withdrawal = z.strictObject({
  date: day.meta({
    title: 'Quando',
    why: 'Il giorno del ritiro compare nella pagina della nota.',
    example: '2023-11-03',
  }),
  reason: text.meta({
    title: 'Perché',
    why: 'Una nota ritirata resta al suo indirizzo e deve spiegare perché.',
    example: '"Il numero dei beneficiari era sbagliato."',
    widget: 'text',
  }),
  replacedBy: ref('press-notes').optional().meta({
    title: 'Sostituita da',
    hint: 'La nota che vale al suo posto.',
  }),
});

export const pressNoteTexts = z.object({
  title,
  subtitle: text.meta({
    title: 'Sommario',
    hint: 'Il paragrafo sotto il titolo, uguale per tutta la rete.',
    example: '"L\'iniziativa che coinvolge 16 Comuni in tutta Italia …"',
    widget: 'text',
  }),
  citySummary: text.optional().meta({
    title: 'Sommario della città',
    hint: 'Il paragrafo che comincia "Nella città di …", se la nota ne ha uno.',
    example: '"Nella città di Palermo, in particolare, …"',
    widget: 'text',
  }),
  description: text.meta({
    title: 'Per i risultati di ricerca',
    hint: 'Una frase, 160 caratteri al massimo.',
    why: 'È la frase che i motori di ricerca mostrano sotto il titolo.',
    example: '"A Palermo LgNet2 apre un polo socio-sanitario."',
    widget: 'text',
  }),
  figures: z.record(z.string(), figureTexts).default({}),
  pictures: z.record(z.string(), pictureTexts).default({}),
  changes: z.record(z.string(), z.object({ text: change.shape.text })).default({}),
  withdrawal: z.object({ reason: withdrawal.shape.reason }).optional(),
  easy: easyText.optional(),
});

/** A press note: front matter of `content/press-notes/2023-11-03-palermo/it.mdx`. */
export const pressNote = z.strictObject({
  title: pressNoteTexts.shape.title,
  subtitle: pressNoteTexts.shape.subtitle,
  citySummary: pressNoteTexts.shape.citySummary,
  description: pressNoteTexts.shape.description,
  city: ref('cities').meta({
    title: 'Città',
    why: 'Dalla città dipende in quale pagina e in quale punto della mappa compare.',
  }),
  edition: ref('editions').meta({
    title: 'Edizione',
    why: 'Dall’edizione dipendono il motto, la dicitura del finanziamento e la pagina del progetto.',
  }),
  date: day.meta({
    title: 'Data',
    hint: 'La data della nota, anno-mese-giorno.',
    why: 'La data ordina le note e compare nella pagina: deve essere una sola per tutti i computer.',
    example: '2023-11-03',
  }),
  status: choice('Scrivi', 'oppure', {
    draft: 'bozza',
    published: 'pubblicata',
    withdrawn: 'ritirata',
    error: 'pubblicata per errore',
  })
    .default('published')
    .meta({ title: 'Stato', why: 'Dallo stato dipende se la nota è pubblica.', example: 'published' }),
  embargo: instant.optional().meta({
    title: 'Non prima di',
    hint: 'Giorno, ora e fuso da cui la nota è pubblica. Attenzione: un testo sotto embargo non deve stare in un deposito pubblico.',
    why: 'Senza il fuso orario l’ora è incerta, e la nota potrebbe uscire prima del momento stabilito.',
    example: '"2026-03-01T11:00:00+01:00"',
  }),
  changes: z
    .record(day, change)
    .default({})
    .meta({ title: 'Modifiche', hint: 'Che cosa è cambiato dopo la pubblicazione, con la data.' }),
  withdrawal: withdrawal
    .optional()
    .meta({ title: 'Ritiro', hint: 'Da compilare se lo stato è withdrawn o error.' }),
  figures: figures.default({}),
  pictures: z.record(key('Il nome della foto'), picture).default({}).meta({ title: 'Immagini' }),
  easy: easyText.optional(),
});

export type PressNote = z.infer<typeof pressNote>;
export type Picture = z.infer<typeof picture>;
