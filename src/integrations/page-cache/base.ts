import { createHash, type Hash } from 'node:crypto';
import { addFiles } from '../../lib/files-digest.ts';

/** The code, and the packages that it was installed with. */
const code = [
  ...['src/**/*', 'astro.config.mjs', 'tsconfig.json', 'package.json', 'package-lock.json'],
  // What is really installed.
  'node_modules/.package-lock.json',
];
/** What else Vite puts into its bundle, or beside it. */
const bundled = ['public/**/*', '.env*', '.astro/content-*.mjs', 'scripts/building/steps/render-pages.ts'];
/** What pages and components read of the content without asking the queries (src/i18n). */
const words = ['ui/**/*', 'glossary/**/*', 'languages/**/*'];
/** What else a build is told. `SITE_NOW` is asked of the queries. */
const settings = ['SITE_URL', 'SITE_WHOLE_STYLES', 'SITE_STYLE_GUIDE', 'NODE_ENV', 'TZ', 'LANG', 'LC_ALL'];

/**
 * A digest of everything that any page may be made of, beside the answers of the queries: where it differs, all pages are
 * made anew.
 * @param root the project's folder
 * @param contentDir the content's
 */
export const baseOf = (root: string, contentDir: string): string => {
  const hash = codeOf(root);
  addFiles(hash, contentDir, words);
  return hash.digest('hex');
};

/**
 * A digest of everything that the code of the pages is bundled from: where it differs, Vite bundles it anew. No word of
 * the content is among it: the bundle reads them when it runs.
 * @param root the project's folder, which the bundle names
 */
export const bundleBaseOf = (root: string): string => {
  const hash = codeOf(root);
  addFiles(hash, root, bundled);
  return hash.update(JSON.stringify([root, process.cwd()])).digest('hex');
};

const codeOf = (root: string): Hash => {
  const told = settings.map((name) => process.env[name] ?? null);
  const hash = createHash('sha256').update(JSON.stringify([process.version, process.versions['icu'], told]));
  addFiles(hash, root, code);
  return hash;
};
