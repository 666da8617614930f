import type { Content, ContentEntry } from '../../content/read.ts';
import type { Problem } from '../problem.ts';

const marksIn = ({ body }: ContentEntry): { id: string; line: number }[] =>
  (body?.text ?? '').split('\n').flatMap((text, index) =>
    [...text.matchAll(/<Figure\s+id="([^"]*)"/g)].map((match) => ({
      id: match[1] as string,
      line: (body?.line ?? 1) + index,
    })),
  );

/** Every figure has its sentence in the text, and every marked sentence its figure. */
export const checkFigures = ({ entries }: Content): Problem[] => {
  const records = entries.filter(({ isRecord }) => isRecord);
  return entries
    .filter(({ body }) => body)
    .flatMap((entry) => {
      const record = records.find(({ concept, id }) => concept === entry.concept && id === entry.id);
      const figures = Object.keys(
        (record?.yaml.value as { figures?: Record<string, unknown> } | undefined)?.figures ?? {},
      );
      const marks = marksIn(entry);
      return [
        ...figures
          .filter((id) => !marks.some((mark) => mark.id === id))
          .map((id): Problem => ({
            file: entry.file.path,
            ...entry.yaml.positionOf(['figures', id]),
            code: 'figure-without-source',
            what: `La cifra "${id}" non ha nel testo la frase che la dice.`,
            why: 'Una cifra senza fonte non si pubblica.',
            fix: `Metti la frase fra <Figure id="${id}"> e </Figure>.`,
          })),
        ...marks
          .filter(({ id }) => !figures.includes(id))
          .map(({ id, line }): Problem => ({
            file: entry.file.path,
            line,
            column: 1,
            code: 'unknown-figure',
            what: `La frase è segnata con la cifra "${id}", che l’intestazione non ha.`,
            why: 'Il sito non saprebbe quale numero mostrare.',
            fix: `Aggiungi "${id}" sotto "figures:" nell’intestazione, con value, qualifier e label.`,
          })),
      ];
    });
};
