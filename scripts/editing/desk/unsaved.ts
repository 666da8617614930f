import { randomBytes } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { slugOf } from '../../../src/lib/slug.ts';

/** The parameter of a page's address that says which texts it is shown with. */
export const PREVIEW = 'anteprima';

/** What the parameter begins with where a note is meant as its files are at this moment. */
export const SAVED = 'nota-';

/** As many versions of a text as a browser may still ask for. */
const MOST = 20;

/** Texts that are shown before they are saved. They are kept in memory alone, never written to the content. */
export interface UnsavedTexts {
  /** Keeps a text, and says by what name it can be asked for. */
  keep: (path: string, text: string) => string;
  /** The texts by path that a page is shown with: of a name that nobody knows, none. */
  of: (name: string) => ReadonlyMap<string, string>;
}

/** The unsaved texts of one content folder. */
export const unsavedTexts = (contentDir: string): UnsavedTexts => {
  const kept = new Map<string, ReadonlyMap<string, string>>();
  return {
    keep: (path, text) => {
      const name = randomBytes(8).toString('hex');
      kept.set(name, new Map([[path, text]]));
      if (kept.size > MOST) kept.delete(kept.keys().next().value as string);
      return name;
    },
    of: (name) => {
      const id = name.startsWith(SAVED) ? name.slice(SAVED.length) : '';
      return kept.get(name) ?? (id !== '' && slugOf(id) === id ? filesOfNote(contentDir, id) : new Map());
    },
  };
};

/** The site's server hears of a saved file a moment later: until then the files themselves are shown. */
const filesOfNote = (contentDir: string, id: string): ReadonlyMap<string, string> => {
  const folder = join(contentDir, 'press-notes', id);
  const names = existsSync(folder)
    ? readdirSync(folder).filter((name) => /^[a-z]{2,3}\.mdx$/.test(name))
    : [];
  return new Map(
    names.map((name) => [`press-notes/${id}/${name}`, readFileSync(join(folder, name), 'utf8')]),
  );
};
