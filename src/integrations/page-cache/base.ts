import { createHash } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The code, and the packages that it was installed with. */
const code = [
  ...['src/**/*', 'astro.config.mjs', 'tsconfig.json', 'package.json', 'package-lock.json'],
  // What is really installed.
  'node_modules/.package-lock.json',
];
/** What pages and components read of the content without asking the queries (src/i18n). */
const words = ['ui/**/*', 'glossary/**/*', 'languages/**/*'];
/** What else a build is told. `SITE_NOW` is asked of the queries. */
const settings = ['SITE_URL', 'NODE_ENV', 'TZ', 'LANG', 'LC_ALL'];

/**
 * A digest of everything that any page may be made of, beside the answers of the queries: where it differs, all pages are
 * made anew.
 * @param root the project's folder
 * @param contentDir the content's
 */
export const baseOf = (root: string, contentDir: string): string => {
  const hash = createHash('sha256').update(JSON.stringify([process.version, process.versions['icu']]));
  const add = (folder: string, patterns: readonly string[]): void => {
    const files = globSync(patterns, { cwd: folder, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .sort();
    for (const file of files) {
      const bytes = readFileSync(file);
      hash.update(JSON.stringify([file.slice(folder.length), bytes.length])).update(bytes);
    }
  };
  add(root, code);
  add(contentDir, words);
  return hash.update(JSON.stringify(settings.map((name) => process.env[name] ?? null))).digest('hex');
};
