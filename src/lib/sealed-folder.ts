import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

/** The file in a sealed folder that has the digest of all others. */
export const sealName = '.digest';

const digestOf = (folder: string): string => {
  const hash = createHash('sha256');
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => relative(folder, file) !== sealName)
    .sort();
  for (const file of files) {
    const bytes = readFileSync(file);
    hash.update(`\0${relative(folder, file).split(sep).join('/')}\0${bytes.length}\0`).update(bytes);
  }
  return hash.digest('hex');
};

/** Writes down what a finished folder holds. */
export const sealFolder = (folder: string): void => {
  writeFileSync(join(folder, sealName), digestOf(folder));
};

/** Whether a folder is there and holds what it held when it was sealed: every file, every byte, nothing more. */
export const isSealed = (folder: string): boolean => {
  try {
    return existsSync(folder) && readFileSync(join(folder, sealName), 'utf8') === digestOf(folder);
  } catch {
    return false;
  }
};
