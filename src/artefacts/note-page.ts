import { quotesOf } from '../documents/note-document/index.ts';
import type { PublishedNote } from '../documents/published-note.ts';
import { isDevServer } from '../lib/dev-server.ts';
import { languages } from '../i18n/languages.ts';
import { pathIn } from '../i18n/paths.ts';
import { fragments } from '../lib/addresses.ts';
import { bibtex, citation } from './citation.ts';
import { noteFileName, pressPackName } from './file-names.ts';
import { pressDownloads, type PressDownload } from './press-files.ts';
import { pressPack, type PackLabels, type PackPosts } from './press-pack.ts';
import { quoteUrl, quoteWithAttribution } from './quotes.ts';

/** A file that the page of a note offers. */
export type NoteDownload = Omit<PressDownload, 'name'> & { href: string };

/** The files that the page of a note offers. */
export interface NoteDownloads {
  /** Those of the language that the page shows. */
  own: { fileLang: string; downloads: NoteDownload[] };
  /** Where the other languages offer theirs: a list of all files would be the longest part of a page in nine languages. */
  others: { fileLang: string; href: string }[];
  /** Everything in one file. */
  pack: NoteDownload;
}

// The page of a note in each language offers the same pack: it is sized once, as long as the note is the same one.
const packSizes = new WeakMap<PublishedNote, Promise<number>>();

const packSize = (
  source: PublishedNote,
  releases: readonly PublishedNote[],
  readmes: readonly PackLabels[],
  posts: readonly PackPosts[],
): Promise<number> => {
  const size = packSizes.get(source) ?? pressPack(releases, readmes, posts).then(({ length }) => length);
  packSizes.set(source, size);
  return size;
};

/**
 * The files of a note with their addresses and sizes.
 * @param path address of the note without language
 * @param releases the note in each of its languages, the authoritative one first
 * @param own the language that the page shows
 */
export const noteDownloads = async (
  path: string,
  releases: readonly PublishedNote[],
  own: string,
  readmes: readonly PackLabels[],
  posts: readonly PackPosts[],
): Promise<NoteDownloads | undefined> => {
  const [source] = releases;
  const shown = releases.find(({ lang }) => lang.code === own) ?? source;
  if (!source || !shown) return undefined;
  return {
    own: {
      fileLang: shown.lang.code,
      downloads: (await pressDownloads(shown)).map(({ format, name, bytes }) => ({
        format,
        href: pathIn(shown.lang.code, `${path}${name}`),
        bytes,
      })),
    },
    others: languages
      .filter(({ code }) => code !== shown.lang.code && releases.some(({ lang }) => lang.code === code))
      .map(({ code }) => ({ fileLang: code, href: `${pathIn(code, path)}#${fragments.downloads}` })),
    pack: {
      format: 'zip',
      href: pathIn(source.lang.code, `${path}${pressPackName(source)}`),
      bytes: isDevServer() ? undefined : await packSize(source, releases, readmes, posts),
    },
  };
};

/**
 * What a journalist copies beside a note.
 * @param path address of the note without language
 * @param pasted the note with labels and date in the language of the page
 */
export const noteToPaste = (path: string, pasted: PublishedNote) => ({
  url: pasted.url,
  textHref: pathIn(pasted.lang.code, `${path}${noteFileName(pasted, 'txt')}`),
  reference: citation(pasted),
  bibtex: bibtex(pasted),
  quotes: Object.fromEntries(
    quotesOf(pasted.document).map((quote) => [
      quote.id,
      `${quoteWithAttribution(pasted, quote)} ${quoteUrl(pasted, quote.id)}`,
    ]),
  ),
});

/** Address of the picture that goes along when the page of a note is shared. */
export const noteSharingHref = (path: string, release: PublishedNote): string =>
  pathIn(release.lang.code, `${path}${noteFileName(release, 'png')}`);
