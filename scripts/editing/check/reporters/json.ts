import type { Reporter } from './reporter.ts';

/** For other programs: the problems as they are, with paths from where the command runs. */
export const json: Reporter = {
  report: (problems, folder) =>
    JSON.stringify(
      problems.map((problem) => ({ ...problem, file: `${folder}/${problem.file}` })),
      null,
      2,
    ),
};
