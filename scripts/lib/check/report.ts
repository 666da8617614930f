import type { Problem } from './problem.ts';

/** The problems in words, for a terminal. */
export const inWords = (problems: readonly Problem[]): string =>
  [
    ...problems.map(
      ({ file, line, what, why, fix }) => `content/${file}:${line}\n  ${what}\n  ${why}\n  → ${fix}\n`,
    ),
    problems.length === 1
      ? 'C’è 1 problema da correggere.'
      : `Ci sono ${problems.length} problemi da correggere.`,
  ].join('\n');

/** The problems as annotations of a check on GitHub (workflow commands). */
export const asAnnotations = (problems: readonly Problem[]): string => {
  const escaped = (text: string): string =>
    text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
  return problems
    .map(
      ({ file, line, column, what, why, fix }) =>
        `::error file=content/${escaped(file)},line=${line},col=${column}::${escaped(`${what} ${why} → ${fix}`)}`,
    )
    .join('\n');
};
