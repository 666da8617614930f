import { publicationState, publicFrom } from '../../../src/queries/publication.ts';
import type { PressNote } from '../../../src/schemas/press-note.ts';

type Dated = Pick<PressNote, 'status' | 'date' | 'embargo'>;

const moment = new Intl.DateTimeFormat('it-IT', {
  timeZone: 'Europe/Rome',
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
});

const day = new Intl.DateTimeFormat('it-IT', {
  timeZone: 'Europe/Rome',
  day: 'numeric',
  month: 'long',
  year: 'numeric',
});

/**
 * The publication state of a note in Italian words: `bozza`, `pubblica`, `esce il 1 marzo 2026 alle ore 11:00` … Runs in the
 * browser too.
 * @param note its status, date and embargo, as they were written; what cannot be a date makes no state
 * @param now the instant asked about
 */
export const noteState = (
  note: { status?: unknown; date?: unknown; embargo?: unknown },
  now: Date,
): string => {
  const dated = {
    status: note.status ?? 'published',
    date: typeof note.date === 'string' ? note.date : '',
    ...(typeof note.embargo === 'string' && note.embargo !== '' && { embargo: note.embargo }),
  } as Dated;
  if (dated.status === 'draft') return 'bozza';
  const from = publicFrom(dated);
  if (Number.isNaN(from.getTime())) return 'senza data';
  const state = publicationState(dated, now);
  if (state !== 'embargoed') return { ...words, public: 'pubblica' }[state];
  return dated.embargo === undefined ? `esce il ${day.format(from)}` : `esce il ${moment.format(from)}`;
};

const words = { draft: 'bozza', withdrawn: 'ritirata', error: 'pubblicata per errore' } as const;
