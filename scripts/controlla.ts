/**
 * `npm run controlla`: everything that is wrong in the content, in plain Italian, before the site is built.
 *
 *   --content DIR   another content folder (or SITE_CONTENT_DIR)
 *   --github        annotations for a check on GitHub too (by itself when GITHUB_ACTIONS is set)
 *   --json          for other programs
 */
import { relative } from 'node:path';
import { checkContent } from './editing/check/check-content.ts';
import { checkPublicFiles } from './editing/check/public-files.ts';
import { draftsIn, draftsInWords } from './editing/check/drafts.ts';
import { languagesInPreparation } from './editing/check/checks/language-share.ts';
import { damagedPictures } from './editing/check/damaged-pictures.ts';
import { inOrder, isMistake } from './editing/check/problem.ts';
import { github } from './editing/check/reporters/github.ts';
import { json } from './editing/check/reporters/json.ts';
import { terminal } from './editing/check/reporters/terminal.ts';
import { commandLine, contentFolder, runAsProcess, type Command } from './editing/command-line.ts';
import { newEditionsInWords } from './editing/content/edition-texts.ts';
import { readContent } from './editing/content/read.ts';

export const controlla: Command = async (args, { out, err, env }) => {
  const { values } = commandLine(args, {
    content: { type: 'string' },
    github: { type: 'boolean' },
    json: { type: 'boolean' },
  });
  const dir = contentFolder(values.content);
  const folder = relative(process.cwd(), dir).replaceAll('\\', '/') || '.';
  const content = readContent(dir);
  const problems = inOrder([...checkContent(dir), ...(await damagedPictures(content.files))]);
  const copied = checkPublicFiles('public');
  const hasMistakes = [...problems, ...copied].some(isMistake);

  if (values.json) out(json.report(problems, folder));
  else {
    if (problems.length > 0 || !hasMistakes) (hasMistakes ? err : out)(terminal.report(problems, folder));
    if (copied.length > 0) err(terminal.report(copied, 'public'));
    const drafts = draftsInWords(draftsIn(content, problems), folder);
    if (drafts !== undefined) out(`\n${drafts}`);
    const languages = languagesInPreparation(content);
    if (languages !== undefined) out(`\n${languages}`);
    const editions = newEditionsInWords(content, folder);
    if (editions !== undefined) out(`\n${editions}`);
    const annotates = values.github ?? env['GITHUB_ACTIONS'] === 'true';
    if (annotates && problems.length > 0) out(github.report(problems, folder));
  }
  return hasMistakes ? 1 : 0;
};

if (import.meta.main) await runAsProcess(controlla);
