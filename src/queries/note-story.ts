import { formatDate } from '../i18n/format.ts';
import { pathIn } from '../i18n/paths.ts';
import { translator } from '../i18n/strings.ts';
import { newsArticle, type StructuredData } from '../lib/structured-data.ts';
import { siteConfig } from '../site.config.ts';
import type { NoteDocument } from '../documents/note-document/index.ts';
import type { PublishedNote } from '../documents/published-note.ts';
import { absoluteUrl } from './addresses.ts';
import { pageBodyIn } from './bodies.ts';
import { videosShownIn, type BodyVideo } from './body-videos.ts';
import { citiesById, cityIn, type CityView } from './cities.ts';
import { editionIn, latestContacts, type ContactView, type EditionView } from './editions.ts';
import { notePictures, type NotePicture } from './note-pictures.ts';
import { listedNoteIn, noteDates, noteIn, notesIn, type PressNoteView } from './press-notes.ts';
import { pressLabels, publishedNotes } from './published-notes.ts';

/** The text of a note with what it shows. */
export interface NoteText {
  body: NoteDocument;
  pictures: NotePicture[];
  videos: BodyVideo[];
  /** The note in every language that it exists in, the authoritative one first. */
  releases: PublishedNote[];
  /** The one that the page shows. */
  shown: PublishedNote;
  /** The same, with what a journalist pastes beside it in the page's own language. */
  pasted: PublishedNote;
}

/** All that a note's page tells. */
export interface NoteStory {
  note: PressNoteView;
  /** The languages that it really exists in. */
  languages: string[];
  city: CityView;
  edition: EditionView;
  contacts: ContactView[];
  /** Why there is no text, in words, when the note is withdrawn or was an error. */
  gone: string | undefined;
  text: NoteText | undefined;
  /** The note that took its place. */
  replacement: PressNoteView | undefined;
  /** The newest notes beside it. */
  others: { note: PressNoteView; city: CityView | undefined }[];
}

const releaseIn = (releases: readonly PublishedNote[], lang: string): PublishedNote =>
  releases.find((release) => release.lang.code === lang) as PublishedNote;

const textOf = async (lang: string, note: PressNoteView): Promise<NoteText> => {
  const [body, pictures, releases] = await Promise.all([
    pageBodyIn('press-notes', lang, note.id),
    notePictures(lang, note.id),
    publishedNotes(note.id),
  ]);
  const shown = releaseIn(releases, note.contentLang);
  return {
    body,
    pictures,
    videos: await videosShownIn(lang, body),
    releases,
    shown,
    pasted: {
      ...shown,
      labels: pressLabels(lang),
      date: { ...shown.date, text: formatDate(lang, note.date) },
    },
  };
};

const goneSentence = (lang: string, { state, withdrawal, date }: PressNoteView): string | undefined => {
  if (state !== 'withdrawn' && state !== 'error') return undefined;
  const day = formatDate(lang, withdrawal?.date ?? date);
  return translator(lang)(state === 'error' ? 'note.state.error' : 'note.state.withdrawn', { date: day });
};

/**
 * The story of a note.
 * @throws RangeError when there is no such note
 */
export const noteStory = async (lang: string, id: string): Promise<NoteStory> => {
  const { note, languages } = await noteIn(lang, id);
  const gone = goneSentence(lang, note);
  const [{ city }, cities, edition, contacts, listed, text] = await Promise.all([
    cityIn(lang, note.city),
    citiesById(lang),
    editionIn(lang, note.edition),
    latestContacts(lang, note.edition),
    notesIn(lang),
    gone ? undefined : textOf(lang, note),
  ]);
  return {
    note,
    languages,
    city,
    edition,
    contacts,
    gone,
    text,
    replacement: note.withdrawal?.replacedBy
      ? await listedNoteIn(lang, note.withdrawal.replacedBy)
      : undefined,
    // Three are enough to find two others: no page goes through all notes.
    others: listed
      .slice(0, 3)
      .filter((other) => other.id !== id)
      .slice(0, 2)
      .map((other) => ({ note: other, city: cities.get(other.city) })),
  };
};

/**
 * What machines are told of a note that has a text.
 * @param picture address of its sharing picture
 */
export const articleOf = async (lang: string, id: string, picture: string): Promise<StructuredData> => {
  const { note } = await noteIn(lang, id);
  const [{ city }, releases] = await Promise.all([cityIn(lang, note.city), publishedNotes(id)]);
  const [source] = releases;
  const shown = releaseIn(releases, note.contentLang);
  return newsArticle({
    url: shown.url,
    title: note.title,
    description: note.description,
    lang: shown.lang.code,
    ...noteDates(note),
    city: { name: city.name, url: absoluteUrl(pathIn(lang, city.path)) },
    picture: absoluteUrl(picture),
    translationOf: shown === source ? undefined : source?.url,
    site: absoluteUrl('/'),
    publisher: siteConfig.responsible.publisher,
  });
};
