import { quotesOf } from '../documents/note-document/index.ts';
import { languageOf } from '../i18n/languages.ts';
import { translator } from '../i18n/strings.ts';
import { fragments, notePath } from '../lib/addresses.ts';
import { byEach, byId } from '../lib/indexes.ts';
import { oncePerBuild } from '../lib/once-per-build.ts';
import { bodyIn } from './bodies.ts';
import { entryIn, languageOfText, languagesOf, localisedIn, type Localised } from './entries.ts';
import { figureViews, type FigureView } from './figure-views.ts';
import {
  hasCome,
  inItaly,
  isListed,
  publicationState,
  publicFrom,
  showsUnpublished,
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

/** A text that cannot wait for a translator, and what a reader of a translation is told while it is Italian. */
export interface UrgentText {
  text: string;
  lang: string;
  dir: 'ltr' | 'rtl';
  notice: string | undefined;
}

/** A press note in a list or on its page. */
export type PressNoteView = Localised<'press-notes'> & {
  path: string;
  state: PublicationState;
  figureViews: FigureView[];
  /** What was changed after publication, the first change first. */
  changeViews: (UrgentText & { date: string })[];
  /** Why the note was withdrawn. */
  reason: UrgentText | undefined;
};

const urgentText = (lang: string, note: Localised<'press-notes'>, path: string, text: string): UrgentText => {
  const own = languageOfText(note, path);
  return {
    text,
    lang: own,
    dir: languageOf(own).dir,
    notice: own === note.contentLang ? undefined : translator(lang)('translation.missing'),
  };
};

const view = (lang: string, note: Localised<'press-notes'>): PressNoteView => {
  const path = notePath(note.id);
  // A change that is announced for a day to come is told on that day.
  const changes = Object.entries(note.changes).filter(([day]) => hasCome(day) || showsUnpublished());
  return {
    ...note,
    path,
    changes: Object.fromEntries(changes),
    state: publicationState(note),
    figureViews: figureViews(lang, note.contentLang, note.figures, path),
    changeViews: changes
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([date, { text }]) => ({ date, ...urgentText(lang, note, `changes.${date}.text`, text) })),
    reason: note.withdrawal && urgentText(lang, note, 'withdrawal.reason', note.withdrawal.reason),
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
