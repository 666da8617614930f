import { mkdirSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as wait } from 'node:timers/promises';

/** Who holds a lock. */
export interface Holder {
  pid: number;
  /** When it took the lock, as an ISO 8601 instant. */
  since: string;
}

/** SQLite's answer to who asks for a lock that is held. */
const BUSY = 5;

/**
 * Runs one build at a time in a checkout. Astro writes the list of content modules into `.astro/`, whatever
 * the output folder is: two builds with different contents would read each other's.
 *
 * @param root the checkout
 * @param onWait called once if another build is running; with its process and when it started, where that can be read
 */
export const inTurn = <T>(
  root: string,
  onWait: (holder?: Holder) => void,
  work: () => Promise<T>,
): Promise<T> => withLock(join(root, '.astro', 'build-lock.sqlite'), onWait, work);

/**
 * Runs one work at a time, among all processes that name the same file. The lock is one that the system keeps on the file
 * for SQLite: it ends with its process, however that ends, so there is no stale lock to be taken over, and no moment in
 * which two could.
 */
export const withLock = async <T>(
  file: string,
  onWait: (holder?: Holder) => void,
  work: () => Promise<T>,
): Promise<T> => {
  mkdirSync(dirname(file), { recursive: true });
  const database = new DatabaseSync(file);
  try {
    for (let waited = false; !take(database); waited = true) {
      if (!waited) onWait(await holderOf(file));
      await wait(200);
    }
    const holder: Holder = { pid: process.pid, since: new Date().toISOString() };
    await writeFile(holderFile(file), `${JSON.stringify(holder)}\n`);
    return await work();
  } finally {
    database.close();
  }
};

const take = (database: DatabaseSync): boolean => {
  try {
    database.exec('BEGIN EXCLUSIVE');
    return true;
  } catch (error) {
    if ((error as { errcode?: number }).errcode !== BUSY) throw error;
    return false;
  }
};

/** Only for those who wait to read: what it says decides nothing. */
const holderFile = (file: string): string => `${file}.json`;

const holderOf = async (file: string): Promise<Holder | undefined> => {
  try {
    return JSON.parse(await readFile(holderFile(file), 'utf8')) as Holder;
  } catch {
    // It is not there yet, or just being written.
    return undefined;
  }
};
