import { createHash } from 'node:crypto';
import { addFiles } from '../../lib/files-digest.ts';

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
  addFiles(hash, root, code);
  addFiles(hash, contentDir, words);
  return hash.update(JSON.stringify(settings.map((name) => process.env[name] ?? null))).digest('hex');
};
