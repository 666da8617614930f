import { firstMomentOf, momentAfter } from '../../../src/lib/moments.ts';
import type { Content, ContentEntry } from './read.ts';
import { valueAt } from './values.ts';

/** The editions of the network. */
export const editionsIn = ({ entries }: Content): ContentEntry[] =>
  entries.filter(({ concept, isRecord }) => concept === 'editions' && isRecord);

/** The editions that were running on a day, by the dates that sources give: one without dates is running always. */
export const runningOn = (date: string, editions: readonly ContentEntry[]): ContentEntry[] =>
  editions.filter(({ yaml }) => {
    const [begins, ends] = ['begins', 'ends'].map((field) => valueAt(yaml.value, [field]));
    const isPartial = (value: unknown): value is string => typeof value === 'string' && /^\d{4}/.test(value);
    const day = new Date(`${date}T12:00:00Z`);
    return (
      !(isPartial(begins) && day < firstMomentOf(begins)) && !(isPartial(ends) && day >= momentAfter(ends))
    );
  });

/** The edition that was running on a day, where there was only one. */
export const editionOfDay = (date: string, content: Content): string | undefined => {
  const [edition, ...others] = runningOn(date, editionsIn(content));
  return others.length === 0 ? edition?.id : undefined;
};
