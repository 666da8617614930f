import { existsSync } from 'node:fs';
import { copyFile, mkdir, readdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import { isSealed, sealFolder } from '../../lib/sealed-folder.ts';

/** What Vite made of the code, beside its files. */
export interface BundleHead {
  /** The module that renders pages, below the output folder's `.prerender`. */
  entry: string;
  /** The style sheets of each route, by Astro's name for it. */
  styles: Readonly<Record<string, unknown>>;
}

/** Folders that a bundle names, by a word that stands for each: the same code is bundled alike, wherever a site goes. */
export type BundlePlaces = Readonly<Record<string, string>>;

/** For how many states of the code bundles are kept. */
const KEPT = 4;

const replacements = (places: BundlePlaces): [word: string, written: string][] =>
  Object.entries(places).flatMap(([word, path]): [string, string][] => [
    [`{{lgnet:${word}:url}}`, pathToFileURL(path).href],
    [`{{lgnet:${word}}}`, path],
  ]);

/** All files of a folder by their paths below it: those of a bundle lie in a hidden one. */
const filesIn = async (folder: string): Promise<string[]> =>
  (await readdir(folder, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)));

const copyAll = async (from: string, to: string, change: (code: string) => string): Promise<void> => {
  for (const path of await filesIn(from)) {
    const [source, target] = [join(from, path), join(to, path)];
    await mkdir(dirname(target), { recursive: true });
    if (path.endsWith('.mjs')) await writeFile(target, change(await readFile(source, 'utf8')));
    else await copyFile(source, target);
  }
};

/** Bundles between two builds, each in a folder that is believed only as it was left. */
export class KeptBundles {
  readonly #folder: string;
  readonly #key: string;
  readonly #places: BundlePlaces;

  /**
   * @param folder where they lie
   * @param key digest of all that the bundle is made of
   * @param places the folders that it names, absolute
   */
  constructor(folder: string, key: string, places: BundlePlaces) {
    this.#folder = folder;
    this.#key = key;
    this.#places = places;
  }

  get #own(): string {
    return join(this.#folder, this.#key);
  }

  /**
   * Puts the files of the bundle into an output folder.
   * @returns what goes with them, or nothing where no bundle is kept, or it is not as it was left
   */
  async restore(outDir: string): Promise<BundleHead | undefined> {
    if (!isSealed(this.#own)) {
      await rm(this.#own, { recursive: true, force: true });
      return undefined;
    }
    await copyAll(join(this.#own, 'files'), outDir, (code) => this.#here(code));
    const now = new Date();
    await utimes(this.#own, now, now);
    return JSON.parse(await readFile(join(this.#own, 'head.json'), 'utf8')) as BundleHead;
  }

  /** Keeps the files of an output folder in which there are no pages yet. */
  async keep(outDir: string, head: BundleHead): Promise<void> {
    if (existsSync(this.#own)) return;
    const unfinished = `${this.#own}.${process.pid}`;
    await rm(unfinished, { recursive: true, force: true });
    await copyAll(outDir, join(unfinished, 'files'), (code) => this.#anywhere(code));
    await writeFile(join(unfinished, 'head.json'), JSON.stringify(head));
    sealFolder(unfinished);
    // Of two builds that keep the same, one is enough.
    await rename(unfinished, this.#own).catch(() => rm(unfinished, { recursive: true, force: true }));
    await this.#forgetOld();
  }

  #anywhere(code: string): string {
    return replacements(this.#places).reduce((text, [word, written]) => text.replaceAll(written, word), code);
  }

  #here(code: string): string {
    return replacements(this.#places).reduce(
      (text, [word, written]) => text.replaceAll(word, () => written),
      code,
    );
  }

  async #forgetOld(): Promise<void> {
    const names = await readdir(this.#folder);
    const used = await Promise.all(
      names.map(async (name) => ({ name, at: (await stat(join(this.#folder, name))).mtimeMs })),
    );
    const old = used.sort((a, b) => b.at - a.at).slice(KEPT);
    for (const { name } of old) await rm(join(this.#folder, name), { recursive: true, force: true });
  }
}
