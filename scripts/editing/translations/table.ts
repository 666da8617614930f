import { conceptNames } from '../../../src/schemas/concept-names.ts';
import type { TranslationStatus } from './survey.ts';

const columns = [
  'lingua',
  'contenuto',
  'in tutto',
  'mancano',
  'senza impronta',
  'da aggiornare',
  'non rivedute',
] as const;

/** The state of all translations as a table, one line for each language and concept. */
export const translationTable = (all: readonly TranslationStatus[]): string => {
  const groups = Map.groupBy(all, ({ language, concept }) => `${language} ${concept}`);
  const rows = [...groups.values()].map((group) => {
    const { language, concept } = group[0] as TranslationStatus;
    const count = (state: TranslationStatus['state']): number =>
      group.filter((status) => status.state === state).length;
    const unreviewed = group.filter(({ state, reviewed }) => state !== 'missing' && !reviewed).length;
    const counts = [count('missing'), count('unstamped'), count('stale'), unreviewed];
    return [language, conceptNames[concept].many, group.length, ...counts].map(String);
  });
  rows.sort((a, b) => ((a[0] as string) < (b[0] as string) ? -1 : a[0] === b[0] ? 0 : 1));
  return alignColumns([[...columns], ...rows]);
};

const alignColumns = (rows: readonly string[][]): string => {
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(...rows.map((row) => (row[column] as string).length)),
  );
  return rows
    .map((row) =>
      row
        .map((cell, column) =>
          column < 2 ? cell.padEnd(widths[column] as number) : cell.padStart(widths[column] as number),
        )
        .join('  '),
    )
    .join('\n');
};
