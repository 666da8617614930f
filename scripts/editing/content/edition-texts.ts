import { editionsNamed } from './edition-names.ts';
import type { Content } from './read.ts';

/** A text that names an edition of the network, and may say of it what a new one makes untrue. */
export interface EditionText {
  /** Path below the content folder. */
  file: string;
  line: number;
  /** The ids of the editions that it names. */
  editions: string[];
}

const LINE = /\r?\n/;

const editionIds = ({ entries }: Content): string[] =>
  entries.filter(({ concept, isRecord }) => concept === 'editions' && isRecord).map(({ id }) => id);

/**
 * The Italian texts that name an edition, but notes, facts and help, which have a day or a source of their own, and what an
 * edition says of itself.
 */
export const textsNamingEditions = (content: Content): EditionText[] => {
  const italian = content.languages[0];
  const ids = editionIds(content);
  return content.files
    .filter(({ path }) => !/^(?:press-notes|editions|facts|help|README|addresses\.yaml)/.test(path))
    .filter(({ path }) => {
      const entry = content.entries.find(({ file }) => file.path === path);
      return entry ? entry.isRecord : path === `ui/${italian}.json` || path === `glossary/${italian}.yaml`;
    })
    .flatMap(({ path, text = '' }) =>
      text.split(LINE).flatMap((line, index) => {
        // An id names no edition to a reader, a comment neither.
        const words = ids.reduce((left, id) => left.replaceAll(id, ''), line.replace(/^\s*#.*$/, ''));
        const editions = [...editionsNamed(words, content).known.keys()];
        return editions.length === 0 ? [] : [{ file: path, line: index + 1, editions }];
      }),
    );
};

/** The same in words for an editor who adds an edition; nothing when no text names one. */
export const textsToReread = (content: Content, folder: string): string | undefined => {
  const byFile = [...Map.groupBy(textsNamingEditions(content), ({ file }) => file)];
  if (byFile.length === 0) return undefined;
  return [
    `Questi testi nominano un’edizione: con una nuova, rileggili (che cosa è ancora vero? quante città, quante edizioni?).`,
    ...byFile.map(
      ([file, texts]) =>
        `  ${folder}/${file}, ${texts.length === 1 ? 'riga' : 'righe'} ${texts.map(({ line }) => line).join(', ')}: ${[...new Set(texts.flatMap(({ editions }) => editions))].join(', ')}`,
    ),
  ].join('\n');
};

/**
 * What to reread for an edition that nothing belongs to yet, however it was added; nothing once a note, a city or an
 * activity is of it.
 */
export const newEditionsInWords = (content: Content, folder: string): string | undefined => {
  const used = new Set(
    content.files.flatMap(({ text = '' }) =>
      [...text.matchAll(/\bedition:\s*["']?([\w-]+)/g)].map(([, id]) => id),
    ),
  );
  const unused = editionIds(content).filter((id) => !used.has(id));
  const reread = unused.length === 0 ? undefined : textsToReread(content, folder);
  return reread && `Edizione nuova, di cui non c’è ancora niente: ${unused.join(', ')}. ${reread}`;
};
