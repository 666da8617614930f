import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { decode, type Misencoding } from './decode.ts';

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
}

const TEXT_FILE = /\.(mdx?|ya?ml|json|txt|srt|vtt|csv)$/i;
// What file managers and editors leave behind; Git ignores it too.
const LEFTOVER = /^(\.|~\$|Thumbs\.db$|desktop\.ini$)|(~|\.swp|\.bak|\.orig)$/;

/**
 * All files below a folder, in the order of their paths.
 * @param root the content folder
 */
export const readFiles = (root: string): ContentFile[] =>
  readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((absolute) => ({ absolute, path: absolute.slice(root.length + 1).replaceAll('\\', '/') }))
    .filter(({ path }) => !path.split('/').some((part) => LEFTOVER.test(part)))
    .sort((a, b) => (a.path < b.path ? -1 : 1))
    .map(readFile);

/** A file that is not written yet, as it would be read. */
export const unwrittenFile = (root: string, path: string, text: string): ContentFile => ({
  absolute: join(root, path),
  path,
  size: Buffer.byteLength(text),
  text,
});

const readFile = ({ absolute, path }: { absolute: string; path: string }): ContentFile => {
  const bytes = readFileSync(absolute);
  const file = { absolute, path, size: bytes.length };
  if (!TEXT_FILE.test(path)) return file;
  const decoded = decode(bytes);
  return typeof decoded === 'string' ? { ...file, text: decoded } : { ...file, misencoding: decoded };
};
