import { isMistake, type Problem } from '../problem.ts';
import type { Reporter } from './reporter.ts';

/** Words for a person: place, what is wrong, why it matters, the corrected line. */
export const terminal: Reporter = {
  report: (problems, folder) =>
    problems.length === 0
      ? 'I contenuti sono a posto.'
      : [...problems.map((problem) => paragraph(problem, folder)), total(problems)].join('\n\n'),
};

const paragraph = (problem: Problem, folder: string): string => {
  const { file, line, column, what, why, fix } = problem;
  return [
    `${folder}/${file}:${line}:${column}`,
    `  ${isMistake(problem) ? '' : 'Avviso: '}${what}`,
    `  Perché: ${why}`,
    ...(fix.includes('\n')
      ? ['  Correggi così:', ...fix.split('\n').map((text) => `    ${text}`)]
      : [`  Correggi così: ${fix}`]),
  ].join('\n');
};

const total = (problems: readonly Problem[]): string => {
  const files = new Set(problems.map(({ file }) => file)).size;
  const inFiles = files === 1 ? 'in un file' : `in ${files} file`;
  const mistakes = problems.filter(isMistake).length;
  const warnings = problems.length - mistakes;
  const told = [
    ...(mistakes > 0 ? [mistakes === 1 ? '1 problema' : `${mistakes} problemi`] : []),
    ...(warnings > 0 ? [warnings === 1 ? '1 avviso' : `${warnings} avvisi`] : []),
  ].join(' e ');
  const noHarm = mistakes === 0 ? ' Il sito si può generare lo stesso.' : '';
  return `${problems.length === 1 ? 'C’è' : 'Ci sono'} ${told}, ${inFiles}.${noHarm}`;
};
