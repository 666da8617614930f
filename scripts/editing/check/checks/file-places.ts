import { SLUG, slugOf } from '../../../../src/lib/slug.ts';
import { isConcept } from '../../../../src/schemas/content-path.ts';
import { concepts, type ConceptName } from '../../../../src/schemas/index.ts';
import { REGISTER } from '../../addresses/register.ts';
import type { Check } from '../context.ts';
import { namesInWords, nearest } from '../../words/nearest.ts';
import type { Problem } from '../problem.ts';

/** Files in a wrong place or with a wrong name, and two files that would have one address. */
export const checkFilePlaces: Check = ({ files, languages, byPath }) => {
  const paths = files.map(({ path }) => path);
  const problems = paths.flatMap((path) => {
    const found = misplaced(path, languages, byPath);
    return found ? [{ file: path, line: 1, column: 1, ...found }] : [];
  });
  const doubles = twins(paths);
  const isDouble = new Set(doubles.map(({ file }) => file));
  return [...oncePerCopy(problems).filter(({ file }) => !isDouble.has(file)), ...doubles];
};

/** A copied folder is one mistake, however many files lie in it. */
const oncePerCopy = (problems: readonly Problem[]): Problem[] => {
  const told = new Set<string>();
  return problems.filter(({ code, file, what }) => {
    if (code !== 'copied-file') return true;
    const folder = `${file.slice(0, file.search(COPY))} ${what}`;
    return !told.has(folder) && told.add(folder);
  });
};

type Explanation = Pick<Problem, 'code' | 'what' | 'why' | 'fix'>;

/** Folders with one file a language, and how the files end. */
const BY_LANGUAGE: Readonly<Record<string, string>> = { languages: '.yaml', ui: '.json', glossary: '.yaml' };
const OTHER_FOLDERS = Object.keys(BY_LANGUAGE);
const OTHER_FILES = [REGISTER, 'README.md'];
const PICTURE = /\.(jpe?g|png|webp|avif|tiff?)$/i;
const MEDIA = /\.(jpe?g|png|webp|avif|tiff?|heic|bmp|svg|gif|mp4|webm|mov|vtt|srt|mp3|pdf)$/i;
const DOCUMENT = /\.(docx?|odt|rtf|pages)$/i;
const COPY =
  /(?:^|\/)(?:copia di|copy of) |(?: - copia| copia| - copy| copy|\(\d+\)|_copia|-copia)(?= |\.|$|\/)/i;

const unread =
  'Il sito non legge questo file: quello che c’è scritto non comparirebbe, e nessuno se ne accorgerebbe.';

const misplaced = (
  path: string,
  languages: readonly string[],
  byPath: ReadonlyMap<string, unknown>,
): Explanation | undefined => {
  const [folder = '', ...rest] = path.split('/');
  const name = path.split('/').at(-1) ?? '';
  if (OTHER_FILES.includes(path) || (folder === 'README' && rest.length > 0)) return undefined;
  if (COPY.test(path)) {
    const copied = path.split('/').find((part) => COPY.test(part)) as string;
    return copied !== name && folder === 'press-notes'
      ? {
          code: 'copied-file',
          what: `"${copied}" sembra la copia di un’altra cartella.`,
          why: 'Due cartelle con lo stesso contenuto diventano due note uguali.',
          fix: 'Toglila. Se è una nota nuova, dalle come nome la sua data e la sua città (2026-03-01-palermo) e cambia "date" e "city" nel testo.',
        }
      : {
          code: 'copied-file',
          what: `"${copied}" sembra la copia di un altro file.`,
          why: 'Due file con lo stesso contenuto diventano due pagine uguali.',
          fix: 'Togli la copia, oppure dalle il nome di ciò che contiene (lettere minuscole, cifre e trattini).',
        };
  }
  if (DOCUMENT.test(name)) {
    return {
      code: 'document-in-content',
      what: `${name} è un documento da scrivania: in content/ stanno solo testi semplici e immagini.`,
      why: unread,
      fix: `Mettilo fuori da content/ e lancia: npm run importa -- ${/\s/.test(name) ? `"${name}"` : name}`,
    };
  }
  if (rest.length === 0) {
    return {
      code: 'file-out-of-place',
      what: `${name} è nella cartella content/, fuori dalle cartelle dei contenuti.`,
      why: unread,
      fix: `Spostalo in una di queste cartelle: ${namesInWords([...Object.keys(concepts), ...OTHER_FOLDERS])}.`,
    };
  }
  if (Object.hasOwn(BY_LANGUAGE, folder)) return misplacedStrings(folder, rest.join('/'), languages);
  if (!isConcept(folder)) {
    const meant = nearest(folder, [...Object.keys(concepts), ...OTHER_FOLDERS]);
    return {
      code: 'unknown-folder',
      what: `La cartella "${folder}" non esiste fra quelle dei contenuti.`,
      why: unread,
      fix: meant
        ? `Spostalo: content/${meant}/${rest.join('/')}`
        : `Le cartelle sono: ${namesInWords([...Object.keys(concepts), ...OTHER_FOLDERS])}.`,
    };
  }
  return concepts[folder].format === 'yaml'
    ? misplacedYaml(folder, rest, name, languages, byPath)
    : misplacedMdx(folder, rest, name, languages, byPath);
};

const misplacedStrings = (
  folder: string,
  name: string,
  languages: readonly string[],
): Explanation | undefined => {
  const ending = BY_LANGUAGE[folder] ?? '';
  const code = name.endsWith(ending) ? name.slice(0, -ending.length) : undefined;
  if (code !== undefined && languages.includes(code)) return undefined;
  return {
    code: 'unknown-language',
    what: `${name} non è di nessuna lingua del sito.`,
    why: unread,
    fix: `Chiamalo con il codice di una delle lingue in content/languages (${languages.join(', ')}), per esempio ${folder}/${languages[1] ?? languages[0]}${ending}, oppure aggiungi la lingua: npm run nuovo -- lingua.`,
  };
};

const misplacedYaml = (
  concept: ConceptName,
  rest: readonly string[],
  name: string,
  languages: readonly string[],
  byPath: ReadonlyMap<string, unknown>,
): Explanation | undefined => {
  if (concept === 'videos' && (MEDIA.test(name) || name.endsWith('.txt')))
    return misplacedVideoFile(rest, name, languages, byPath);
  if (/\.(yml|YAML|YML)$/.test(name)) return wrongEnding(name, name.replace(/\.\w+$/, '.yaml'));
  if (!name.endsWith('.yaml')) return wrongEnding(name, `${name.replace(/\.\w+$/, '')}.yaml`);
  const id = [...rest.slice(0, -1), name.replace(/(\.[a-z]{2,3})?\.yaml$/, '')];
  if (concept === 'activities' && rest.length !== 2) {
    return {
      code: 'activity-out-of-folder',
      what: 'Un’attività sta nella cartella della sua città.',
      why: 'La cartella fa parte del nome con cui il sito trova l’attività.',
      fix: `Spostalo: content/activities/palermo/${name} (al posto di palermo la sua città)`,
    };
  }
  if (concept !== 'activities' && rest.length !== 1) {
    return {
      code: 'file-in-subfolder',
      what: `In content/${concept} non ci sono altre cartelle.`,
      why: 'La cartella cambierebbe il nome con cui gli altri file si riferiscono a questo.',
      fix: `Spostalo: content/${concept}/${name}`,
    };
  }
  return misnamed(concept, id, name.slice(id.at(-1)?.length));
};

/** What belongs to a video lies in the folder of its name; captions and transcripts are named by their language. */
const misplacedVideoFile = (
  rest: readonly string[],
  name: string,
  languages: readonly string[],
  byPath: ReadonlyMap<string, unknown>,
): Explanation | undefined => {
  const [folder = ''] = rest;
  if (rest.length !== 2 || !byPath.has(`videos/${folder}.yaml`)) {
    const ids = [...byPath.keys()]
      .map((path) => /^videos\/([^/.]+)\.yaml$/.exec(path)?.[1])
      .filter((id) => id !== undefined);
    const meant = nearest(rest.length === 2 ? folder : name.replace(/\..*$/, ''), ids) ?? ids[0] ?? 'palermo';
    return {
      code: 'video-file-out-of-place',
      what: `${name} non sta nella cartella di un video.`,
      why: 'Copertina, sottotitoli e film stanno nella cartella che si chiama come il file del video: altrove il sito non li cerca.',
      fix: `Spostalo: content/videos/${meant}/${/\.(vtt|txt)$/.test(name) ? `${languages[0]}${name.slice(-4)}` : name}`,
    };
  }
  if (name.endsWith('.srt')) {
    return {
      code: 'subrip-captions',
      what: `${name} è un file di sottotitoli SRT: il sito legge WebVTT.`,
      why: 'I browser mostrano solo sottotitoli WebVTT; il file SRT da scaricare lo fa il sito.',
      fix: `Salvalo come WebVTT dal programma dei sottotitoli: content/videos/${folder}/${languages[0]}.vtt`,
    };
  }
  const language = /^(.+)\.(?:vtt|txt)$/.exec(name)?.[1];
  if (language === undefined || languages.includes(language)) return undefined;
  const meant = nearest(language, languages);
  const ending = name.endsWith('.vtt') ? '.vtt' : '.txt';
  return {
    code: 'captions-of-no-language',
    what: `${name} non è di nessuna lingua del sito.`,
    why: 'Dal nome il sito capisce in quale lingua sono i sottotitoli (.vtt) o la trascrizione (.txt).',
    fix:
      meant === undefined
        ? `Chiamalo con il codice della sua lingua (${languages.join(', ')}), per esempio ${languages[0]}${ending}`
        : `Rinominalo: content/videos/${folder}/${meant}${ending}`,
  };
};

const misplacedMdx = (
  concept: ConceptName,
  rest: readonly string[],
  name: string,
  languages: readonly string[],
  byPath: ReadonlyMap<string, unknown>,
): Explanation | undefined => {
  const folder = rest.slice(0, -1);
  const source = languages[0] as string;
  if (folder.length === 0) {
    return {
      code: 'file-without-folder',
      what: `${name} sta direttamente in content/${concept}: ogni testo ha la sua cartella.`,
      why: 'Il nome della cartella è l’indirizzo della pagina; i file dentro sono le lingue.',
      fix:
        concept === 'press-notes'
          ? `Spostalo in una cartella con la data e la città della nota, per esempio: content/press-notes/2023-11-03-palermo/${source}.mdx`
          : `Spostalo in una cartella sua, per esempio: content/pages/privacy/${source}.mdx`,
    };
  }
  if (MEDIA.test(name)) {
    return PICTURE.test(name) && concept === 'pages'
      ? {
          code: 'picture-out-of-place',
          what: `${name} sta nella cartella di una pagina, che non ha immagini.`,
          why: unread,
          fix: 'Togli il file, oppure mettilo nella cartella di una nota stampa, con autore, liberatoria e testo alternativo.',
        }
      : undefined;
  }
  // Windows hides the ending that it knows: "it.mdx" is really "it.mdx.txt".
  if (/\.(md|markdown|txt|mdx)$/i.test(name) && !/^[^.]+\.mdx$/.test(name))
    return wrongEnding(name, `${name.toLowerCase().replace(/(?:\.(?:mdx?|markdown|txt))+$/, '')}.mdx`);
  if (!name.endsWith('.mdx')) return wrongEnding(name, `${source}.mdx`);
  if (!/^[a-z]{2,3}\.mdx$/.test(name)) {
    return {
      code: 'misnamed-text',
      what: `Il file si chiama "${name}", ma un testo si chiama con il codice della sua lingua.`,
      why: unread,
      fix: `Rinominalo: ${languages.find((code) => name.toLowerCase().startsWith(`${code}.`)) ?? source}.mdx`,
    };
  }
  const wrong = misnamed(concept, folder, `/${name}`);
  if (wrong) return wrong;
  // Said once for the folder, at the first of its texts.
  const own = [...byPath.keys()].filter(
    (path) => path.startsWith(`${concept}/${folder.join('/')}/`) && path.endsWith('.mdx'),
  );
  const isFirst = own
    .find((path) => path.slice(concept.length + 1).split('/').length === rest.length)
    ?.endsWith(`/${name}`);
  if (isFirst && !byPath.has(`${concept}/${folder.join('/')}/${source}.mdx`)) {
    return {
      code: 'translation-without-record',
      what: `Nella cartella manca ${source}.mdx, il testo italiano.`,
      why: 'Il testo italiano fa fede: una traduzione senza di lui non ha una pagina.',
      fix: `Aggiungi il testo italiano: content/${concept}/${folder.join('/')}/${source}.mdx`,
    };
  }
  return undefined;
};

const wrongEnding = (name: string, right: string): Explanation => ({
  code: 'wrong-ending',
  what: `"${name}" non ha la terminazione che il sito si aspetta qui.`,
  why: unread,
  fix: `Rinominalo: ${right}`,
});

const misnamed = (concept: ConceptName, id: readonly string[], ending: string): Explanation | undefined => {
  const wrong = id.find((part) => !SLUG.test(part));
  if (wrong === undefined) return undefined;
  const right = slugOf(wrong);
  return {
    code: 'misnamed-file',
    what: `Il nome "${wrong}" ha lettere maiuscole, accenti, spazi o segni.`,
    why: 'Il nome fa parte dell’indirizzo della pagina: sono ammesse solo lettere minuscole senza accento, cifre e trattini.',
    fix: `Rinominalo: content/${concept}/${id.map((part) => (part === wrong ? right : part)).join('/')}${ending}`,
  };
};

const smallLettersFirst = (same: readonly string[]): string[] =>
  same.toSorted((a, b) => Number(a !== a.toLowerCase()) - Number(b !== b.toLowerCase()));

/** Files whose names differ in capitals only: on many computers they are one file. */
const twins = (paths: readonly string[]): Problem[] =>
  [...Map.groupBy(paths, (path) => path.toLowerCase()).values()].map(smallLettersFirst).flatMap((same) =>
    same.slice(1).map((path) => ({
      file: path,
      line: 1,
      column: 1,
      code: 'twin-files',
      what: `"${path}" e "${same[0]}" differiscono solo per le maiuscole.`,
      why: 'Su molti computer sono lo stesso file, e nel sito avrebbero lo stesso indirizzo.',
      fix: 'Tieni un solo file, con il nome tutto in minuscolo.',
    })),
  );
