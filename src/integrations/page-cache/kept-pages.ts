import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { digest } from '../../lib/digest.ts';
import type { Asked } from './asked.ts';

/** A page as it was made. */
export interface KeptPage {
  /** What it asked, and the digests of what it was told. */
  asked: readonly Asked[];
  contentType: string;
  body: Uint8Array<ArrayBuffer>;
}

/** How many forms of one page are kept: contents that are built by turns do not push each other's out. */
const FORMS = 6;
/** For how many states of the code pages are kept. */
const BASES = 4;

const seal = (bytes: Uint8Array): string => `${createHash('sha256').update(bytes).digest('hex')}\n`;
const SEAL = 64 + 1;

/**
 * Pages between two builds, each form of each in a file of its own. A damaged file counts as none, and so does one that
 * another build takes away at this moment.
 */
export class KeptPages {
  readonly #folder: string;

  /**
   * @param folder where they lie
   * @param base digest of what all pages are made of: pages of another base are other pages
   */
  constructor(folder: string, base: string) {
    this.#folder = join(folder, base);
  }

  /** Forgets the pages of all states of the code but the last few, and begins with this one. */
  async begin(): Promise<void> {
    await mkdir(this.#folder, { recursive: true });
    await touch(this.#folder);
    await keepNewest(join(this.#folder, '..'), BASES);
  }

  #folderOf(page: string): string {
    const name = digest(page).slice(1);
    return join(this.#folder, name.slice(0, 2), name.slice(2));
  }

  /**
   * The forms of a page that are kept, the last one used first.
   * @param page what tells it from all others
   */
  async *formsOf(page: string): AsyncGenerator<KeptPage> {
    const folder = this.#folderOf(page);
    for (const { file } of await newestFirst(folder)) {
      const form = await readForm(file);
      if (!form) continue;
      yield form;
    }
  }

  /** Keeps a form of a page as the last one used. */
  async keep(page: string, { body, ...head }: KeptPage): Promise<void> {
    const folder = this.#folderOf(page);
    const file = join(folder, digest(head.asked).slice(1));
    const bytes = Buffer.concat([Buffer.from(`${JSON.stringify(head)}\n`), body]);
    const unfinished = `${file}.${process.pid}`;
    await mkdir(folder, { recursive: true });
    await writeFile(unfinished, [Buffer.from(seal(bytes)), bytes]);
    await rename(unfinished, file);
    await keepNewest(folder, FORMS);
  }
}

const readForm = async (file: string): Promise<KeptPage | undefined> => {
  try {
    const entry = await readFile(file);
    const bytes = entry.subarray(SEAL);
    if (entry.subarray(0, SEAL).toString('latin1') !== seal(bytes)) return undefined;
    const end = bytes.indexOf('\n');
    const head = JSON.parse(bytes.subarray(0, end).toString('utf8')) as Omit<KeptPage, 'body'>;
    await touch(file);
    return { ...head, body: new Uint8Array(bytes.subarray(end + 1)) };
  } catch {
    return undefined;
  }
};

const touch = async (path: string): Promise<void> => {
  const now = new Date();
  await utimes(path, now, now);
};

const newestFirst = async (folder: string): Promise<{ file: string; used: number }[]> => {
  const names = await readdir(folder).catch(() => []);
  const files = names.map(async (name) => {
    const file = join(folder, name);
    return { file, used: (await stat(file).catch(() => undefined))?.mtimeMs ?? 0 };
  });
  return (await Promise.all(files)).sort((a, b) => b.used - a.used);
};

const keepNewest = async (folder: string, count: number): Promise<void> => {
  const old = (await newestFirst(folder)).slice(count);
  await Promise.all(old.map(({ file }) => rm(file, { recursive: true, force: true })));
};
