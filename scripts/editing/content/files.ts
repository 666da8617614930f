import { closeSync, openSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { filesBelow, type StrangeFile } from '../../../src/lib/files-below.ts';
import { decode, type Misencoding } from './decode.ts';
import { beyondLimits, tooLarge, type BeyondLimits } from './text-limits.ts';

/** A file of the content, read once. */
export interface ContentFile {
  /** Path below the content folder, with `/`: `press-notes/2023-11-03-palermo/it.mdx`. */
  path: string;
  absolute: string;
  /** Size in bytes. */
  size: number;
  /** Its text, when it is a text file in UTF-8. */
  text?: string;
  /** Why it has no readable text, when it should have one. */
  misencoding?: Misencoding;
  /** Why its text is not looked at: it is too much of something, or it cannot be opened. */
  refused?: BeyondLimits | { kind: 'unreadable' };
}

const TEXT_FILE = /\.(mdx?|ya?ml|json|txt|srt|vtt|csv)$/i;
/**
 * All files below a folder, in the order of their paths, and what is there without being a file.
 * @param root the content folder
 */
export const readFiles = (root: string): { files: ContentFile[]; strange: StrangeFile[] } => {
  const { files, strange } = filesBelow(root);
  return { files: files.map(readFile), strange };
};

/** A file that is not written yet, as it would be read. */
export const unwrittenFile = (root: string, path: string, text: string): ContentFile => ({
  absolute: join(root, path),
  path,
  size: Buffer.byteLength(text),
  text,
});

const readFile = ({ absolute, path }: { absolute: string; path: string }): ContentFile => {
  const file = { absolute, path, size: 0 };
  try {
    file.size = statSync(absolute).size;
    if (!TEXT_FILE.test(path)) {
      closeSync(openSync(absolute, 'r'));
      return file;
    }
    const large = tooLarge(file.size);
    if (large) return { ...file, refused: large };
    const decoded = decode(readFileSync(absolute));
    if (typeof decoded !== 'string') return { ...file, misencoding: decoded };
    const refused = beyondLimits(path, decoded);
    return refused ? { ...file, refused } : { ...file, text: decoded };
  } catch {
    return { ...file, refused: { kind: 'unreadable' } };
  }
};
