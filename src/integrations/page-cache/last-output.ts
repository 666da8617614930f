import {
  existsSync,
  linkSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';

/** What each file of a site was made of, by its path: what tells its page, and the form of it. */
export type FormsByPath = Readonly<Record<string, string>>;

/** A file of the site that is out: what it was made of, and what tells that it is still the file that the build left. */
interface PublishedFile {
  form: string;
  /** Number, size and time of the file, and of its compressed copies by their ending; none where it has none. */
  states: Readonly<Record<string, string>>;
}

const COPIES = ['.br', '.gz'];

/** Whoever writes into a file or puts another one in its place changes one of these. A link to it changes none. */
const stateOf = (file: string): string | undefined => {
  const stats = statSync(file, { bigint: true, throwIfNoEntry: false });
  return stats?.isFile() ? `${stats.ino} ${stats.size} ${stats.mtimeNs}` : undefined;
};

/** Where it is written down how a site lies: one for each pair of content and output, as Astro's own cache is. */
export const publishedRecord = (astroCacheDir: string): string =>
  resolve(astroCacheDir, '../../published', `${basename(astroCacheDir)}.json`);

const madeFile = (record: string): string => `${record}.made`;

/** Writes down what the files of a site are made of that is about to be published. */
export const writeMade = (record: string, forms: FormsByPath): void => {
  mkdirSync(dirname(record), { recursive: true });
  writeFileSync(madeFile(record), JSON.stringify(forms));
};

/** From now on nothing is known of the site that is out. */
export const forgetPublished = (record: string): void => rmSync(record, { force: true });

/**
 * Writes down how the files of a site lie that has just been published.
 * @param record where this is written, beside what {@link writeMade} wrote
 * @param siteDir the site
 */
export const writePublished = (record: string, siteDir: string): void => {
  if (!existsSync(madeFile(record))) return;
  const forms = JSON.parse(readFileSync(madeFile(record), 'utf8')) as FormsByPath;
  const files: Record<string, PublishedFile> = {};
  for (const [path, form] of Object.entries(forms)) {
    const states: Record<string, string> = {};
    for (const ending of ['', ...COPIES]) {
      const state = stateOf(join(siteDir, path + ending));
      if (state !== undefined) states[ending] = state;
    }
    if ('' in states) files[path] = { form, states };
  }
  const unfinished = `${record}.${process.pid}`;
  writeFileSync(unfinished, JSON.stringify(files));
  renameSync(unfinished, record);
  rmSync(madeFile(record), { force: true });
};

/**
 * The site that is out, of which a build takes what stays the same: by a second name for the same file, which takes no time,
 * and no room.
 */
export class LastOutput {
  readonly #files: ReadonlyMap<string, PublishedFile>;
  readonly #siteDir: string;
  readonly #copies: boolean;

  /**
   * @param record what was written down when it was published
   * @param siteDir the site
   * @param copies whether compressed copies are wanted
   */
  constructor(record: string, siteDir: string, copies: boolean) {
    this.#siteDir = siteDir;
    this.#copies = copies;
    try {
      this.#files = new Map(
        Object.entries(JSON.parse(readFileSync(record, 'utf8')) as Record<string, PublishedFile>),
      );
    } catch {
      this.#files = new Map();
    }
  }

  /** Where a file of the site lies. */
  placeOf(path: string): string {
    return join(this.#siteDir, path);
  }

  /** What a file was made of; nothing where it is not the file that the build left. */
  formOf(path: string): string | undefined {
    const file = this.#files.get(path);
    return file && stateOf(this.placeOf(path)) === file.states[''] ? file.form : undefined;
  }

  /**
   * Gives a file, and its compressed copies, a second name in another folder.
   * @returns whether it is there now: not on another disk, or where no file may have two names
   */
  link(path: string, folder: string): boolean {
    const states = this.#files.get(path)?.states ?? {};
    const from = this.placeOf(path);
    const to = join(folder, path);
    try {
      mkdirSync(dirname(to), { recursive: true });
      // Both copies or none: where one is missing, whoever compresses makes both.
      const copies = this.#copies ? COPIES.filter((ending) => ending in states) : [];
      const whole = copies.every((ending) => stateOf(from + ending) === states[ending]);
      linkSync(from, to);
      if (whole) for (const ending of copies) linkSync(from + ending, to + ending);
      return true;
    } catch {
      for (const ending of ['', ...COPIES]) rmSync(to + ending, { force: true });
      return false;
    }
  }
}
