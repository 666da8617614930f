/**
 * `npm run anteprima -- --prima DIR --dopo DIR`: what a proposal would change in the site, as Markdown: pages and files
 * added, changed and taken away, problems in the content, outside addresses that do not answer.
 *
 *   --prima DIR     the built site as it is
 *   --dopo DIR      the built site as it would be; left out when the content has problems
 *   --indirizzi     also asks the outside addresses whether they answer (needs the network)
 *   --content DIR   another content folder (or SITE_CONTENT_DIR)
 */
import { parseArgs } from 'node:util';
import { resolve } from 'node:path';
import { contentDir } from '../src/lib/content-dir.ts';
import { checkContent } from './editing/check/check-content.ts';
import { readContent } from './editing/content/read.ts';
import { previewComment } from './editing/preview/comment.ts';
import { compareSites } from './editing/preview/compare-sites.ts';
import { brokenLinks } from './editing/preview/outside-links.ts';
import { outsideSources } from './editing/sources/outside-sources.ts';

const { values } = parseArgs({
  options: {
    prima: { type: 'string' },
    dopo: { type: 'string' },
    indirizzi: { type: 'boolean', default: false },
    content: { type: 'string' },
  },
});

if (values.prima === undefined) {
  console.error('Di’ dove sta il sito com’è adesso: npm run anteprima -- --prima vecchio --dopo nuovo');
  process.exitCode = 1;
} else {
  const content = values.content ?? contentDir();
  const before = resolve(values.prima);
  const comparison = compareSites(before, values.dopo === undefined ? before : resolve(values.dopo));
  const broken = values.indirizzi ? await brokenLinks(outsideSources(readContent(content))) : [];
  process.stdout.write(previewComment(comparison, checkContent(content), broken));
}
