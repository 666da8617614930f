import { relative } from 'node:path';
import { checkContent } from '../../editing/check/check-content.ts';
import { isMistake } from '../../editing/check/problem.ts';
import { terminal } from '../../editing/check/reporters/terminal.ts';
import { readContent, type Content } from '../../editing/content/read.ts';
import { publicationState, publicFrom } from '../../../src/queries/publication.ts';
import { pressNote } from '../../../src/schemas/press-note.ts';
import { BuildStopped, type BuildStep } from './step.ts';

/** The notes that readers do not get, and why, in Italian. */
export const leftOut = ({ entries }: Pick<Content, 'entries'>, now: Date): string[] =>
  entries
    .filter(({ concept, isRecord }) => concept === 'press-notes' && isRecord)
    .flatMap(({ id, yaml }) => {
      const note = pressNote.safeParse(yaml.value).data;
      if (!note) return [];
      const state = publicationState(note, now);
      if (state === 'draft')
        return [`${id}: è una bozza (riga ${yaml.positionOf(['status']).line}, status: draft)`];
      if (state !== 'embargoed') return [];
      return [
        note.embargo === undefined
          ? `${id}: la sua data, ${note.date}, deve ancora venire`
          : `${id}: è sotto embargo fino a ${publicFrom(note).toISOString()}`,
      ];
    });

/** Nothing is built from content that has a mistake: all of them are told at once. Warnings are told, and no more. */
export const checkBefore: BuildStep = {
  name: 'contenuti',
  run: ({ contentDir, now }) => {
    const problems = checkContent(contentDir);
    const told = terminal.report(problems, relative(process.cwd(), contentDir));
    if (problems.some(isMistake)) throw new BuildStopped(told);
    if (problems.length > 0) console.warn(told);
    const notes = leftOut(readContent(contentDir), now.date);
    if (notes.length > 0)
      console.log(['Note che non entrano nel sito:', ...notes.map((note) => `  ${note}`)].join('\n'));
    return Promise.resolve();
  },
};
