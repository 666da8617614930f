import type { ContentEntry } from '../../content/read.ts';
import { exampleOf, writtenFieldAt } from '../../content/schema-fields.ts';
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

const inFields = ({ file, yaml, schema }: ContentEntry): Problem[] =>
  leavesOf(yaml.value)
    .filter(({ value }) => typeof value === 'string' && value.includes(TO_WRITE))
    .map(({ path, value }) => ({
      file: file.path,
      ...yaml.valuePositionOf(path),
      code: LEFT_TO_WRITE,
      what: `Qui c’è ancora da scrivere: ${shortened(String(value))}`,
      why,
      fix: `${String(path.findLast((part) => typeof part === 'string'))}: ${exampleOf(writtenFieldAt(schema, path))}`,
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
