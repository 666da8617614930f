import type { Hash } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Adds to a digest the names and bytes of the files of a folder.
 * @param hash the digest so far
 * @param folder where the patterns begin
 * @param patterns globs
 */
export const addFiles = (hash: Hash, folder: string, patterns: readonly string[]): void => {
  const files = globSync(patterns, { cwd: folder, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  for (const file of files) {
    const bytes = readFileSync(file);
    hash.update(JSON.stringify([file.slice(folder.length), bytes.length])).update(bytes);
  }
};
