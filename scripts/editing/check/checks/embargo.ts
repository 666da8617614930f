import { romeOffset } from '../../../../src/lib/rome-time.ts';
import { textAt } from '../../content/values.ts';
import type { Check } from '../context.ts';
import { lineOf, replaced } from '../source-lines.ts';

const INSTANT = /^(?<local>\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?)(?<offset>Z|[+-]\d{2}:\d{2})$/;

/** An embargo with an hour that no clock in Italy shows on that day: the note would come out too early or too late. */
export const checkEmbargoes: Check = ({ records }) =>
  records.flatMap(({ file, yaml }) => {
    const { local, offset } = INSTANT.exec(textAt(yaml.value, ['embargo']) ?? '')?.groups ?? {};
    if (local === undefined || offset === undefined || Number.isNaN(Date.parse(`${local}Z`))) return [];
    const right = romeOffset(local);
    if (offset === right) return [];
    const position = yaml.valuePositionOf(['embargo']);
    return [
      {
        file: file.path,
        ...position,
        code: 'embargo-offset',
        what: `Il ${local.slice(0, 10)} alle ${local.slice(11, 16)} l’ora italiana è ${right}, non ${offset === 'Z' ? 'Z (l’ora universale)' : offset}.`,
        why: 'La nota uscirebbe un’ora prima o dopo il momento stabilito (o a tutt’altra ora).',
        fix: replaced(lineOf(file, position.line), `${local}${offset}`, `${local}${right}`),
      },
    ];
  });
