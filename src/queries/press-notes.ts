import { quotesOf } from '../documents/note-document/index.ts';
import { fragments, notePath } from '../lib/addresses.ts';
import { byEach, byId } from '../lib/indexes.ts';
import { oncePerBuild } from '../lib/once-per-build.ts';
import { bodyIn } from './bodies.ts';
import { entriesOf, entryIn, languagesOf, localisedIn, type Localised } from './entries.ts';
import { figureViews, type FigureView } from './figure-views.ts';
import {
  hasPage,
  isListed,
  publicationState,
  inItaly,
  publicFrom,
  type PublicationState,
} from './publication.ts';

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

const view = (lang: string, note: Localised<'press-notes'>): PressNoteView => {
  const path = notePath(note.id);
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
  const published = publicFrom(note);
  const changed = Object.keys(note.changes).map((day) => new Date(`${day}T12:00:00+01:00`));
  const modified = [published, ...changed].reduce((last, next) => (next > last ? next : last));
  return { published: inItaly(published), modified: inItaly(modified) };
};

/** Every note of the content by its id, public or not. */
const index = oncePerBuild(async (lang: string) =>
  byId((await localisedIn('press-notes', lang)).map((note) => view(lang, note))),
);

/** The notes that are listed, newest first; of one day, by id. */
export const notesIn = oncePerBuild(async (lang: string): Promise<readonly PressNoteView[]> =>
  [...(await index(lang)).values()]
    .filter(isListed)
    .sort((a, b) => (a.date === b.date ? (a.id < b.id ? -1 : 1) : a.date < b.date ? 1 : -1)),
);

const byCity = oncePerBuild(async (lang: string) => byEach(await notesIn(lang), ({ city }) => [city]));

/** The listed notes of a city, newest first. */
export const notesOfCity = async (lang: string, city: string): Promise<readonly PressNoteView[]> =>
  (await byCity(lang)).get(city) ?? [];

/** The note with this id, when it is listed. */
export const listedNoteIn = async (lang: string, id: string): Promise<PressNoteView | undefined> => {
  const note = (await index(lang)).get(id);
  return note && isListed(note) ? note : undefined;
};

/** Ids of the notes that have an address, withdrawn ones too. */
export const noteIdsWithPage = oncePerBuild(async (): Promise<readonly string[]> =>
  (await entriesOf('press-notes')).filter(({ record }) => hasPage(record.data)).map(({ id }) => id),
);

/**
 * The note with this id, and the languages it really exists in.
 * @throws RangeError when there is none
 */
export const noteIn = async (
  lang: string,
  id: string,
): Promise<{ note: PressNoteView; languages: string[] }> => {
  const note = (await index(lang)).get(id);
  if (!note) throw new RangeError(`There is no press note "${id}".`);
  return { note, languages: languagesOf(await entryIn('press-notes', id)) };
};

/** The quotes of a note. */
export const quotesOfNote = oncePerBuild(async (lang: string, id: string): Promise<readonly QuoteView[]> => {
  const { note } = await noteIn(lang, id);
  return quotesOf(await bodyIn('press-notes', lang, id)).map((quote) => ({
    ...quote,
    path: `${note.path}#${fragments.quote(quote.id)}`,
    lang: note.contentLang,
  }));
});
