import { limits } from '../../../../src/lib/limits.ts';
import { secondsOf } from '../../../../src/documents/video/timecode.ts';
import { parseTranscript } from '../../../../src/documents/video/transcript.ts';
import {
  LONGEST_LINE,
  parseWebVtt,
  type Cue,
  type VttFault,
} from '../../../../src/documents/video/webvtt.ts';
import type { ContentFile } from '../../content/files.ts';
import type { ContentEntry } from '../../content/read.ts';
import { kindOfFile } from '../../content/signatures.ts';
import { entriesAt, itemsAt, textAt } from '../../content/values.ts';
import type { Check, CheckContext } from '../context.ts';
import { nearest } from '../../words/nearest.ts';
import type { Problem } from '../problem.ts';
import { lineOf, replaced, shortened } from '../source-lines.ts';

/** Videos that lack a file, and captions, transcripts and films that no browser could show. */
export const checkVideos: Check = (context) =>
  context.records
    .filter(({ concept, yaml }) => concept === 'videos' && yaml.errors.length === 0)
    .flatMap((entry) => {
      const own = filesOf(entry, context);
      return [
        ...missingCaptions(entry, own, context),
        ...missingFiles(entry, own),
        ...unnamedFiles(entry, own),
        ...own.filter(({ name }) => FILM.test(name)).flatMap(faultyFilm),
        ...chapters(entry),
        ...own.filter(({ name }) => name.endsWith('.vtt')).flatMap((file) => captions(entry, file)),
        ...own.filter(({ name }) => name.endsWith('.txt')).flatMap((file) => transcript(entry, file)),
      ];
    });

const FILM = /\.(mp4|webm)$/;
const PICTURE = /\.(jpe?g|png|webp|avif)$/;

interface OwnFile extends ContentFile {
  /** Name inside the folder of the video. */
  name: string;
}

const folderOf = (entry: ContentEntry): string => `videos/${entry.id}/`;

const filesOf = (entry: ContentEntry, { files }: CheckContext): OwnFile[] =>
  files
    .filter(({ path }) => path.startsWith(folderOf(entry)))
    .map((file) => ({ ...file, name: file.path.slice(folderOf(entry).length) }))
    .filter(({ name }) => !name.includes('/'));

const isPublished = ({ yaml }: ContentEntry): boolean => textAt(yaml.value, ['state']) === 'published';

/** The length of the film in seconds, where it is given. */
const durationOf = ({ yaml }: ContentEntry): number | undefined =>
  secondsOf(textAt(yaml.value, ['duration']) ?? '');

const namesOfPeople = ({ yaml }: ContentEntry): string[] =>
  entriesAt(yaml.value, ['people'])
    .map(([, person]) => textAt(person, ['name']))
    .filter((name) => name !== undefined);

const missingCaptions = (
  entry: ContentEntry,
  own: readonly OwnFile[],
  { languages, byPath }: CheckContext,
): Problem[] => {
  if (!isPublished(entry)) return [];
  const italian = `${languages[0]}.vtt`;
  const at = { file: entry.file.path, ...entry.yaml.valuePositionOf(['state']) };
  const missing: Problem[] = own.some(({ name }) => name === italian)
    ? []
    : [
        {
          ...at,
          code: 'missing-captions',
          what: 'Il video è pubblicato e non ha sottotitoli in italiano.',
          why: 'Chi non sente, o guarda senza audio, non saprebbe che cosa si dice: la legge li richiede. Da lì nasce anche la trascrizione.',
          fix: `Metti i sottotitoli WebVTT qui: content/${folderOf(entry)}${italian}`,
        },
      ];
  const untold = own
    .map(({ name }) => /^([a-z]{2,3})\.(?:vtt|txt)$/.exec(name)?.[1])
    .filter((code) => code !== undefined && code !== languages[0] && languages.includes(code))
    .filter((code) => !byPath.has(`videos/${entry.id}.${code}.yaml`));
  return [
    ...missing,
    ...[...new Set(untold)].map((code) => ({
      file: `${folderOf(entry)}${code}.vtt`,
      line: 1,
      column: 1,
      code: 'captions-without-translation',
      what: `Ci sono parole in "${code}", ma manca videos/${entry.id}.${code}.yaml.`,
      why: 'Chi legge ha diritto di sapere se è una traduzione fatta da una macchina e se qualcuno l’ha riveduta: lo dice quel file, con il titolo tradotto.',
      fix: `Crea il file con i testi tradotti: content/videos/${entry.id}.${code}.yaml`,
    })),
  ];
};

/** The names of files that the record gives, with the way to each. */
const namedIn = ({ yaml }: ContentEntry): { path: PropertyKey[]; name: string }[] =>
  [
    ['poster', 'file'],
    ...itemsAt(yaml.value, ['plays', 'files']).map((_, index) => ['plays', 'files', index, 'file']),
  ].flatMap((path) => {
    const name = textAt(yaml.value, path);
    return name === undefined ? [] : [{ path, name }];
  });

const missingFiles = (entry: ContentEntry, own: readonly OwnFile[]): Problem[] =>
  namedIn(entry)
    // A name of another form is told of with the schema.
    .filter(({ name }) => /^[a-z0-9][a-z0-9.-]*$/.test(name) && (FILM.test(name) || PICTURE.test(name)))
    .filter(({ name }) => !own.some((file) => file.name === name))
    .map(({ path, name }) => {
      const kind = FILM.test(name) ? FILM : PICTURE;
      const meant = nearest(
        name,
        own.map((file) => file.name).filter((other) => kind.test(other)),
      );
      const position = entry.yaml.valuePositionOf(path);
      return {
        file: entry.file.path,
        ...position,
        code: path[0] === 'poster' ? 'missing-poster-file' : 'missing-film-file',
        what: `Nella cartella content/${folderOf(entry)} non c’è il file "${name}".`,
        why:
          path[0] === 'poster'
            ? 'Al posto della copertina chi guarda vedrebbe un riquadro vuoto.'
            : 'Chi preme il pulsante non vedrebbe niente.',
        fix:
          meant === undefined
            ? `Metti il file qui: content/${folderOf(entry)}${name}`
            : replaced(lineOf(entry.file, position.line), name, meant),
      };
    });

const unnamedFiles = (entry: ContentEntry, own: readonly OwnFile[]): Problem[] => {
  const names = namedIn(entry).map(({ name }) => name);
  const present = own.map(({ name }) => name);
  // A misspelt name is told of where it is written.
  const meant = new Set(
    names.filter((name) => !present.includes(name)).map((name) => nearest(name, present)),
  );
  return own
    .filter(({ name }) => FILM.test(name) || PICTURE.test(name))
    .filter(({ name }) => !names.includes(name) && !meant.has(name))
    .map(({ path, name }) => ({
      file: path,
      line: 1,
      column: 1,
      code: 'unnamed-video-file',
      what: `"${name}" non è nominato in ${entry.file.path}.`,
      why: 'Un file che nessuno nomina non si vede, ma resta nel deposito, dove tutti lo possono scaricare.',
      fix: FILM.test(name)
        ? `plays:\n  on: self-hosted\n  files:\n    - { file: ${name}, height: 720 }`
        : `poster:\n  file: ${name}\n  alt: "Che cosa si vede"\n  credit: "Chi ha fatto l’immagine"`,
    }));
};

const faultyFilm = (file: OwnFile): Problem[] => {
  // Told of as such.
  if (file.refused) return [];
  const at = { file: file.path, line: 1, column: 1 };
  const found = kindOfFile(file.absolute);
  const kind = found === 'mp4' || found === 'webm' ? found : undefined;
  const ending = file.name.split('.').at(-1);
  if (kind !== ending) {
    return [
      {
        ...at,
        code: 'no-film',
        what:
          kind === undefined
            ? `${file.name} non è un film MP4 o WebM: dentro c’è altro.`
            : `${file.name} è un film ${kind === 'mp4' ? 'MP4' : 'WebM'} con un altro nome.`,
        why: 'Il browser si fida del nome e non riuscirebbe ad aprirlo.',
        fix:
          kind === undefined
            ? 'Esporta il film come MP4 (H.264 e AAC) oppure WebM (VP9 e Opus), e mettilo qui.'
            : file.name.replace(/\w+$/, kind),
      },
    ];
  }
  if (file.size <= limits.filmBytes) return [];
  return [
    {
      ...at,
      code: 'film-too-large',
      what: `${file.name} pesa ${Math.round(file.size / 1e6)} MB: qui un film ne può pesare al massimo ${limits.filmBytes / 1e6}.`,
      why: 'I depositi Git rifiutano i file più grandi, e chi lavora al sito li deve scaricare per intero.',
      fix: `Metti il film sul server dell’ente e scrivi il suo indirizzo:\n- { file: "https://…/${file.name}", height: 720, bytes: ${file.size} }`,
    },
  ];
};

const chapters = (entry: ContentEntry): Problem[] => {
  const duration = durationOf(entry);
  let before = -1;
  return entriesAt(entry.yaml.value, ['chapters']).flatMap(([id, chapter]) => {
    const written = textAt(chapter, ['at']);
    const start = secondsOf(written ?? '');
    if (written === undefined || start === undefined) return [];
    const isLate = duration !== undefined && start >= duration;
    const isBefore = start <= before;
    before = Math.max(before, start);
    if (!isLate && !isBefore) return [];
    return [
      {
        file: entry.file.path,
        ...entry.yaml.valuePositionOf(['chapters', id, 'at']),
        code: isLate ? 'chapter-after-the-end' : 'chapter-order',
        what: isLate
          ? `Il capitolo "${id}" comincia a ${written}, ma il film dura ${textAt(entry.yaml.value, ['duration'])}.`
          : `Il capitolo "${id}" comincia a ${written}, prima del capitolo che lo precede o insieme a lui.`,
        why: 'Il collegamento al capitolo porterebbe nel punto sbagliato.',
        fix: isLate
          ? 'Correggi il tempo del capitolo, oppure la durata.'
          : 'Metti i capitoli nell’ordine in cui si vedono, oppure correggi il tempo.',
      },
    ];
  });
};

type Explanation = Pick<Problem, 'code' | 'what' | 'why' | 'fix'> & Pick<Problem, 'level'>;

const captions = (entry: ContentEntry, file: OwnFile): Problem[] => {
  // A file that is no text is told of as such.
  if (file.text === undefined) return [];
  const { cues, faults } = parseWebVtt(file.text);
  const duration = durationOf(entry);
  const late = duration === undefined ? undefined : cues.find(({ end }) => end > duration + 1);
  return [
    ...faults.map((fault) => ({
      file: file.path,
      line: fault.line,
      column: fault.column,
      ...explain(fault, lineOf(file, fault.line).trim(), lineOf(file, fault.line - 1).trim()),
    })),
    ...(late
      ? [
          {
            file: file.path,
            line: late.line,
            column: 1,
            code: 'captions-after-the-end',
            what: `Questo sottotitolo finisce dopo il film, che dura ${textAt(entry.yaml.value, ['duration'])}.`,
            why: 'Spesso sono i sottotitoli di un altro montaggio: sarebbero fuori tempo.',
            fix: `Correggi i tempi, oppure la durata in ${entry.file.path}.`,
          },
        ]
      : []),
    ...unknownSpeakers(entry, file, cues),
  ];
};

const unknownSpeakers = (entry: ContentEntry, file: OwnFile, cues: readonly Cue[]): Problem[] => {
  const names = namesOfPeople(entry);
  const told = new Set<string>();
  return cues.flatMap(({ parts, line }) =>
    parts.flatMap(({ speaker }) => {
      if (speaker === undefined || names.includes(speaker) || told.has(speaker)) return [];
      told.add(speaker);
      const meant = nearest(speaker, names);
      return [
        {
          file: file.path,
          line: line + 1,
          column: 1,
          code: 'unknown-speaker',
          what: `"${speaker}" parla nei sottotitoli, ma non è fra le persone di ${entry.file.path}.`,
          why: 'Nella trascrizione si deve leggere chi parla e con quale ruolo.',
          fix:
            meant === undefined
              ? `people:\n  nome-breve:\n    name: "${speaker}"\n    role: "Chi è"`
              : `<v ${meant}>`,
        },
      ];
    }),
  );
};

const explain = (fault: VttFault, line: string, before: string): Explanation => {
  switch (fault.kind) {
    case 'no-header':
      return {
        code: 'vtt-header',
        what: 'La prima riga dei sottotitoli non è WEBVTT.',
        why: 'Senza quella riga il browser non mostra nessun sottotitolo.',
        fix: 'Scrivi WEBVTT nella prima riga e lascia vuota la seconda. Un file SRT va salvato come WebVTT dal programma dei sottotitoli.',
      };
    case 'no-cues':
      return {
        code: 'vtt-empty',
        what: 'Il file non ha nessun sottotitolo.',
        why: 'Chi non sente non saprebbe che cosa si dice.',
        fix: 'WEBVTT\n\n00:00:01.000 --> 00:00:04.000\nLe prime parole del film.',
      };
    case 'no-time':
      return {
        code: 'vtt-no-time',
        what: `Questo sottotitolo non ha il suo tempo: "${shortened(fault.found.trim())}".`,
        why: 'Il browser lo salterebbe. Spesso c’è una riga vuota in mezzo a un sottotitolo.',
        fix: 'Togli la riga vuota qui sopra; se è un sottotitolo nuovo, scrivi prima il suo tempo: 00:00:01.000 --> 00:00:04.000',
      };
    case 'comma':
      return {
        code: 'vtt-comma',
        what: `Il tempo ${fault.found} ha la virgola, come nei file SRT.`,
        why: 'Il browser salterebbe questo sottotitolo.',
        fix: fault.instead ?? line.replaceAll(',', '.'),
      };
    case 'bad-time':
      return {
        code: 'vtt-time',
        what: `Il tempo "${fault.found}" non è scritto come ore:minuti:secondi.millesimi.`,
        why: 'Il browser salterebbe questo sottotitolo.',
        fix: fault.instead ?? '00:00:01.000 --> 00:00:04.000',
      };
    case 'backwards':
      return {
        code: 'vtt-backwards',
        what: 'Questo sottotitolo finisce prima di cominciare.',
        why: 'Non si vedrebbe mai.',
        fix: `Correggi i due tempi: ${line}`,
      };
    case 'order':
      return {
        code: 'vtt-order',
        what: `Questo sottotitolo comincia a ${fault.found}, prima di quello che lo precede (${fault.instead}).`,
        why: 'La trascrizione seguirebbe un ordine diverso da quello del film.',
        fix: 'Metti i sottotitoli nell’ordine dei tempi, oppure correggi il tempo.',
      };
    case 'overlap':
      return {
        code: 'vtt-overlap',
        what: `Questo sottotitolo comincia a ${fault.found}, quando quello prima è ancora visibile.`,
        why: 'I due sottotitoli si coprirebbero. Se due persone parlano insieme, vanno in un solo sottotitolo, una riga per persona.',
        fix: line.replace(fault.found, () => fault.instead ?? fault.found),
      };
    case 'empty':
      return {
        code: 'vtt-no-words',
        what: 'Questo sottotitolo ha il tempo e nessuna parola.',
        why: 'Di solito la riga vuota sta fra il tempo e le parole, che così vanno perse.',
        fix: `${line}\nLe parole`,
      };
    case 'no-blank-line':
      return {
        code: 'vtt-no-blank-line',
        what: 'Prima di questo tempo manca una riga vuota.',
        why: 'Il browser mostrerebbe il tempo come se fosse parte delle parole.',
        fix: `${before}\n\n${line}`,
      };
    case 'unknown-tag':
      return {
        code: 'vtt-tag',
        what: `${fault.found} non è un segno che i sottotitoli conoscono.`,
        why: 'Il browser lo toglierebbe, con il rischio di portarsi via anche le parole. Si possono usare <v Nome>, <i>, <b> e <u>.',
        fix: line.replace(new RegExp(`</?${/^<(\w*)/.exec(fault.found)?.[1] ?? ''}[^>]*>`, 'g'), ''),
      };
    case 'garbled':
      return {
        code: 'vtt-garbled',
        what: `Ci sono lettere rovinate: "${fault.found}".`,
        why: 'Il file è stato salvato una volta con la codifica sbagliata: chi legge vedrebbe segni senza senso.',
        fix: 'Riprendi i sottotitoli dal programma che li ha fatti ed esportali di nuovo in UTF-8.',
      };
    case 'long-line':
      return {
        level: 'warning',
        code: 'vtt-long-line',
        what: `La riga ha ${[...fault.found].length} lettere: più di ${LONGEST_LINE} si leggono a fatica nel tempo di un sottotitolo.`,
        why: 'Su un telefono la riga va a capo e copre l’immagine.',
        fix: brokenInTwo(fault.found),
      };
  }
};

/** The line broken at the blank nearest to its middle. */
const brokenInTwo = (line: string): string => {
  const blanks = [...line.matchAll(/ /g)].map(({ index }) => index);
  const middle = line.length / 2;
  const at = blanks.sort((a, b) => Math.abs(a - middle) - Math.abs(b - middle))[0];
  return at === undefined ? shortened(line) : `${line.slice(0, at)}\n${line.slice(at + 1)}`;
};

const transcript = (entry: ContentEntry, file: OwnFile): Problem[] => {
  if (file.text === undefined) return [];
  const names = namesOfPeople(entry);
  const { paragraphs, faults } = parseTranscript(file.text, names);
  const duration = durationOf(entry);
  const isLate = duration !== undefined && paragraphs.some(({ start }) => start >= duration);
  const explanations = {
    'no-time': (found: string) => ({
      what: `Questo capoverso non comincia con il suo tempo: "${shortened(found)}".`,
      fix: `[0:05] ${shortened(found)}`,
    }),
    'bad-time': (found: string) => ({
      what: `Il tempo "${found}" non è scritto come minuti e secondi.`,
      fix: '[1:05] Le parole …',
    }),
    order: (found: string) => ({
      what: `Questo capoverso comincia a ${found}, prima di quello che lo precede.`,
      fix: 'Metti i capoversi nell’ordine del film, oppure correggi il tempo.',
    }),
    'no-text': () => ({
      what: 'Qui non c’è nessuna parola.',
      fix: names[0] === undefined ? '[0:05] Le parole …' : `[0:05] ${names[0]}: Le parole …`,
    }),
  };
  return [
    ...faults.map(({ kind, line, found }) => ({
      file: file.path,
      line,
      column: 1,
      code: `transcript-${kind}`,
      why: 'Dal tempo si salta al punto del film; chi non sente legge qui che cosa si dice.',
      ...explanations[kind](found),
    })),
    ...(isLate
      ? [
          {
            file: file.path,
            line: 1,
            column: 1,
            code: 'transcript-after-the-end',
            what: `Un capoverso comincia dopo la fine del film, che dura ${textAt(entry.yaml.value, ['duration'])}.`,
            why: 'Spesso è la trascrizione di un altro montaggio.',
            fix: `Correggi i tempi, oppure la durata in ${entry.file.path}.`,
          },
        ]
      : []),
  ];
};
