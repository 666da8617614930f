import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { sourceLanguage } from '../i18n/languages.ts';
import { pathIn } from '../i18n/paths.ts';
import { contentDir } from '../lib/content-dir.ts';
import { downloadableNotes } from './published-notes.ts';
import { noteIn } from './press-notes.ts';

/** A picture of a note with the place of its original. */
export interface NotePicture {
  id: string;
  alt: string;
  caption: string;
  credit: string;
  licence: string;
  /** The language of its texts. */
  lang: string;
  /** The bytes as the editors put them in. */
  original: Uint8Array;
  /** Path of the folder that its files lie in. */
  folder: string;
}

/** A picture as the page of its note shows it. */
export type PagePicture = Omit<NotePicture, 'original' | 'folder'> & {
  /** Pixels of the upright original. */
  width: number;
  height: number;
  /** One for each format, the smaller one first. */
  sources: readonly { type: string; srcset: string }[];
  /** Address for a browser that knows none of them. */
  fallback: string;
};

/** Formats that pages show pictures in, the smaller one first. */
export const pictureFormats = ['avif', 'webp'] as const;
export type PictureFormat = (typeof pictureFormats)[number];

/** The pictures of a note, with their texts in a language. */
export const notePictures = async (lang: string, note: string): Promise<NotePicture[]> => {
  const { note: own } = await noteIn(lang, note);
  return Promise.all(
    Object.entries(own.pictures).map(async ([id, { file, alt, caption, credit, licence }]) => ({
      ...{ id, alt, caption, credit, licence },
      lang: own.contentLang,
      original: new Uint8Array(await readFile(join(contentDir(), 'press-notes', note, file))),
      folder: pathIn(sourceLanguage.code, own.path),
    })),
  );
};

/** All pictures of public notes; nothing of a note that is not public leaves the content. */
export const publicPictures = async (): Promise<{ note: string; picture: NotePicture }[]> =>
  (
    await Promise.all(
      (await downloadableNotes()).map(async ({ id }) =>
        (await notePictures(sourceLanguage.code, id)).map((picture) => ({ note: id, picture })),
      ),
    )
  ).flat();
