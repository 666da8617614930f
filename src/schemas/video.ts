import { z } from 'zod';
import { remotePlayer } from '../documents/video/player-address.ts';
import { secondsOf } from '../documents/video/timecode.ts';
import { day, slug, source, text, webAddress } from './common.ts';

const moment = z
  .string({ error: 'Scrivi il tempo fra virgolette, per esempio "1:05" oppure "1:02:30".' })
  .refine((value) => secondsOf(value) !== undefined, {
    error: 'Scrivi minuti e secondi, per esempio "1:05", oppure ore, minuti e secondi: "1:02:30".',
  });

/** A film file: beside the captions, or on a server of the body that publishes the film. */
const filmFile = z.string().regex(/^(?:[a-z0-9][a-z0-9.-]*|https:\/\/[^\s?#]+)\.(?:mp4|webm)$/, {
  error:
    'Scrivi il nome di un file MP4 o WebM della cartella del video (lettere minuscole, cifre, trattini), oppure il suo indirizzo completo: https://….',
});

const poster = z.strictObject({
  file: z
    .string()
    .regex(/^[a-z0-9][a-z0-9.-]*\.(jpe?g|png|webp|avif)$/, {
      error:
        'Scrivi il nome di un’immagine JPEG, PNG, WebP o AVIF della cartella del video (lettere minuscole, cifre, trattini).',
    })
    .meta({ title: 'File' }),
  alt: text.meta({ title: 'Testo alternativo', description: 'Che cosa si vede, per chi non vede.' }),
  credit: text.meta({ title: 'Autore', description: 'Chi ha fatto l’immagine.' }),
});

const plays = z
  .strictObject({
    on: z
      .enum(['self-hosted', 'peertube', 'youtube', 'vimeo'], {
        error: 'Scrivi self-hosted (file nostri), peertube, youtube oppure vimeo.',
      })
      .meta({ title: 'Chi lo trasmette' }),
    address: webAddress.optional().meta({
      title: 'Indirizzo',
      description: 'La pagina del video su PeerTube, YouTube o Vimeo, copiata dal browser.',
    }),
    files: z
      .array(
        z.strictObject({
          file: filmFile.meta({ title: 'File' }),
          height: z
            .int({ error: 'L’altezza è un numero di punti, per esempio 720.' })
            .min(120, { error: 'L’altezza è un numero di punti, per esempio 720.' })
            .max(4320, { error: 'L’altezza è un numero di punti, per esempio 720.' })
            .meta({ title: 'Altezza', description: 'L’altezza dell’immagine in punti: 360, 720, 1080.' }),
          bytes: z
            .int({ error: 'Scrivi quanti byte pesa il file, per esempio 24300000.' })
            .min(1, { error: 'Scrivi quanti byte pesa il file, per esempio 24300000.' })
            .optional()
            .meta({
              title: 'Peso in byte',
              description: 'Solo per un file che sta su un altro server: degli altri lo sa il sito.',
            }),
        }),
      )
      .default([])
      .meta({ title: 'File', description: 'Lo stesso film in una o più grandezze.' }),
  })
  .superRefine(({ on, address, files }, context) => {
    const issue = (path: PropertyKey[], message: string): void =>
      context.addIssue({ code: 'custom', path, message });
    if (on !== 'self-hosted' && address === undefined)
      issue(['address'], 'Scrivi l’indirizzo della pagina del video.');
    else if (on !== 'self-hosted' && !remotePlayer(on, address ?? ''))
      issue(['address'], `Non è la pagina di un video su ${providerNames[on]}.${meant(address ?? '')}`);
    if (on === 'self-hosted' && files.length === 0) issue(['files'], 'Scrivi almeno un file.');
    for (const [index, { file, bytes }] of files.entries())
      if (file.startsWith('https:') && bytes === undefined)
        issue(['files', index, 'bytes'], 'Scrivi quanti byte pesa il file, per esempio 24300000.');
  });

const providerNames = { peertube: 'PeerTube', youtube: 'YouTube', vimeo: 'Vimeo' } as const;

/** The provider whose page it is, where another one was named. */
const meant = (address: string): string => {
  const on = (['youtube', 'vimeo', 'peertube'] as const).find((name) => remotePlayer(name, address));
  return on === undefined ? '' : ` È una pagina di ${providerNames[on]}: scrivi "on: ${on}".`;
};

const audioDescription = z
  .strictObject({
    provided: z
      .enum(['not-needed', 'included', 'own-version'], {
        error:
          'Scrivi not-needed (non serve), included (è già nel sonoro) oppure own-version (c’è un film a parte).',
      })
      .meta({ title: 'Come è data' }),
    statement: text.meta({
      title: 'In parole',
      description: 'Perché non serve, oppure dove si trova: lo legge chi non vede.',
    }),
    address: webAddress
      .optional()
      .meta({ title: 'Indirizzo', description: 'Dove si guarda il film con l’audiodescrizione.' }),
  })
  .superRefine(({ provided, address }, context) => {
    if (provided === 'own-version' && address === undefined)
      context.addIssue({ code: 'custom', path: ['address'], message: 'Scrivi dove si guarda.' });
  });

export const videoTexts = z.object({
  title: text.optional().meta({ title: 'Titolo', description: 'Vuoto finché il video non ha un titolo.' }),
  summary: text.optional().meta({ title: 'In breve', description: 'Una o due frasi su che cosa si vede.' }),
  poster: z.object({ alt: text }).optional(),
  people: z.record(z.string(), z.object({ role: text })).default({}),
  chapters: z.record(z.string(), z.object({ title: text })).default({}),
  audioDescription: z.object({ statement: text }).optional(),
  credits: z.array(text).optional(),
});

/** What a published video cannot lack. */
export const REQUIRED_ONCE_PUBLISHED = [
  'title',
  'summary',
  'publishedOn',
  'duration',
  'plays',
  'poster',
  'audioDescription',
  'credits',
  'licence',
  'release',
] as const;

/**
 * A video clip, the docufilm or an interview: `content/videos/palermo.yaml`, `content/videos/docufilm.yaml`. Poster, captions
 * (`it.vtt`, `en.vtt` …), transcripts of their own (`it.txt` …) and film files lie in the folder of the same name.
 */
export const video = z
  .strictObject({
    kind: z
      .enum(['clip', 'docufilm', 'interview'], {
        error: 'Scegli fra clip (video pillola), docufilm e interview (intervista).',
      })
      .meta({ title: 'Genere' }),
    cities: z.array(slug('La città')).default([]).meta({ title: 'Città' }),
    edition: slug('L’edizione').meta({ title: 'Edizione' }),
    state: z
      .enum(['planned', 'in-production', 'published'], {
        error: 'Scrivi planned (previsto), in-production (in lavorazione) oppure published (pubblicato).',
      })
      .meta({ title: 'Stato' }),
    source: source.meta({ title: 'Fonte', description: 'Dove il video è annunciato.' }),
    title: videoTexts.shape.title,
    summary: videoTexts.shape.summary,
    publishedOn: day
      .optional()
      .meta({ title: 'Pubblicato il', description: 'Il giorno da cui il video si può guardare.' }),
    duration: moment
      .optional()
      .meta({ title: 'Durata', description: 'Minuti e secondi fra virgolette, per esempio "4:30".' }),
    plays: plays.optional().meta({ title: 'Dove si guarda' }),
    poster: poster.optional().meta({
      title: 'Copertina',
      description: 'L’immagine che si vede prima del film: nostra, accanto ai sottotitoli.',
    }),
    people: z
      .record(
        slug('Il nome breve'),
        z.strictObject({
          name: text.meta({ title: 'Nome e cognome' }),
          role: text.meta({ title: 'Chi è', description: 'Il ruolo, come lo vuole la persona.' }),
        }),
      )
      .default({})
      .meta({
        title: 'Chi parla',
        description: 'Le persone che parlano, con il nome usato nei sottotitoli.',
      }),
    chapters: z
      .record(
        slug('Il nome del capitolo'),
        z.strictObject({ at: moment.meta({ title: 'Comincia a' }), title: text.meta({ title: 'Titolo' }) }),
      )
      .default({})
      .meta({ title: 'Capitoli', description: 'Le parti del film, nell’ordine in cui si vedono.' }),
    audioDescription: audioDescription.optional().meta({
      title: 'Audiodescrizione',
      description: 'La voce che racconta ciò che si vede, o perché non serve.',
    }),
    credits: z
      .array(text)
      .min(1, { error: 'Scrivi almeno chi ha realizzato il video.' })
      .optional()
      .meta({ title: 'Riconoscimenti', description: 'Chi ha realizzato il video, una voce per riga.' }),
    licence: text.optional().meta({ title: 'Condizioni d’uso' }),
    release: text.optional().meta({
      title: 'Liberatoria',
      description:
        'Il riferimento delle liberatorie delle persone riconoscibili, oppure "nessuna persona riconoscibile".',
    }),
  })
  .superRefine((value, context) => {
    if (value.kind === 'clip' && value.cities.length === 0)
      context.addIssue({
        code: 'custom',
        path: ['cities'],
        message: 'Una video pillola è di almeno una città.',
      });
    if (value.state !== 'published') return;
    for (const name of REQUIRED_ONCE_PUBLISHED)
      if (value[name] === undefined)
        context.addIssue({ code: 'custom', path: [name], message: 'Un video pubblicato deve averlo.' });
  });

export type Video = z.infer<typeof video>;

/** A video that can be watched. */
export type PublishedVideo = Video & {
  [Name in (typeof REQUIRED_ONCE_PUBLISHED)[number]]: NonNullable<Video[Name]>;
};

/** Whether a video can be watched: asked here and nowhere else. */
export const isPublished = <Kind extends Video>(value: Kind): value is Kind & PublishedVideo =>
  value.state === 'published';
