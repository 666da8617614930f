import { existsSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const DAY = 24 * 60 * 60 * 1000;
const DAYS_KEPT = 30;

/** What is kept between builds, and how deep below the cache folder its entries lie. */
const kept = [
  { folder: 'artefacts', depth: 2 },
  { folder: 'pages', depth: 3 },
  { folder: 'bundles', depth: 1 },
  { folder: 'published', depth: 1 },
  { folder: 'compiled', depth: 2 },
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
  const oldest = now.getTime() - DAYS_KEPT * DAY;
  const old = kept
    .flatMap(({ folder, depth }) => entriesAt(join(cacheDir, folder), depth))
    .filter((entry) => statSync(entry).mtimeMs < oldest);
  for (const entry of old) rmSync(entry, { recursive: true, force: true });
  return old.length;
};

/** Tidies the cache if that has not been done today: to look at every entry takes as long as a small correction. */
export const tidyOnceADay = (cacheDir: string, now: Date = new Date()): void => {
  const mark = join(cacheDir, 'tidied');
  const last = statSync(mark, { throwIfNoEntry: false })?.mtimeMs ?? 0;
  if (now.getTime() - last < DAY) return;
  tidyCache(cacheDir, now);
  writeFileSync(mark, '');
};
