import { createHash } from 'node:crypto';
import { appendFileSync, globSync, readFileSync } from 'node:fs';
import { mkdir, readFile, rename, rm, utimes, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { digest } from '../lib/digest.ts';
import { languages } from '../i18n/languages.ts';

/** Everything that decides what the writers make of the same data: their code, templates, colours, packages. */
const makers = ['src/{artefacts,documents,map,lib}/**/*', 'src/styles/tokens.css', 'package-lock.json'];

let version: string | undefined;
const makersVersion = (): string => {
  if (version) return version;
  const hash = createHash('sha256').update(process.version);
  // A text may hold letters of any of the site's languages, which are set in the fonts of its file.
  hash.update(JSON.stringify(languages.map(({ script, documents }) => [script, documents])));
  const files = globSync(makers, { withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  for (const file of files) hash.update(`\0${file}\0`).update(readFileSync(file));
  return (version = hash.digest('hex'));
};

/** The name under which what is made of these data is kept. */
export const inputsHash = (kind: string, data: unknown): string =>
  createHash('sha256')
    .update(JSON.stringify([makersVersion(), kind, digest(data)]))
    .digest('hex');

const cacheDir = (): string => resolve(process.env['SITE_CACHE_DIR'] ?? '.cache', 'artefacts');

const underWay = new Map<string, Promise<Uint8Array>>();

/**
 * Bytes made from data, or those that were made from the same data before, in this build or in an earlier one.
 * Nothing is ever out of date: other data, another writer or another package are another name. Nothing is ever damaged: an
 * entry begins with the digest of its bytes, and what does not fit is made anew.
 * @param kind what is made: `pdf`, `docx` …
 * @param data all that it is made from, as plain data
 * @param make makes it
 */
export const cached = (
  kind: string,
  data: unknown,
  make: () => Uint8Array | Promise<Uint8Array>,
): Promise<Uint8Array> => {
  const name = inputsHash(kind, data);
  let bytes = underWay.get(name);
  if (!bytes) {
    const file = join(cacheDir(), name.slice(0, 2), `${name.slice(2)}.${kind}`);
    // Kept only until it lies in the folder: all files of a large site would not fit in memory.
    bytes = readOrMake(file, logged(kind, data, make)).finally(() => underWay.delete(name));
    underWay.set(name, bytes);
  }
  return bytes;
};

/** Writes down what a file took to make where the bench asks for it with `SITE_MADE_LOG`. */
const logged = (kind: string, data: unknown, make: () => Uint8Array | Promise<Uint8Array>): typeof make => {
  const log = process.env['SITE_MADE_LOG'];
  if (log === undefined) return make;
  return async () => {
    const start = performance.now();
    const bytes = await make();
    const seconds = (performance.now() - start) / 1000;
    const of: unknown = Array.isArray(data) ? data[0] : undefined;
    const name = typeof of === 'string' ? `${of} ${kind}` : kind;
    appendFileSync(log, `${JSON.stringify({ kind: name, seconds, bytes: bytes.length })}\n`);
    return bytes;
  };
};

/** Bytes of the digest that an entry begins with. */
const DIGEST = 32;

const digestOf = (bytes: Uint8Array): Buffer => createHash('sha256').update(bytes).digest();

/** What an entry holds, or `undefined` when there is none, or when its bytes are not those that were written. */
const readWhole = async (file: string): Promise<Uint8Array | undefined> => {
  let entry: Buffer;
  try {
    entry = await readFile(file);
  } catch {
    // Not there, or not to be read: what is made anew takes its place.
    return undefined;
  }
  const bytes = entry.subarray(DIGEST);
  return entry.length > DIGEST && digestOf(bytes).equals(entry.subarray(0, DIGEST))
    ? new Uint8Array(bytes)
    : undefined;
};

const readOrMake = async (
  file: string,
  make: () => Uint8Array | Promise<Uint8Array>,
): Promise<Uint8Array> => {
  const kept = await readWhole(file);
  if (kept) {
    // What is in use is not tidied away (scripts/building/steps/tidy-cache.ts).
    const now = new Date();
    await utimes(file, now, now);
    return kept;
  }
  const bytes = await make();
  await mkdir(dirname(file), { recursive: true });
  // A build that is stopped leaves no half file, and two builds that make the same do not meet.
  const unfinished = `${file}.${process.pid}`;
  try {
    await writeFile(unfinished, [digestOf(bytes), bytes]);
    await rename(unfinished, file);
  } catch (error) {
    await rm(unfinished, { force: true });
    // A folder in its place cannot be renamed over; anything else (a full disk) must be told.
    if ((error as NodeJS.ErrnoException).code !== 'EISDIR') throw error;
    await rm(file, { recursive: true });
  }
  return bytes;
};
