/**
 * `npm run anteprima`: what the texts of now would change in the site, as Markdown: whether to stop, to look or to fear nothing;
 * pages and files added, changed (with their words) and taken away; problems in the content.
 *
 *   --da VERSION    what they are compared with: a branch or a commit (where this branch left the main one)
 *   --prima DIR     the built site as it is, when there is one already
 *   --dopo DIR      the built site as it would be; with --prima, left out when it cannot be built
 *   --indirizzi     also asks the outside addresses whether they answer (needs the network)
 *   --content DIR   another content folder (or SITE_CONTENT_DIR)
 */
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { checkContent } from './editing/check/check-content.ts';
import { isMistake } from './editing/check/problem.ts';
import { commandLine, contentFolder, runAsProcess, stop, type Command } from './editing/command-line.ts';
import { readContent } from './editing/content/read.ts';
import { baseOf, buildBoth, type BothSites } from './editing/preview/build-both.ts';
import { previewComment } from './editing/preview/comment.ts';
import { compareSites } from './editing/preview/compare-sites.ts';
import { brokenLinks } from './editing/preview/outside-links.ts';
import { untoldFiles } from './editing/preview/told.ts';
import { outsideSources } from './editing/sources/outside-sources.ts';

/** The project's folder. */
const root = resolve(import.meta.dirname, '..');

const siteFolder = (typed: string): string => {
  if (!existsSync(typed)) return stop(`La cartella ${typed} non esiste.`);
  return existsSync(join(typed, 'index.html'))
    ? resolve(typed)
    : stop(`Nella cartella ${typed} non c’è un sito: manca index.html.`);
};

export const anteprima: Command = async (args, { out, err }) => {
  const { values, words } = commandLine(args, {
    da: { type: 'string' },
    prima: { type: 'string' },
    dopo: { type: 'string' },
    indirizzi: { type: 'boolean' },
    content: { type: 'string' },
  });
  // What was typed is judged before anything is read: a slip is told at once.
  if (words[0] !== undefined)
    stop(`Non capisco "${words[0]}". Per scegliere con che cosa confrontare: npm run anteprima -- --da RAMO`);
  if (values.prima === undefined && values.dopo !== undefined)
    stop('Di’ anche dove sta il sito com’è adesso: npm run anteprima -- --prima vecchio --dopo nuovo');
  if (values.prima !== undefined && values.da !== undefined)
    stop('Scegli fra --da (una versione dei testi) e --prima (un sito già generato): insieme non valgono.');
  const content = contentFolder(values.content);
  const before = values.prima === undefined ? undefined : siteFolder(values.prima);
  const after = values.dopo === undefined ? undefined : siteFolder(values.dopo);
  const commit = before === undefined ? baseOf(root, values.da) : '';

  const problems = checkContent(content);
  const sites: BothSites =
    before === undefined
      ? buildBoth(root, content, { commit, isSound: !problems.some(isMistake), say: err })
      : { before, ...(after !== undefined && { after }) };
  const comparison = compareSites(sites.before, sites.after ?? sites.before);
  const read = readContent(content);
  const untold = untoldFiles(read);
  const told = { ...read, entries: read.entries.filter(({ file }) => !untold.has(file.path)) };
  const broken = values.indirizzi ? await brokenLinks(outsideSources(told)) : [];
  out(previewComment(comparison, problems, broken, untold, sites.after !== undefined).trimEnd());
  return 0;
};

if (import.meta.main) await runAsProcess(anteprima);
