import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { digest } from '../../lib/digest.ts';
import type { Asked } from './asked.ts';

/** What a page was made of. */
export interface KeptForm {
  /** What tells this form from the others of the same page. */
  id: string;
  /** What it asked, and the digests of what it was told. */
  asked: readonly Asked[];
  contentType: string;
}

/** A page as it was made. */
export interface KeptPage {
  asked: readonly Asked[];
  contentType: string;
  /** Nothing for a file that another cache keeps: then only what it was made of is written down. */
  body: Uint8Array<ArrayBuffer> | undefined;
}

interface Head {
  asked: readonly Asked[];
  contentType: string;
  /** Digest of the body. */
  body: string | undefined;
}

/** How many forms of one page are kept: contents that are built by turns do not push each other's out. */
const FORMS = 6;
/** For how many states of the code pages are kept. */
const BASES = 4;

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
const seal = (bytes: Uint8Array): string => `${sha256(bytes)}\n`;
const SEAL = 64 + 1;
const BODY = '.body';

/**
 * Pages between two builds: for each form of each a file that tells what it was made of, and one with its bytes. A damaged
 * file counts as none, and so does one that another build takes away at this moment.
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
   * One form of a page, if it is kept.
   * @param page what tells it from all others
   */
  async form(page: string, id: string): Promise<KeptForm | undefined> {
    const folder = this.#folderOf(page);
    const form = await readForm(folder, id);
    if (form) await touch(folder);
    return form;
  }

  /** The forms of a page that are kept, the last one used first. */
  async *formsOf(page: string): AsyncGenerator<KeptForm> {
    const folder = this.#folderOf(page);
    for (const { name } of await newestFirst(folder)) {
      const form = name.endsWith(BODY) ? undefined : await readForm(folder, name);
      if (form) yield form;
    }
  }

  /** The bytes of a form, if they are kept and as they were; it counts as used. */
  async bodyOf(page: string, { id }: KeptForm): Promise<Uint8Array<ArrayBuffer> | undefined> {
    const folder = this.#folderOf(page);
    try {
      const { body: known } = await readHead(join(folder, id));
      const body = new Uint8Array(await readFile(join(folder, id + BODY)));
      if (sha256(body) !== known) return undefined;
      await Promise.all([folder, join(folder, id), join(folder, id + BODY)].map(touch));
      return body;
    } catch {
      return undefined;
    }
  }

  /** Keeps a form of a page as the last one used; its id. */
  async keep(page: string, { asked, contentType, body }: KeptPage): Promise<string> {
    const folder = this.#folderOf(page);
    const id = digest(asked).slice(1);
    const head: Head = { asked, contentType, body: body && sha256(body) };
    const bytes = Buffer.from(JSON.stringify(head));
    await mkdir(folder, { recursive: true });
    if (body) await writeWhole(join(folder, id + BODY), [body]);
    await writeWhole(join(folder, id), [Buffer.from(seal(bytes)), bytes]);
    await keepNewest(folder, body ? FORMS * 2 : FORMS);
    return id;
  }
}

const writeWhole = async (file: string, parts: Uint8Array[]): Promise<void> => {
  const unfinished = `${file}.${process.pid}`;
  await writeFile(unfinished, parts);
  await rename(unfinished, file);
};

const readHead = async (file: string): Promise<Head> => {
  const entry = await readFile(file);
  const bytes = entry.subarray(SEAL);
  if (entry.subarray(0, SEAL).toString('latin1') !== seal(bytes)) throw new Error(`${file} is damaged.`);
  return JSON.parse(bytes.toString('utf8')) as Head;
};

const readForm = async (folder: string, id: string): Promise<KeptForm | undefined> => {
  try {
    const { asked, contentType } = await readHead(join(folder, id));
    return { id, asked, contentType };
  } catch {
    return undefined;
  }
};

const touch = async (path: string): Promise<void> => {
  const now = new Date();
  await utimes(path, now, now);
};

const newestFirst = async (folder: string): Promise<{ name: string; file: string; used: number }[]> => {
  const names = await readdir(folder).catch(() => []);
  const files = names.map(async (name) => {
    const file = join(folder, name);
    return { name, file, used: (await stat(file).catch(() => undefined))?.mtimeMs ?? 0 };
  });
  return (await Promise.all(files)).sort((a, b) => b.used - a.used);
};

const keepNewest = async (folder: string, count: number): Promise<void> => {
  const old = (await newestFirst(folder)).slice(count);
  await Promise.all(old.map(({ file }) => rm(file, { recursive: true, force: true })));
};
