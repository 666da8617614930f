/**
 * `npm run anteprima -- --prima DIR --dopo DIR`: what a proposal would change in the site, as Markdown: pages and files
 * added, changed and taken away, problems in the content, outside addresses that do not answer.
 *
 *   --prima DIR     the built site as it is
 *   --dopo DIR      the built site as it would be; left out when the content has problems
 *   --indirizzi     also asks the outside addresses whether they answer (needs the network)
 *   --content DIR   another content folder (or SITE_CONTENT_DIR)
 */
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { checkContent } from './editing/check/check-content.ts';
import { commandLine, contentFolder, runAsProcess, stop, type Command } from './editing/command-line.ts';
import { readContent } from './editing/content/read.ts';
import { previewComment } from './editing/preview/comment.ts';
import { compareSites } from './editing/preview/compare-sites.ts';
import { brokenLinks } from './editing/preview/outside-links.ts';
import { outsideSources } from './editing/sources/outside-sources.ts';

const siteFolder = (typed: string): string =>
  existsSync(typed) ? resolve(typed) : stop(`La cartella ${typed} non esiste.`);

export const anteprima: Command = async (args, { out }) => {
  const { values } = commandLine(args, {
    prima: { type: 'string' },
    dopo: { type: 'string' },
    indirizzi: { type: 'boolean' },
    content: { type: 'string' },
  });
  if (values.prima === undefined)
    return stop('Di’ dove sta il sito com’è adesso: npm run anteprima -- --prima vecchio --dopo nuovo');
  const content = contentFolder(values.content);
  const before = siteFolder(values.prima);
  const comparison = compareSites(before, values.dopo === undefined ? before : siteFolder(values.dopo));
  const broken = values.indirizzi ? await brokenLinks(outsideSources(readContent(content))) : [];
  out(previewComment(comparison, checkContent(content), broken).trimEnd());
  return 0;
};

if (import.meta.main) await runAsProcess(anteprima);
