import { entriesAt, textAt } from '../../content/values.ts';
import type { Check } from '../context.ts';
import { nearest } from '../../words/nearest.ts';
import { lineOf, replaced } from '../source-lines.ts';

/** Every figure has its sentence in the text of each language, and every marked sentence its figure. */
export const checkFigures: Check = ({ entries, record, bodyOf }) =>
  entries.flatMap((entry) => {
    const body = bodyOf(entry);
    const source = record(entry.concept, entry.id)?.yaml;
    if (!body || !source || source.errors.length > 0 || entry.yaml.errors.length > 0) return [];
    const figures = entriesAt(source.value, ['figures']);
    const ids = figures.map(([id]) => id);
    const marks = body.references.filter(({ kind }) => kind === 'figure');
    const unmarked = figures
      .filter(([id]) => !marks.some(({ target }) => target === id))
      // A mark with another name is told of at the mark, and a faulty text at its fault.
      .filter(
        ([id]) => !marks.some(({ target }) => !ids.includes(target) && nearest(target, [id]) !== undefined),
      )
      .filter(() => body.problems.length === 0 && body.text !== '')
      .map(([id, figure]) => ({
        file: entry.file.path,
        ...entry.yaml.positionOf(['figures', id]),
        code: 'figure-without-sentence',
        what: `Nel testo manca la frase che afferma la cifra "${id}".`,
        why: 'Una cifra si mostra solo insieme alla frase che la dice: chi legge deve poterla controllare.',
        fix: `<Figure id="${id}">… ${shown(figure)}</Figure>`,
      }));
    const unknown = marks
      .filter(({ target }) => !ids.includes(target))
      .map(({ target, line, column }) => {
        const meant = nearest(target, ids);
        return {
          file: entry.file.path,
          line,
          column,
          code: 'unknown-figure',
          what: `La cifra "${target}" segnata nel testo non è fra quelle dell’intestazione.`,
          why: 'Senza il suo valore nell’intestazione la cifra non comparirebbe fra i numeri della città.',
          fix:
            meant === undefined
              ? `figures:\n  ${target}:\n    value: 200\n    qualifier: exactly\n    label: "beneficiari"`
              : replaced(
                  lineOf(entry.file, line)
                    .slice(column - 1)
                    .replace(/>.*/, '>'),
                  `"${target}"`,
                  `"${meant}"`,
                ),
        };
      });
    return [...unmarked, ...unknown];
  });

const shown = (figure: unknown): string => {
  const value = (figure as { value?: unknown } | null)?.value;
  return `${typeof value === 'number' ? value : '200'} ${textAt(figure, ['label']) ?? 'beneficiari'}`;
};
