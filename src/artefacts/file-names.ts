import { fileNamePart } from '../lib/escape.ts';
import type { PublishedNote } from '../documents/published-note.ts';

/** The forms that a note is offered in. */
export const pressFormats = ['pdf', 'docx', 'txt', 'md'] as const;
export type PressFormat = (typeof pressFormats)[number];

/** MIME types, for links and for servers. */
export const mediaTypes = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  txt: 'text/plain; charset=utf-8',
  md: 'text/markdown; charset=utf-8',
  zip: 'application/zip',
  booklet: 'application/pdf',
  epub: 'application/epub+zip',
  png: 'image/png',
  svg: 'image/svg+xml',
  ics: 'text/calendar; charset=utf-8',
} as const;

type Named = Pick<PublishedNote, 'id' | 'edition' | 'date'>;

/** What the files of a note have in common, ready for a newsroom's archive: `lgnet2-palermo-2023-11-03`. */
export const noteFileBase = ({ id, edition, date }: Named): string => {
  const name = id.startsWith(`${date.iso}-`) ? id.slice(date.iso.length + 1) : id;
  return [edition.id, name, date.iso].map(fileNamePart).join('-');
};

/** `lgnet2-palermo-2023-11-03-it.pdf` */
export const noteFileName = (
  release: Named & Pick<PublishedNote, 'lang'>,
  format: PressFormat | 'png',
): string => `${noteFileBase(release)}-${fileNamePart(release.lang.code)}.${format}`;

/** A text that goes with a note: `lgnet2-palermo-2023-11-03-it-funding.txt` */
export const textFileName = (
  release: Named & Pick<PublishedNote, 'lang'>,
  what: 'quotes' | 'funding' | 'contacts' | 'social',
): string => `${noteFileBase(release)}-${fileNamePart(release.lang.code)}-${what}.txt`;

/** `lgnet2-palermo-2023-11-03.zip`, the same for all languages because all are in it. */
export const pressPackName = (release: Named): string => `${noteFileBase(release)}.zip`;

/** What the files of a city have in common: `lgnet-palermo`. */
export const cityFileBase = (city: string): string => `lgnet-${fileNamePart(city)}`;

/** `lgnet-palermo-it.pdf`, a city's sheet to hang up. */
export const citySheetName = (city: string, lang: string): string =>
  `${cityFileBase(city)}-${fileNamePart(lang)}.pdf`;

/** `lgnet-palermo-it.png`, the picture that goes along when a city's page is shared. */
export const citySharingName = (city: string, lang: string): string =>
  `${cityFileBase(city)}-${fileNamePart(lang)}.png`;

/** `lgnet-palermo-picture-it.png`, a city's picture to take away. */
export const platePictureName = (city: string, lang: string, format: 'svg' | 'png'): string =>
  `${cityFileBase(city)}-picture-${fileNamePart(lang)}.${format}`;

/** `lgnet-palermo-head-it.svg`, a city's picture beside the head of its notes. */
export const plateHeadName = (city: string, lang: string): string =>
  `${cityFileBase(city)}-head-${fileNamePart(lang)}.svg`;

/** Name of the file of a note's picture in a width, the same for all languages. */
export const pictureFileName = (id: string, width: number, format: 'avif' | 'webp'): string =>
  `${id}-${width}.${format}`;

/** The forms that a book is offered in. */
export const bookFormats = ['pdf', 'booklet', 'epub'] as const;
export type BookFormat = (typeof bookFormats)[number];

/** `lgnet2-it.pdf`, the book of an edition; `lgnet2-it-a5.pdf`, the same to fold. */
export const bookName = (edition: string, lang: string, format: BookFormat): string =>
  `${fileNamePart(edition)}-${fileNamePart(lang)}${format === 'booklet' ? '-a5.pdf' : `.${format}`}`;
