import { createHash, type Hash } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import { mkdir, readFile, rename, utimes, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';

/** Everything that decides what the writers make of the same data: their code, templates, colours, packages. */
const makers = ['src/{artefacts,documents,map,lib}/**/*', 'src/styles/tokens.css', 'package-lock.json'];

let version: string | undefined;
const makersVersion = (): string => {
  if (version) return version;
  const hash = createHash('sha256').update(process.version);
  const files = globSync(makers, { withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  for (const file of files) hash.update(`\0${file}\0`).update(readFileSync(file));
  return (version = hash.digest('hex'));
};

/** Feeds data to a hash: every value with its type and its place, bytes as they are. */
const feed = (hash: Hash, value: unknown): void => {
  if (value instanceof Uint8Array) {
    hash.update(`b${value.length}:`).update(value);
  } else if (Array.isArray(value)) {
    hash.update(`a${value.length}:`);
    for (const item of value) feed(hash, item);
  } else if (typeof value === 'object' && value !== null) {
    const entries = Object.entries(value)
      .filter(([, part]) => part !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1));
    hash.update(`o${entries.length}:`);
    for (const [name, part] of entries) {
      feed(hash, name);
      feed(hash, part);
    }
  } else {
    const text = JSON.stringify(value) ?? 'null';
    hash.update(`v${text.length}:${text}`);
  }
};

/** The name under which what is made of these data is kept. */
export const inputsHash = (kind: string, data: unknown): string => {
  const hash = createHash('sha256');
  feed(hash, [makersVersion(), kind, data]);
  return hash.digest('hex');
};

const cacheDir = (): string => resolve(process.env['SITE_CACHE_DIR'] ?? '.cache', 'artefacts');

const underWay = new Map<string, Promise<Uint8Array>>();

/**
 * Bytes made from data, or those that were made from the same data before, in this build or in an earlier one.
 * Nothing is ever out of date: other data, another writer or another package are another name.
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
    bytes = readOrMake(file, make).finally(() => underWay.delete(name));
    underWay.set(name, bytes);
  }
  return bytes;
};

const readOrMake = async (
  file: string,
  make: () => Uint8Array | Promise<Uint8Array>,
): Promise<Uint8Array> => {
  try {
    const bytes = new Uint8Array(await readFile(file));
    // What is in use is not tidied away (scripts/building/steps/tidy-cache.ts).
    const now = new Date();
    await utimes(file, now, now);
    return bytes;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
  const bytes = await make();
  await mkdir(dirname(file), { recursive: true });
  // A build that is stopped leaves no half file, and two builds that make the same do not meet.
  const unfinished = `${file}.${process.pid}`;
  await writeFile(unfinished, bytes);
  await rename(unfinished, file);
  return bytes;
};
