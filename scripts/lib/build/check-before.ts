import { relative } from 'node:path';
import { checkContent } from '../check/check-content.ts';
import { terminal } from '../check/reporters/terminal.ts';
import { BuildStopped, type BuildStep } from './step.ts';

/** Nothing is built from content that has a mistake: all of them are told at once. */
export const checkBefore: BuildStep = {
  name: 'contenuti',
  run: ({ contentDir }) => {
    const problems = checkContent(contentDir);
    if (problems.length > 0)
      throw new BuildStopped(terminal.report(problems, relative(process.cwd(), contentDir)));
    return Promise.resolve();
  },
};
