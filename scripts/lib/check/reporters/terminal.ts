import type { Problem } from '../problem.ts';
import type { Reporter } from './reporter.ts';

/** Words for a person: place, what is wrong, why it matters, the corrected line. */
export const terminal: Reporter = {
  report: (problems, folder) =>
    problems.length === 0
      ? 'I contenuti sono a posto.'
      : [...problems.map((problem) => paragraph(problem, folder)), total(problems)].join('\n\n'),
};

const paragraph = ({ file, line, column, what, why, fix }: Problem, folder: string): string =>
  [
    `${folder}/${file}:${line}:${column}`,
    `  ${what}`,
    `  Perché: ${why}`,
    ...(fix.includes('\n')
      ? ['  Correggi così:', ...fix.split('\n').map((text) => `    ${text}`)]
      : [`  Correggi così: ${fix}`]),
  ].join('\n');

const total = (problems: readonly Problem[]): string => {
  const files = new Set(problems.map(({ file }) => file)).size;
  const inFiles = files === 1 ? 'in un file' : `in ${files} file`;
  return problems.length === 1
    ? `C’è 1 problema, ${inFiles}.`
    : `Ci sono ${problems.length} problemi, ${inFiles}.`;
};
