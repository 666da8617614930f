import { addresses, cityNotesPath } from '../lib/addresses.ts';
import { listPagePath, listPlace, pagesOf, type ListPlace } from '../lib/list-pages.ts';
import { oncePerBuild } from '../lib/once-per-build.ts';
import { notesIn, notesOfCity, type PressNoteView } from './press-notes.ts';

/** A page of the list of notes, newest first. */
export interface NoteListPage {
  notes: readonly PressNoteView[];
  place: ListPlace;
  /** The page on which each year begins, newest first. */
  years: readonly { year: string; path: string }[];
}

/** Few enough for 20 kB, many enough for today's notes to stand on one page. */
const NOTES_PER_PAGE = 24;

/**
 * The pages of the list of notes.
 * @param city id of the only city whose notes are listed
 */
export const noteListPages = oncePerBuild(
  async (lang: string, city?: string): Promise<readonly NoteListPage[]> => {
    const list = city === undefined ? addresses.notes : cityNotesPath(city);
    const groups = pagesOf(
      await (city === undefined ? notesIn(lang) : notesOfCity(lang, city)),
      NOTES_PER_PAGE,
    );
    const pageOfYear = new Map<string, number>();
    for (const [index, notes] of groups.entries())
      for (const { date } of notes)
        if (!pageOfYear.has(date.slice(0, 4))) pageOfYear.set(date.slice(0, 4), index + 1);
    const years = [...pageOfYear].map(([year, page]) => ({ year, path: listPagePath(list, page) }));
    return groups.map((notes, index) => ({
      notes,
      place: listPlace(list, index + 1, groups.length),
      years,
    }));
  },
);

/** How many of its notes a city tells on its own page; the rest have a list. */
export const CITY_NOTES = 6;

/** Where all notes of a city are listed, when they are more than its page tells. */
export const cityNotesList = async (lang: string, city: string): Promise<string | undefined> =>
  (await notesOfCity(lang, city)).length > CITY_NOTES ? cityNotesPath(city) : undefined;
