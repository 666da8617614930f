import { cached } from './cache.ts';
import { isDevServer } from '../lib/dev-server.ts';
import type { PublishedNote } from '../documents/published-note.ts';
import { toDocx } from './docx.ts';
import { noteFileName, pressFormats, type PressFormat } from './file-names.ts';
import { toMarkdown } from './markdown.ts';
import { toPdf } from './pdf.ts';
import { toPlainText } from './plain-text.ts';

const utf8 = new TextEncoder();

const writers: Readonly<Record<PressFormat, (release: PublishedNote) => Uint8Array | Promise<Uint8Array>>> = {
  pdf: toPdf,
  docx: toDocx,
  txt: (release) => utf8.encode(toPlainText(release)),
  md: (release) => utf8.encode(toMarkdown(release)),
};

/** A note in one of its forms; made once from the same note. */
export const pressFile = (release: PublishedNote, format: PressFormat): Promise<Uint8Array> =>
  cached(format, release, () => writers[format](release));

/** A file that a page offers. */
export interface PressDownload {
  format: PressFormat | 'zip';
  /** File name; the file lies beside the note's page in its language. */
  name: string;
  /** Unknown while an editor works at the note: nobody waits for files that nobody asked for. */
  bytes: number | undefined;
}

/** The forms of a note with their sizes. */
export const pressDownloads = (release: PublishedNote): Promise<PressDownload[]> =>
  Promise.all(
    pressFormats.map(async (format) => ({
      format,
      name: noteFileName(release, format),
      bytes: isDevServer() ? undefined : (await pressFile(release, format)).length,
    })),
  );
