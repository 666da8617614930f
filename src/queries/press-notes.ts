import { render } from 'astro:content';
import { parseNoteDocument, quotesOf, type NoteDocument } from '../documents/note-document/index.ts';
import { entriesOf, languagesOf, localise, type Entry, type Localised } from './entries.ts';
import { figureViews, type FigureView } from './figure-views.ts';
import { hasPage, isListed, publicationState, publicFrom, type PublicationState } from './publication.ts';

/** A quote of a note: the words as they were said, who said them, and where they stand. */
export interface QuoteView {
  id: string;
  words: string;
  speaker: string;
  role: string;
  /** Path of the note with the quote's fragment, without language prefix. */
  path: string;
  /** The language of the words. */
  lang: string;
}

/** A press note in a list or on its page. */
export type PressNoteView = Localised<'press-notes'> & {
  path: string;
  state: PublicationState;
  figureViews: FigureView[];
};

const notePath = (id: string): string => `/note-stampa/${id}/`;

const view = (entry: Entry<'press-notes'>, lang: string): PressNoteView => {
  const note = localise(entry, lang);
  const path = notePath(entry.id);
  return {
    ...note,
    path,
    state: publicationState(note),
    figureViews: figureViews(lang, note.contentLang, note.figures, path),
  };
};

/** When a note was published and last changed, as ISO 8601 instants. Changes have a day and no hour. */
export const noteDates = (
  note: Pick<PressNoteView, 'date' | 'embargo' | 'changes'>,
): { published: string; modified: string } => {
  const published = publicFrom(note).toISOString();
  const changed = Object.keys(note.changes).map((day) => new Date(`${day}T12:00:00+01:00`).toISOString());
  return { published, modified: [published, ...changed].sort().at(-1) as string };
};

/** The notes that are listed, newest first; of one day, by id. */
export const notesIn = async (lang: string): Promise<PressNoteView[]> =>
  (await entriesOf('press-notes'))
    .filter(({ record }) => isListed(record.data))
    .map((entry) => view(entry, lang))
    .sort((a, b) => (a.date === b.date ? (a.id < b.id ? -1 : 1) : a.date < b.date ? 1 : -1));

/** Ids of the notes that have an address, withdrawn ones too. */
export const noteIdsWithPage = async (): Promise<string[]> =>
  (await entriesOf('press-notes')).filter(({ record }) => hasPage(record.data)).map(({ id }) => id);

const entryOf = async (id: string): Promise<Entry<'press-notes'>> => {
  const entry = (await entriesOf('press-notes')).find((candidate) => candidate.id === id);
  if (!entry) throw new RangeError(`There is no press note "${id}".`);
  return entry;
};

const bodyIn = (entry: Entry<'press-notes'>, lang: string) => entry.translations.get(lang) ?? entry.record;

/** The note with this id, and the languages it really exists in. */
export const noteIn = async (
  lang: string,
  id: string,
): Promise<{ note: PressNoteView; languages: string[] }> => {
  const entry = await entryOf(id);
  return { note: view(entry, lang), languages: languagesOf(entry) };
};

/** The body of a note as a component of the page. */
export const noteContent = async (lang: string, id: string) =>
  (await render(bodyIn(await entryOf(id), lang).rendered)).Content;

/** The body of a note as a typed document, for every other form of it. */
export const noteDocument = async (lang: string, id: string): Promise<NoteDocument> => {
  const body = bodyIn(await entryOf(id), lang);
  return parseNoteDocument(body.body ?? '', body.filePath);
};

/** The quotes of a note. */
export const quotesOfNote = async (lang: string, id: string): Promise<QuoteView[]> => {
  const entry = await entryOf(id);
  const { contentLang } = localise(entry, lang);
  return quotesOf(await noteDocument(lang, id)).map((quote) => ({
    ...quote,
    path: `${notePath(id)}#citazione-${quote.id}`,
    lang: contentLang,
  }));
};
