import { isOlderThanAYear } from '../../../src/lib/moments.ts';
import type { Content } from '../content/read.ts';
import { textAt, valueAt } from '../content/values.ts';

/** Help that somebody has to look at again. */
export interface DueCheck {
  /** `help/antiviolenza-1522`. */
  id: string;
  /** Why, in Italian. */
  reasons: string[];
}

/**
 * The help whose last check is older than a year, or whose source is weak; the oldest checks first.
 * @param content the content
 * @param now the instant asked about
 */
export const dueChecks = ({ entries }: Content, now: Date): DueCheck[] =>
  entries
    .filter(({ concept, isRecord }) => concept === 'help' && isRecord)
    .map(({ id, yaml: { value } }) => {
      const checked = textAt(value, ['source', 'consulted']) ?? '';
      const dated = textAt(value, ['sourceDate']);
      const reasons = [
        ...(checked !== '' && isOlderThanAYear(checked, now)
          ? [`ultimo controllo più di un anno fa (${checked})`]
          : []),
        ...(dated === undefined ? ['la fonte non porta una data'] : []),
        ...(dated !== undefined && isOlderThanAYear(dated, now)
          ? [`la fonte ha più di un anno (${dated})`]
          : []),
        ...(valueAt(value, ['confidence']) === 'medium' ? ['da confermare: la fonte è debole'] : []),
      ];
      return { id: `help/${id}`, checked, reasons };
    })
    .filter(({ reasons }) => reasons.length > 0)
    .sort((a, b) => (a.checked < b.checked ? -1 : a.checked > b.checked ? 1 : a.id < b.id ? -1 : 1))
    .map(({ id, reasons }) => ({ id, reasons }));
