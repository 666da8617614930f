import type { Position } from '../content/yaml-source.ts';

/** Something wrong in the content, in words for the person who wrote it. */
export interface Problem extends Position {
  /** A warning is told, but the site is built all the same; without a level it is a mistake that stops the build. */
  level?: 'warning';
  /** Path below the content folder. */
  file: string;
  /** Name of the mistake, for tests and tools: `unknown-city`. */
  code: string;
  /** What is wrong. */
  what: string;
  /** Why it matters. */
  why: string;
  /** The corrected line, or what to do where no line can be given. */
  fix: string;
}

/** Whether a problem stops the build. */
export const isMistake = ({ level }: Problem): boolean => level !== 'warning';

/** Problems in the order in which an editor goes through the files; the same problem is said once. */
export const inOrder = (problems: readonly Problem[]): Problem[] => {
  const key = (problem: Problem): string =>
    [
      problem.file,
      String(problem.line).padStart(7, '0'),
      String(problem.column).padStart(5, '0'),
      problem.what,
    ].join('\u0000');
  return [...new Map(problems.map((problem) => [key(problem), problem])).entries()]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, problem]) => problem);
};
