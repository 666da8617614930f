import { mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve, sep } from 'node:path';
import { filesBelow } from '../../../src/lib/files-below.ts';
import { limits } from '../../../src/lib/limits.ts';

/** A file of the content as the form is told of it. */
export interface ServedFile {
  /** Path below the project's folder: `content/cities/palermo.yaml`. */
  path: string;
  size: number;
  /** Milliseconds since 1970. */
  modified: number;
  /** The text of a text file. */
  text?: string;
}

const FOLDER = 'content/';
const TEXT = /\.(mdx?|ya?ml|json|txt|vtt)$/;
/** What the form may write: texts of notes and records, their pictures, and what belongs to a video. */
const WRITABLE =
  /^content\/[a-z-]+\/(?:[\w-]+\/)*[\w.-]+\.(mdx|yaml|jpe?g|png|webp|avif|tiff?|vtt|txt|mp4|webm)$/i;

/** Languages, words of the interface and the glossary are files for an editor of texts: a slip there touches every page. */
const isOfARecord = (path: string): boolean => !/^content\/(?:languages|glossary|ui|README)\//.test(path);

/** All files of the content, texts with their words. */
export const listFiles = (contentDir: string): ServedFile[] =>
  filesBelow(contentDir).files.map(({ path, absolute }) => {
    const { size, mtimeMs } = statSync(absolute);
    const isText = TEXT.test(path) && size <= limits.textBytes;
    return {
      path: FOLDER + path,
      size,
      modified: Math.round(mtimeMs),
      ...(isText && { text: readFileSync(absolute, 'utf8') }),
    };
  });

/** A path below the content folder, as the check names it; nothing when the form has no business there. */
export const contentPathOf = (path: string): string | undefined =>
  WRITABLE.test(path) && isOfARecord(path) && !path.includes('..') ? path.slice(FOLDER.length) : undefined;

/** Where a file of the content lies on this computer; nothing when it would lie outside the folder. */
export const absoluteOf = (contentDir: string, path: string): string | undefined => {
  if (!path.startsWith(FOLDER)) return undefined;
  const absolute = resolve(contentDir, path.slice(FOLDER.length));
  return absolute.startsWith(resolve(contentDir) + sep) ? absolute : undefined;
};

/** Writes a file in one moment: whoever reads it meanwhile has the old one or the new one. */
export const writeFile = (contentDir: string, path: string, bytes: string | Uint8Array): void => {
  const absolute = join(contentDir, path);
  mkdirSync(dirname(absolute), { recursive: true });
  // Not below the content: there, half a file would be taken for one of it.
  const unfinished = `${resolve(contentDir)}.${process.pid}.tmp`;
  writeFileSync(unfinished, bytes);
  renameSync(unfinished, absolute);
};

/** Takes a file away. */
export const removeFile = (contentDir: string, path: string): void => {
  rmSync(join(contentDir, path), { force: true });
};
