import { dirname } from 'node:path/posix';
import type { Content } from '../content/read.ts';
import { textAt } from '../content/values.ts';
import { isMistake, type Problem } from './problem.ts';
import { TO_WRITE } from '../words/to-write.ts';

/** A note that is not public yet because its file says so. */
export interface Draft {
  /** Path of the Italian file below the content folder. */
  file: string;
  /** Line of `status: draft`. */
  line: number;
  /** How many places of the note, in all its languages, still have to be written or chosen. */
  toWrite: number;
  /** How many mistakes the check finds in its files. */
  mistakes: number;
}

const LEFT = new RegExp(`${TO_WRITE}|DA-SCRIVERE|# scegli:`);

/** The drafts of a content folder, with what they lack. */
export const draftsIn = ({ entries }: Pick<Content, 'entries'>, problems: readonly Problem[]): Draft[] =>
  entries
    .filter(({ isRecord, yaml }) => isRecord && textAt(yaml.value, ['status']) === 'draft')
    .map(({ concept, id, file, yaml }) => ({
      file: file.path,
      line: yaml.positionOf(['status']).line,
      toWrite: entries
        .filter((entry) => entry.concept === concept && entry.id === id)
        .flatMap((entry) => (entry.file.text ?? '').split('\n'))
        .filter((line) => LEFT.test(line)).length,
      mistakes: problems.filter(
        (problem) => isMistake(problem) && dirname(problem.file) === dirname(file.path),
      ).length,
    }));

/** The drafts in words for an editor; nothing when there are none. */
export const draftsInWords = (drafts: readonly Draft[], folder: string): string | undefined => {
  if (drafts.length === 0) return undefined;
  const count = drafts.length === 1 ? 'C’è una bozza, che' : `Ci sono ${drafts.length} bozze, che`;
  const are = drafts.length === 1 ? 'non è' : 'non sono';
  return [
    `${count} ${are} nel sito:`,
    ...drafts.map(({ file, line, toWrite, mistakes }) => {
      const left = [
        ...(toWrite > 0
          ? [toWrite === 1 ? 'un punto ancora da scrivere' : `${toWrite} punti ancora da scrivere`]
          : []),
        ...(mistakes > 0
          ? [mistakes === 1 ? 'un problema da correggere' : `${mistakes} problemi da correggere`]
          : []),
      ].join(', ');
      return `  ${folder}/${file}: ${left || `pronta: per pubblicarla togli la riga ${line}, \`status: draft\``}`;
    }),
  ].join('\n');
};
