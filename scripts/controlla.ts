/**
 * `npm run controlla`: everything that is wrong in the content, in plain Italian, before the site is built.
 * Another folder: `--content DIR` or SITE_CONTENT_DIR.
 */
import { parseArgs } from 'node:util';
import { contentDir } from '../src/lib/content-dir.ts';
import { checkContent } from './lib/check/check-content.ts';
import { asAnnotations, inWords } from './lib/check/report.ts';

const { values } = parseArgs({ options: { content: { type: 'string' } } });
const problems = checkContent(values.content ?? contentDir());

if (problems.length === 0) console.log('I contenuti sono a posto.');
else {
  console.error(inWords(problems));
  if (process.env['GITHUB_ACTIONS'] === 'true') console.log(asAnnotations(problems));
  process.exitCode = 1;
}
