import type { ContentEntry } from '../../content/read.ts';
import { leavesOf, textAt } from '../../content/values.ts';
import type { Check } from '../context.ts';
import type { Problem } from '../problem.ts';
import { TO_WRITE } from '../../words/to-write.ts';
import { shortened } from '../source-lines.ts';

/** The code of the problem: a new file may have it and no other. */
export const LEFT_TO_WRITE = 'left-to-write';

/** Places of new files that nobody has filled in. A draft may have them: it is not public. */
export const checkLeftToWrite: Check = ({ entries, record }) =>
  entries
    .filter((entry) => textAt(record(entry.concept, entry.id)?.yaml.value, ['status']) !== 'draft')
    .flatMap((entry) => [...inFields(entry), ...inBody(entry)]);

const why = 'Chi legge vedrebbe queste parole nella pagina.';

/** "DA SCRIVERE: una frase" asks for what belongs in its place. */
const asked = (value: string): string => {
  const what = value.slice(value.indexOf(TO_WRITE) + TO_WRITE.length).replace(/^[:\s]+/, '');
  return what === '' ? '… le tue parole …' : `… ${what} …`;
};

const inFields = ({ file, yaml }: ContentEntry): Problem[] =>
  leavesOf(yaml.value)
    .filter(({ value }) => typeof value === 'string' && value.includes(TO_WRITE))
    .map(({ path, value }) => ({
      file: file.path,
      ...yaml.valuePositionOf(path),
      code: LEFT_TO_WRITE,
      what: `Qui c’è ancora da scrivere: ${shortened(String(value))}`,
      why,
      // No example: somebody would publish it.
      fix: `${String(path.findLast((part) => typeof part === 'string'))}: "${asked(String(value))}"`,
    }));

const inBody = ({ file, body }: ContentEntry): Problem[] =>
  (body?.text ?? '').split('\n').flatMap((line, index) => {
    const column = line.indexOf(TO_WRITE);
    return column < 0
      ? []
      : [
          {
            file: file.path,
            line: (body?.line ?? 1) + index,
            column: column + 1,
            code: LEFT_TO_WRITE,
            what: `Qui c’è ancora da scrivere: ${shortened(line.slice(column))}`,
            why,
            fix: 'Scrivi il testo al posto di queste parole, oppure togli la riga.',
          },
        ];
  });
