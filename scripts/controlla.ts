/**
 * `npm run controlla`: everything that is wrong in the content, in plain Italian, before the site is built.
 *
 *   --content DIR   another content folder (or SITE_CONTENT_DIR)
 *   --github        annotations for a check on GitHub too (by itself when GITHUB_ACTIONS is set)
 *   --json          for other programs
 */
import { existsSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { contentDir } from '../src/lib/content-dir.ts';
import { checkContent } from './lib/check/check-content.ts';
import { isMistake } from './lib/check/problem.ts';
import { github } from './lib/check/reporters/github.ts';
import { json } from './lib/check/reporters/json.ts';
import { terminal } from './lib/check/reporters/terminal.ts';

const { values } = parseArgs({
  options: {
    content: { type: 'string' },
    github: { type: 'boolean', default: process.env['GITHUB_ACTIONS'] === 'true' },
    json: { type: 'boolean', default: false },
  },
});

const dir = resolve(values.content ?? contentDir());
const folder = relative(process.cwd(), dir).replaceAll('\\', '/') || '.';

if (!existsSync(dir)) {
  console.error(`La cartella ${folder} non esiste. Lancia il comando dalla cartella del sito.`);
  process.exitCode = 1;
} else {
  const problems = checkContent(dir);
  const hasMistakes = problems.some(isMistake);
  if (values.json) console.log(json.report(problems, folder));
  else {
    (hasMistakes ? console.error : console.log)(terminal.report(problems, folder));
    if (values.github && problems.length > 0) console.log(github.report(problems, folder));
  }
  if (hasMistakes) process.exitCode = 1;
}
