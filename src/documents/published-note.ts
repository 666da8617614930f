import type { DocumentType } from '../lib/document-type.ts';
import type { PlateData } from '../map/plate/plate.ts';
import type { NoteDocument } from './note-document/index.ts';

/** The language that a document is written in. */
export interface DocumentLanguage {
  /** ISO 639 code. */
  code: string;
  dir: 'ltr' | 'rtl';
  /** BCP 47 tag with a country: `it-IT`, `ar-EG`. */
  locale: string;
  documents: DocumentType;
}

/** A day, once for machines and once in the words of the document's language. */
export interface DocumentDate {
  /** `YYYY-MM-DD`. */
  iso: string;
  text: string;
}

/** The lines at the head of every note of an edition. They stay as the source writes them. */
export interface Letterhead {
  /** The language that they are written in, whatever the note's is. */
  lang: string;
  /** The project's title first. */
  lines: readonly string[];
  /** The kind of document: "NOTA STAMPA". */
  kicker: string;
}

export interface PressContact {
  name: string;
  email: string;
}

/** A change after publication. */
export interface PressChange {
  date: DocumentDate;
  text: string;
}

/** A picture of a note, for the documents and for the press pack. */
export interface PressPicture {
  id: string;
  /** Name of the original file. */
  file: string;
  alt: string;
  caption: string;
  credit: string;
  licence: string;
  /** The original's bytes. */
  original: Uint8Array;
}

/** A video that a note shows; in a document on paper it is a link. */
export interface PressVideo {
  id: string;
  title: string;
  url: string;
}

/**
 * The words of the documents that are not the note's. They come from the interface strings; `{name}`s are filled in by
 * the writers.
 */
export interface PressLabels {
  /** `Pagina {page} di {total}` */
  page: string;
  /** What the emblem shows, for who does not see it. */
  emblem: string;
  /** `Codice QR: {url}` */
  qrCode: string;
  /** Before the note's address: "La nota sul sito". */
  online: string;
  contacts: string;
  /** Over the boilerplate text: "La rete in breve". */
  about: string;
  changes: string;
  /** Title of the list of quotes. */
  quotes: string;
  /** Words between the marks of the language: `«{words}»` */
  quoted: string;
  /** `{speaker}, {role}` with the language's comma. */
  speaker: string;
  /** `{label}: {value}` with the language's colon. */
  labelled: string;
  /** The note in one line: `{publisher}, {title}, {source}, {url}` */
  citation: string;
  /** A quote ready to be pasted: `{quote} – {speaker} ({source})` */
  quoteWithSource: string;
  /** What a quote is taken from: `nota stampa {edition}, {city}, {date}` */
  source: string;
  /** `Foto: {credit}. {licence}` */
  credit: string;
  /** A video's line: `Video: {title}` */
  video: string;
}

/** A press note in one language with everything that its documents show. Plain data: no clock, no reading of files. */
export interface PublishedNote {
  /** Id of the note: `2023-11-03-palermo`. */
  id: string;
  lang: DocumentLanguage;
  city: { id: string; name: string };
  edition: { id: string; name: string };
  /** The picture of the city and what it says. */
  plate?: { data: PlateData; alt: string } | undefined;
  letterhead?: Letterhead | undefined;
  title: string;
  subtitle: string;
  /** Not every note has one. */
  citySummary?: string | undefined;
  date: DocumentDate;
  document: NoteDocument;
  /** The whole address of the note in this language. */
  url: string;
  /** How the translation was made, in this language; nothing for the Italian. */
  translationNotice?: string | undefined;
  changes: readonly PressChange[];
  pictures: readonly PressPicture[];
  videos: readonly PressVideo[];
  contacts: readonly PressContact[];
  /** Where the contacts come from, when it has to be said. */
  contactsNote?: string | undefined;
  /** Paragraphs about the network. */
  boilerplate: readonly string[];
  fundingStatement: string;
  /** The body that issues the notes, as a citation names it. */
  publisher: string;
  labels: PressLabels;
}

/** A text with all that its parts show. */
export type ToldDocument = Pick<
  PublishedNote,
  'id' | 'lang' | 'url' | 'document' | 'labels' | 'pictures' | 'videos'
>;

export { fill } from '../lib/fill.ts';

/** The address that a link of the note leads to, seen from outside the site. */
export const absoluteLink = (release: Pick<PublishedNote, 'url'>, link: string): string =>
  new URL(link, release.url).href;

const found = <Item extends { id: string }>(
  items: readonly Item[],
  id: string,
  release: Pick<PublishedNote, 'id' | 'lang'>,
  what: string,
): Item => {
  const item = items.find((candidate) => candidate.id === id);
  if (!item)
    throw new RangeError(
      `${release.id} (${release.lang.code}): the note shows the ${what} "${id}", which it does not have.`,
    );
  return item;
};

/** The picture that a note shows. @throws RangeError when the note does not have it */
export const pictureOf = (
  release: Pick<PublishedNote, 'id' | 'lang' | 'pictures'>,
  id: string,
): PressPicture => found(release.pictures, id, release, 'picture');

/** The video that a note shows. @throws RangeError when the note does not have it */
export const videoOf = (release: Pick<PublishedNote, 'id' | 'lang' | 'videos'>, id: string): PressVideo =>
  found(release.videos, id, release, 'video');
