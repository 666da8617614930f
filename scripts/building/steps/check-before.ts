import { join, relative } from 'node:path';
import { checkContent } from '../../editing/check/check-content.ts';
import { checkPublicFiles } from '../../editing/check/public-files.ts';
import { isMistake } from '../../editing/check/problem.ts';
import { terminal } from '../../editing/check/reporters/terminal.ts';
import { BuildStopped, type BuildStep } from './step.ts';

/** Nothing is built from content that has a mistake: all of them are told at once. Warnings are told, and no more. */
export const checkBefore: BuildStep = {
  name: 'contenuti',
  run: ({ root, contentDir }) => {
    const copied = checkPublicFiles(join(root, 'public'));
    if (copied.length > 0) throw new BuildStopped(terminal.report(copied, 'public'));
    const problems = checkContent(contentDir);
    const told = terminal.report(problems, relative(process.cwd(), contentDir));
    if (problems.some(isMistake)) throw new BuildStopped(told);
    if (problems.length > 0) console.warn(told);
    return Promise.resolve();
  },
};
