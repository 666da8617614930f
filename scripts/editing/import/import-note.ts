import type { Content } from '../content/read.ts';
import { textAt } from '../content/values.ts';
import { TO_WRITE } from '../words/to-write.ts';
import type { ImportedPicture, SourceDocument } from './document.ts';
import { editionIds } from './edition.ts';
import { understand, type UnderstoodNote } from './understand.ts';
import { bodyText, compareWords, type WordCount } from './words.ts';
import { CHOOSE, linksIn, noteText, pictureFile, refusedLinks } from './write-note.ts';

/** A line of the note's file where the editor has something to do. */
export interface LineToDo {
  /** From 1. */
  line: number;
  /** What to do there, in Italian. */
  what: string;
}

/** A document as a note's file, with everything that has to be told of it. */
export interface ImportedNote {
  /** `2023-11-03-palermo`; nothing when day or city are not known. */
  folder: string | undefined;
  note: UnderstoodNote;
  /** The text of `it.mdx`. */
  text: string;
  pictures: { file: string; bytes: Uint8Array }[];
  count: WordCount;
  links: number;
  changed: string[];
  dropped: string[];
  toDo: LineToDo[];
  /** The line that keeps the note a draft. */
  draftLine: number;
}

const FOLDER = /^(?<date>\d{4}-\d{2}-\d{2})-(?<city>[a-z0-9-]+)$/;

/** Whether a name can be that of a note's folder. */
export const isNoteFolder = (name: string): boolean => FOLDER.test(name);

/** Day and city that the editor said by naming the folder fill what the document does not say. */
const withFolder = (note: UnderstoodNote, folder: string | undefined, content: Content): UnderstoodNote => {
  const { date, city } = FOLDER.exec(folder ?? '')?.groups ?? {};
  if (date === undefined || city === undefined) return note;
  const ids = content.entries.flatMap(({ concept, isRecord, id }) =>
    concept === 'cities' && isRecord && (city === id || city.startsWith(`${id}-`)) ? [id] : [],
  );
  const uncertain = [...note.uncertain];
  if (note.date !== undefined && note.date !== date)
    uncertain.push(`Il documento dice ${note.date}, la cartella ${date}: controlla quale è giusta.`);
  return { ...note, date: note.date ?? date, city: note.city ?? ids.toSorted().at(-1), uncertain };
};

const lineToDo = (line: string, number: number): LineToDo[] => {
  const field = /^\s*(?:([\w-]+):|.*\b(role)=)/.exec(line);
  const name = field?.[1] ?? field?.[2] ?? '';
  if (line.includes(CHOOSE))
    return [
      {
        line: number,
        what: `scegli l’edizione: dopo "edition:" scrivi una di queste: ${line.split(CHOOSE)[1]?.trim()}.`,
      },
    ];
  const what = new RegExp(`${TO_WRITE}: ([^"]*)`).exec(line)?.[1];
  if (what !== undefined) return [{ line: number, what: `scrivi "${name}": ${what}.` }];
  return /^\w+: DA-SCRIVERE$/.test(line) ? [{ line: number, what: `scrivi "${name}".` }] : [];
};

/**
 * Makes a note of a document.
 * @param named the folder that the editor wants, with day and city
 */
export const importNote = (source: SourceDocument, content: Content, named?: string): ImportedNote => {
  const note = withFolder(understand(source, content), named, content);
  const text = noteText(note, source.pictures, editionIds(content));
  const lines = text.split('\n');
  const refused = refusedLinks(note.blocks);
  return {
    folder: named ?? (note.date && note.city ? `${note.date}-${note.city}` : undefined),
    note,
    text,
    pictures: source.pictures.map((picture: ImportedPicture, index) => ({
      file: pictureFile(picture, index),
      bytes: picture.bytes,
    })),
    count: compareWords(source.everyWord, [
      ...[note.title, note.subtitle, note.citySummary, bodyText(text)],
      ...source.pictures.map(({ caption }) => caption),
      ...note.setApart.filter(({ inText }) => inText).map(({ words }) => words),
    ]),
    links: linksIn(note.blocks),
    changed: source.changed,
    dropped: [
      ...source.dropped,
      ...refused.map(
        ({ words, link }) => `Il collegamento di «${words}», che il sito non può seguire: ${link}`,
      ),
    ],
    toDo: lines.flatMap((line, index) => lineToDo(line, index + 1)),
    draftLine: lines.findIndex((line) => line.startsWith('status: draft')) + 1,
  };
};

/** Whether a note with this folder is in the content and is no draft: readers have, or had, its address. */
export const isPublished = ({ entries }: Content, folder: string): boolean =>
  entries.some(
    ({ concept, isRecord, id, yaml }) =>
      concept === 'press-notes' && isRecord && id === folder && textAt(yaml.value, ['status']) !== 'draft',
  );

/** A name beside one that is taken: `2023-11-03-palermo-2`. */
export const freeFolder = ({ entries }: Content, folder: string): string => {
  const taken = new Set(entries.filter(({ concept }) => concept === 'press-notes').map(({ id }) => id));
  let number = 2;
  while (taken.has(`${folder}-${number}`)) number += 1;
  return `${folder}-${number}`;
};
