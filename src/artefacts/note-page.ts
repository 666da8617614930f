import { quotesOf } from '../documents/note-document/index.ts';
import type { PublishedNote } from '../documents/published-note.ts';
import { pathIn } from '../i18n/paths.ts';
import { bibtex, citation } from './citation.ts';
import { noteFileName, pressPackName } from './file-names.ts';
import { pressDownloads, type PressDownload } from './press-files.ts';
import { pressPack, type PackLabels, type PackPosts } from './press-pack.ts';
import { quoteUrl, quoteWithAttribution } from './quotes.ts';

/** A file that the page of a note offers. */
export type NoteDownload = Omit<PressDownload, 'name'> & { href: string };

/** The files that the page of a note offers. */
export interface NoteDownloads {
  /** The files of each language, the one that the page shows first. */
  groups: { fileLang: string; downloads: NoteDownload[] }[];
  /** Everything in one file. */
  pack: NoteDownload;
}

// The page of a note in each language offers the same files: they are sized once, as long as the note is the same one.
const sized = new WeakMap<PublishedNote, Promise<NoteDownloads>>();

const sizesOf = async (
  path: string,
  releases: readonly PublishedNote[],
  source: PublishedNote,
  readmes: readonly PackLabels[],
  posts: readonly PackPosts[],
): Promise<NoteDownloads> => {
  const groups = releases.map(async (release) => ({
    fileLang: release.lang.code,
    downloads: (await pressDownloads(release)).map(({ format, name, bytes }) => ({
      format,
      href: pathIn(release.lang.code, `${path}${name}`),
      bytes,
    })),
  }));
  return {
    groups: await Promise.all(groups),
    pack: {
      format: 'zip',
      href: pathIn(source.lang.code, `${path}${pressPackName(source)}`),
      bytes: (await pressPack(releases, readmes, posts)).length,
    },
  };
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
  if (!source) return undefined;
  const sizes = sized.get(source) ?? sizesOf(path, releases, source, readmes, posts);
  sized.set(source, sizes);
  const { groups, pack } = await sizes;
  return { groups: groups.toSorted((a, b) => Number(b.fileLang === own) - Number(a.fileLang === own)), pack };
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
