import { readdirSync, type Dirent } from 'node:fs';
import { join } from 'node:path';

/** A plain file below a folder. */
export interface FileBelow {
  /** Path below the folder, with `/`: `press-notes/2023-11-03-palermo/it.mdx`. */
  path: string;
  absolute: string;
}

/** Why something below a folder is not read. */
export type Strangeness =
  'link' | 'pipe' | 'socket' | 'device' | 'hidden' | 'leftover-folder' | 'unreadable-folder';

/** Something below a folder that is not read, by its path. */
export interface StrangeFile {
  path: string;
  kind: Strangeness;
}

// What file managers and editors leave beside a file without being asked. A folder is nobody's leftover: somebody made it.
const LEFTOVER =
  /^(?:~\$.*|\.#.*|\._.*|\.DS_Store|\.directory|\.gitkeep|Thumbs\.db|desktop\.ini)$|(?:~|\.swp|\.bak|\.orig)$/;
const LEFTOVER_FOLDER = /(?:~|\.swp|\.bak|\.orig)$/;

const strangenessOf = (entry: Dirent): Strangeness | undefined => {
  if (entry.isSymbolicLink()) return 'link';
  if (entry.isFIFO()) return 'pipe';
  if (entry.isSocket()) return 'socket';
  if (!entry.isFile() && !entry.isDirectory()) return 'device';
  if (entry.isDirectory() && LEFTOVER_FOLDER.test(entry.name)) return 'leftover-folder';
  if (entry.name.startsWith('.') && !(entry.isFile() && LEFTOVER.test(entry.name))) return 'hidden';
  return undefined;
};

/**
 * The one list of files: what the check looks at is what the site is made of. Nothing is opened and no link is followed,
 * so that a pipe or an endless device cannot hold anybody up.
 * @param root the folder
 * @returns the plain files in the order of their paths, without what editors' programs leave behind; and what is none
 */
export const filesBelow = (root: string): { files: FileBelow[]; strange: StrangeFile[] } => {
  const files: FileBelow[] = [];
  const strange: StrangeFile[] = [];
  const walk = (folder: string): void => {
    let entries: Dirent[];
    try {
      entries = readdirSync(join(root, folder), { withFileTypes: true });
    } catch (error) {
      if (folder === '') throw error;
      strange.push({ path: folder, kind: 'unreadable-folder' });
      return;
    }
    for (const entry of entries) {
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
      const kind = strangenessOf(entry);
      if (kind) strange.push({ path, kind });
      else if (entry.isDirectory()) walk(path);
      else if (!LEFTOVER.test(entry.name)) files.push({ path, absolute: join(root, path) });
    }
  };
  walk('');
  return { files: files.sort(byPath), strange: strange.sort(byPath) };
};

const byPath = (a: { path: string }, b: { path: string }): number => (a.path < b.path ? -1 : 1);
