import { existsSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';

const DAYS_KEPT = 30;

/** What is kept between builds, and how deep below the cache folder its entries lie. */
const kept = [
  { folder: 'artefacts', depth: 2 },
  { folder: 'pages', depth: 3 },
  { folder: 'editor-form', depth: 1 },
];

const entriesAt = (folder: string, depth: number): string[] => {
  if (!existsSync(folder)) return [];
  const entries = readdirSync(folder, { withFileTypes: true });
  return depth === 1
    ? entries.map(({ name }) => join(folder, name))
    : entries
        .filter((entry) => entry.isDirectory())
        .flatMap(({ name }) => entriesAt(join(folder, name), depth - 1));
};

/**
 * Forgets what no build has used for a month: entries are named after what they are made of, so that old ones are never
 * asked for again. Whoever uses an entry makes it new by touching it.
 * @param cacheDir the cache folder
 * @param now the moment that the month ends at
 * @returns how many entries were forgotten
 */
export const tidyCache = (cacheDir: string, now: Date = new Date()): number => {
  const oldest = now.getTime() - DAYS_KEPT * 24 * 60 * 60 * 1000;
  const old = kept
    .flatMap(({ folder, depth }) => entriesAt(join(cacheDir, folder), depth))
    .filter((entry) => statSync(entry).mtimeMs < oldest);
  for (const entry of old) rmSync(entry, { recursive: true, force: true });
  return old.length;
};
