import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, utimes, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Asked } from './asked.ts';

/** A page as it was made. */
export interface KeptPage {
  /** Everything that all pages are made of, beside what each asks: see `base.ts`. */
  base: string;
  /** Digest of what its route handed it. */
  props: string;
  asked: readonly Asked[];
  contentType: string;
}

const digestOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** Letters of a digest, and a line's end. */
const SEAL = 64 + 1;

/** Pages between two builds, each in a file of its own; a damaged one counts as none. */
export class KeptPages {
  readonly folder: string;

  /** @param folder where they lie */
  constructor(folder: string) {
    this.folder = folder;
  }

  #file(pathname: string): string {
    const name = digestOf(Buffer.from(pathname));
    return join(this.folder, name.slice(0, 2), name.slice(2));
  }

  /** The page of an address, and a way to its bytes. */
  async find(pathname: string): Promise<{ page: KeptPage; body: Uint8Array<ArrayBuffer> } | undefined> {
    const file = this.#file(pathname);
    let entry: Buffer;
    try {
      entry = await readFile(file);
    } catch {
      return undefined;
    }
    const sealed = entry.subarray(SEAL);
    if (entry.subarray(0, SEAL).toString('latin1') !== `${digestOf(sealed)}\n`) return undefined;
    const end = sealed.indexOf('\n');
    const now = new Date();
    // What is in use is not tidied away (scripts/building/steps/tidy-cache.ts).
    await utimes(file, now, now);
    return {
      page: JSON.parse(sealed.subarray(0, end).toString('utf8')) as KeptPage,
      body: new Uint8Array(sealed.subarray(end + 1)),
    };
  }

  async keep(pathname: string, page: KeptPage, body: Uint8Array): Promise<void> {
    const file = this.#file(pathname);
    const sealed = Buffer.concat([Buffer.from(`${JSON.stringify(page)}\n`), body]);
    await mkdir(dirname(file), { recursive: true });
    const unfinished = `${file}.${process.pid}`;
    await writeFile(unfinished, [Buffer.from(`${digestOf(sealed)}\n`), sealed]);
    await rename(unfinished, file);
  }
}
