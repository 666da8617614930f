import { slugOf } from '../../../../src/lib/slug.ts';
import type { ContentFile } from '../../content/files.ts';
import type { ContentEntry } from '../../content/read.ts';
import { kindOfFile, type FileKind } from '../../content/signatures.ts';
import { entriesAt, textAt } from '../../content/values.ts';
import type { Check, CheckContext } from '../context.ts';
import { namesInWords, nearest } from '../../words/nearest.ts';
import type { Problem } from '../problem.ts';
import { lineOf, replaced } from '../source-lines.ts';

/** Bytes a picture may have: more does not make it sharper, and every copy of the project carries it for ever. */
const MOST_BYTES = 12 * 1000 * 1000;
const PUBLISHABLE = /\.(jpe?g|png|webp|avif|tiff?)$/i;
const PICTURE = /\.(jpe?g|png|webp|avif|tiff?|heic|gif|bmp)$/i;

/** Pictures that are missing, too large, no pictures at all, or not described. */
export const checkPictures: Check = (context) => [
  ...context.files.filter(({ path }) => PICTURE.test(path)).flatMap(faultyFile),
  ...context.records
    .filter(({ concept, yaml }) => concept === 'press-notes' && yaml.errors.length === 0)
    .flatMap((entry) => [...missingFiles(entry, context), ...undescribed(entry, context)]),
  ...context.entries.flatMap((entry) => unknownMarks(entry, context)),
];

/** The kinds of pictures: what they are called, how their files end, and the ending that the site gives them. */
const kinds: Partial<Record<FileKind, { name: string; endings: RegExp; ending?: string }>> = {
  jpeg: { name: 'JPEG', endings: /\.jpe?g$/i, ending: 'jpg' },
  png: { name: 'PNG', endings: /\.png$/i, ending: 'png' },
  webp: { name: 'WebP', endings: /\.webp$/i, ending: 'webp' },
  avif: { name: 'AVIF', endings: /\.avif$/i, ending: 'avif' },
  tiff: { name: 'TIFF', endings: /\.tiff?$/i, ending: 'tif' },
  // Without an ending: the site does not publish them.
  heic: { name: 'HEIC', endings: /\.heic$/i },
  gif: { name: 'GIF', endings: /\.gif$/i },
  bmp: { name: 'BMP', endings: /\.bmp$/i },
};

const megabytes = (bytes: number): string => (bytes / 1e6).toLocaleString('it', { maximumFractionDigits: 1 });

const faultyFile = (file: ContentFile): Problem[] => {
  const name = file.path.split('/').at(-1) as string;
  const at = { file: file.path, line: 1, column: 1 };
  const found = kindOfFile(file.absolute);
  const kind = found && kinds[found];
  if (kind === undefined) {
    return [
      {
        ...at,
        code: 'no-picture',
        what: `${name} non è un’immagine: dentro c’è altro.`,
        why: 'Al posto della foto chi legge vedrebbe un riquadro rotto.',
        fix: 'Apri la foto con un programma di immagini e salvala come JPEG, poi mettila qui.',
      },
    ];
  }
  if (kind.ending === undefined) {
    return [
      {
        ...at,
        code: 'unsupported-picture',
        what: `${name} è un’immagine ${kind.name}, che il sito non pubblica.`,
        why: 'Molti programmi e molti giornali non la aprono.',
        fix: `Salvala come JPEG: ${name.replace(/\.\w+$/, '.jpg')}`,
      },
    ];
  }
  const expected = Object.values(kinds).find(({ endings }) => endings.test(name));
  if (kind !== expected) {
    return [
      {
        ...at,
        code: 'picture-ending',
        what: `${name} si chiama come un’immagine ${expected?.name ?? 'di altro tipo'}, ma è un’immagine ${kind.name}.`,
        why: 'Alcuni programmi si fidano del nome e non riuscirebbero ad aprirla.',
        fix: name.replace(/\.\w+$/, `.${kind.ending}`),
      },
    ];
  }
  if (file.size <= MOST_BYTES) return [];
  return [
    {
      ...at,
      code: 'picture-too-large',
      what: `${name} pesa ${megabytes(file.size)} MB: un’immagine ne può pesare al massimo ${MOST_BYTES / 1e6}.`,
      why: 'Chi scarica la cartella stampa o lavora al sito la deve scaricare per intero, e per sempre.',
      fix: 'Salvala di nuovo come JPEG con qualità 85 e lato lungo di 4000 punti: di solito pesa meno di 3 MB.',
    },
  ];
};

const folderOf = (entry: ContentEntry): string =>
  entry.file.path.slice(0, entry.file.path.lastIndexOf('/') + 1);

const picturesIn = (folder: string, { files }: CheckContext): string[] =>
  files
    .map(({ path }) => path)
    .filter((path) => path.startsWith(folder) && PUBLISHABLE.test(path))
    .map((path) => path.slice(folder.length));

const named = (entry: ContentEntry): { id: string; file: string }[] =>
  entriesAt(entry.yaml.value, ['pictures']).flatMap(([id, picture]) => {
    const file = textAt(picture, ['file']);
    return file === undefined ? [] : [{ id, file }];
  });

const missingFiles = (entry: ContentEntry, context: CheckContext): Problem[] => {
  const present = picturesIn(folderOf(entry), context);
  return (
    named(entry)
      // A name of another form is told of with the schema.
      .filter(({ file }) => !present.includes(file) && /^[^/\\]+$/.test(file) && PUBLISHABLE.test(file))
      .map(({ id, file }) => {
        const position = entry.yaml.valuePositionOf(['pictures', id, 'file']);
        const meant = nearest(file, present);
        return {
          file: entry.file.path,
          ...position,
          code: 'picture-missing',
          what: `L’immagine "${file}" non è nella cartella della nota.`,
          why: 'Al posto della foto chi legge vedrebbe un riquadro rotto.',
          fix:
            meant === undefined
              ? `Metti il file in content/${folderOf(entry)}${file}`
              : replaced(lineOf(entry.file, position.line), file, meant),
        };
      })
  );
};

const undescribed = (entry: ContentEntry, context: CheckContext): Problem[] => {
  const present = picturesIn(folderOf(entry), context);
  const files = named(entry).map(({ file }) => file);
  // A misspelt name is told of where it is written.
  const meant = new Set(
    files.filter((file) => !present.includes(file)).map((file) => nearest(file, present)),
  );
  return present
    .filter((file) => !files.includes(file) && !meant.has(file))
    .map((file) => ({
      file: folderOf(entry) + file,
      line: 1,
      column: 1,
      code: 'picture-undescribed',
      what: `L’immagine "${file}" non è descritta nell’intestazione della nota.`,
      why: 'Un’immagine si pubblica solo con autore, condizioni d’uso, liberatoria, testo alternativo e didascalia.',
      fix: [
        'pictures:',
        `  ${slugOf(file.replace(/\.\w+$/, '')) || 'foto'}:`,
        `    file: ${file}`,
        '    credit: "Chi ha fatto la foto"',
        '    licence: "CC BY 4.0"',
        '    release: "nessuna persona riconoscibile"',
        '    alt: "Che cosa si vede"',
        '    caption: "La didascalia"',
      ].join('\n'),
    }));
};

/** `<Picture>` and `<Video>` of the body that name nothing. */
const unknownMarks = (entry: ContentEntry, { record, bodyOf, ids }: CheckContext): Problem[] =>
  (bodyOf(entry)?.references ?? []).flatMap(({ kind, target, line, column }) => {
    if (kind !== 'picture' && kind !== 'video') return [];
    const source = record(entry.concept, entry.id);
    const known =
      kind === 'video' ? [...ids.videos] : entriesAt(source?.yaml.value, ['pictures']).map(([id]) => id);
    if (known.includes(target) || source?.yaml.errors.length !== 0) return [];
    const tag = kind === 'video' ? 'Video' : 'Picture';
    const meant = nearest(target, known);
    return [
      {
        file: entry.file.path,
        line,
        column,
        code: `unknown-${kind}`,
        what:
          kind === 'video'
            ? `Il video "${target}" non è in content/videos.`
            : `L’immagine "${target}" non è fra quelle dell’intestazione.`,
        why: 'In quel punto la pagina resterebbe vuota.',
        fix:
          meant !== undefined
            ? `<${tag} id="${meant}" />`
            : known.length > 0
              ? `Scegli fra: ${namesInWords(known)}.`
              : `Togli <${tag} id="${target}" />, oppure aggiungi "${target}" ${kind === 'video' ? 'in content/videos' : 'sotto "pictures:"'}.`,
      },
    ];
  });
