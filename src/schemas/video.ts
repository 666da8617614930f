import { z } from 'zod';
import { remotePlayer } from '../documents/video/player-address.ts';
import { secondsOf } from '../documents/video/timecode.ts';
import { choice, day, key, ref, source, text, title, webAddress, pictureAlt } from './common.ts';

const moment = z
  .string({ error: 'Scrivi il tempo fra virgolette, per esempio "1:05" oppure "1:02:30".' })
  .refine((value) => secondsOf(value) !== undefined, {
    error: 'Scrivi minuti e secondi, per esempio "1:05", oppure ore, minuti e secondi: "1:02:30".',
  })
  .meta({ widget: 'timecode' });

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
    .meta({
      title: 'File',
      why: 'Il sito cerca la copertina nella cartella del video.',
      example: 'copertina.jpg',
      widget: 'image',
    }),
  alt: pictureAlt,
  credit: text.meta({
    title: 'Autore',
    hint: 'Chi ha fatto l’immagine.',
    why: 'Chi pubblica la foto deve poter dire di chi è.',
    example: '"Comune di Palermo"',
  }),
});

const plays = z
  .strictObject({
    on: choice('Scrivi', 'oppure', {
      'self-hosted': 'file nostri',
      peertube: '',
      youtube: '',
      vimeo: '',
    }).meta({
      title: 'Chi lo trasmette',
      why: 'Il pulsante dice quale server viene contattato: il sito lo deve sapere.',
      example: 'self-hosted',
    }),
    address: webAddress.optional().meta({
      title: 'Indirizzo',
      hint: 'La pagina del video su PeerTube, YouTube o Vimeo, copiata dal browser.',
      why: 'Il sito riconosce il video dal suo indirizzo; con un altro indirizzo non parte.',
      example: '"https://www.youtube.com/watch?v=…"',
    }),
    files: z
      .array(
        z.strictObject({
          file: filmFile.meta({
            title: 'File',
            why: 'I browser aprono con certezza solo film MP4 e WebM.',
            example: 'palermo-720.mp4',
          }),
          height: z
            .int({ error: 'L’altezza è un numero di punti, per esempio 720.' })
            .min(120, { error: 'L’altezza è un numero di punti, per esempio 720.' })
            .max(4320, { error: 'L’altezza è un numero di punti, per esempio 720.' })
            .meta({
              title: 'Altezza',
              hint: 'L’altezza dell’immagine in punti: 360, 720, 1080.',
              why: 'Su uno schermo piccolo il sito sceglie il file più leggero.',
              example: '720',
            }),
          bytes: z
            .int({ error: 'Scrivi quanti byte pesa il file, per esempio 24300000.' })
            .min(1, { error: 'Scrivi quanti byte pesa il file, per esempio 24300000.' })
            .optional()
            .meta({
              title: 'Peso in byte',
              hint: 'Solo per un file che sta su un altro server: degli altri lo sa il sito.',
              why: 'Chi guarda con pochi giga deve sapere quanto pesa il film.',
              example: '24300000',
            }),
        }),
      )
      .default([])
      .meta({
        title: 'File',
        hint: 'Lo stesso film in una o più grandezze.',
        why: 'Senza un file non c’è niente da guardare.',
        example: '[{ file: palermo-720.mp4, height: 720 }]',
      }),
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
    provided: choice('Scrivi', 'oppure', {
      'not-needed': 'non serve',
      included: 'è già nel sonoro',
      'own-version': 'c’è un film a parte',
    }).meta({
      title: 'Come è data',
      why: 'Chi non vede deve sapere se perde qualcosa.',
      example: 'not-needed',
    }),
    statement: text.meta({
      title: 'In parole',
      hint: 'Perché non serve, oppure dove si trova: lo legge chi non vede.',
      why: 'Chi non vede deve sapere se perde qualcosa.',
      example: '"Tutto ciò che conta è detto a voce."',
    }),
    address: webAddress.optional().meta({
      title: 'Indirizzo',
      hint: 'Dove si guarda il film con l’audiodescrizione.',
      why: 'Chi non vede deve poter arrivare al film con l’audiodescrizione.',
      example: '"https://www.comune.palermo.it/…"',
    }),
  })
  .superRefine(({ provided, address }, context) => {
    if (provided === 'own-version' && address === undefined)
      context.addIssue({ code: 'custom', path: ['address'], message: 'Scrivi dove si guarda.' });
  });

const person = z.strictObject({
  name: text.meta({ title: 'Nome e cognome', example: '"Antonella Tirrito"' }),
  role: text.meta({
    title: 'Chi è',
    hint: 'Il ruolo, come lo vuole la persona.',
    why: 'Chi guarda deve sapere chi sta parlando.',
    example: '"Assessore alle Politiche Migratorie"',
  }),
});

const chapter = z.strictObject({
  at: moment.meta({
    title: 'Comincia a',
    why: 'Dal tempo dipende in quale punto del film porta il capitolo.',
    example: '"1:05"',
  }),
  title,
});

export const videoTexts = z.object({
  title: title.optional().meta({ hint: 'Vuoto finché il video non ha un titolo.' }),
  summary: text.optional().meta({
    title: 'In breve',
    hint: 'Una o due frasi su che cosa si vede.',
    example: '"Uno spazio con laboratori per mamme e adolescenti."',
    widget: 'text',
  }),
  poster: z.object({ alt: poster.shape.alt }).optional(),
  people: z.record(z.string(), z.object({ role: person.shape.role })).default({}),
  chapters: z.record(z.string(), z.object({ title: chapter.shape.title })).default({}),
  audioDescription: z.object({ statement: audioDescription.shape.statement }).optional(),
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
    kind: choice('Scegli fra', 'e', { clip: 'video pillola', docufilm: '', interview: 'intervista' }).meta({
      title: 'Genere',
      example: 'clip',
    }),
    cities: z
      .array(ref('cities'))
      .default([])
      .meta({ title: 'Città', why: 'Dalla città dipende in quale pagina compare.', example: '[palermo]' }),
    edition: ref('editions').meta({ title: 'Edizione' }),
    state: choice('Scrivi', 'oppure', {
      planned: 'previsto',
      'in-production': 'in lavorazione',
      published: 'pubblicato',
    }).meta({
      title: 'Stato',
      why: 'Un video previsto si mostra come previsto, uno pubblicato si guarda.',
      example: 'planned',
    }),
    source: source.meta({
      title: 'Fonte',
      hint: 'Dove il video è annunciato.',
      why: 'Ogni affermazione del sito deve poter essere seguita fino al documento che la dice.',
      example: '{ note: 2023-11-03-palermo }',
    }),
    title: videoTexts.shape.title,
    summary: videoTexts.shape.summary,
    publishedOn: day.optional().meta({
      title: 'Pubblicato il',
      hint: 'Il giorno da cui il video si può guardare.',
      why: 'Il giorno compare nella pagina e nei risultati di ricerca.',
      example: '2023-11-03',
    }),
    duration: moment.optional().meta({
      title: 'Durata',
      hint: 'Minuti e secondi fra virgolette, per esempio "4:30".',
      why: 'Chi ha poco tempo o pochi giga vuole sapere quanto dura prima di premere il pulsante.',
      example: '"4:30"',
    }),
    plays: plays.optional().meta({
      title: 'Dove si guarda',
      why: 'Chi apre la pagina deve poterlo guardare; finché non si può, lo stato è in-production.',
      example: '{ on: youtube, address: "https://www.youtube.com/watch?v=…" }',
    }),
    poster: poster.optional().meta({
      title: 'Copertina',
      hint: 'L’immagine che si vede prima del film: nostra, accanto ai sottotitoli.',
      why: 'Prima del clic si vede solo la copertina: deve essere nostra, perché nessun altro server sia contattato.',
      example: '{ file: copertina.jpg, alt: "Che cosa si vede", credit: "Comune di Palermo" }',
    }),
    people: z.record(key('Il nome breve'), person).default({}).meta({
      title: 'Chi parla',
      hint: 'Le persone che parlano, con il nome usato nei sottotitoli.',
      example: '{ tirrito: { name: "Antonella Tirrito", role: "Assessore alle Politiche Migratorie" } }',
    }),
    chapters: z
      .record(key('Il nome del capitolo'), chapter)
      .default({})
      .meta({ title: 'Capitoli', hint: 'Le parti del film, nell’ordine in cui si vedono.' }),
    audioDescription: audioDescription.optional().meta({
      title: 'Audiodescrizione',
      hint: 'La voce che racconta ciò che si vede, o perché non serve.',
      why: 'Chi non vede deve sapere se perde qualcosa: la legge chiede l’audiodescrizione, o che non serva.',
      example: '{ provided: not-needed, statement: "Tutto ciò che conta è detto a voce." }',
    }),
    credits: z.array(text).min(1, { error: 'Scrivi almeno chi ha realizzato il video.' }).optional().meta({
      title: 'Riconoscimenti',
      hint: 'Chi ha realizzato il video, una voce per riga.',
      why: 'Chi ha realizzato il video va nominato.',
      example: '["Regia: nome e cognome"]',
    }),
    licence: text.optional().meta({
      title: 'Condizioni d’uso',
      why: 'Chi vuole ripubblicare il video o la foto deve sapere a quali condizioni può farlo.',
      example: '"CC BY 4.0"',
    }),
    release: text.optional().meta({
      title: 'Liberatoria',
      hint: 'Il riferimento delle liberatorie delle persone riconoscibili, oppure "nessuna persona riconoscibile".',
      why: 'Una persona riconoscibile, soprattutto se migrante o minore, va mostrata solo se ha dato il permesso.',
      example: '"nessuna persona riconoscibile"',
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
