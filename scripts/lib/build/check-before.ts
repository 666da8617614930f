import { checkContent } from '../check/check-content.ts';
import { inWords } from '../check/report.ts';
import { BuildStopped, type BuildStep } from './step.ts';

/** Nothing is built from content that has a mistake: all of them are told at once. */
export const checkBefore: BuildStep = {
  name: 'contenuti',
  run: ({ contentDir }) => {
    const problems = checkContent(contentDir);
    if (problems.length > 0) throw new BuildStopped(inWords(problems));
    return Promise.resolve();
  },
};
