import type { Edition, PressNote } from '../schemas/index.ts';
import { isDevServer } from '../lib/dev-server.ts';
import { firstMomentOf, momentAfter } from '../lib/moments.ts';

/** What readers may see of a note. */
export type PublicationState = 'draft' | 'embargoed' | 'public' | 'withdrawn' | 'error';

/**
 * The instant the site is built for: `SITE_NOW`, which the build sets to the commit's date.
 * @throws Error when it is not an ISO 8601 instant
 */
export const buildInstant = (): Date => {
  const now = process.env['SITE_NOW'];
  const instant = now ? new Date(now) : new Date();
  if (Number.isNaN(instant.getTime())) throw new Error(`SITE_NOW is not an ISO 8601 instant: ${now}`);
  return instant;
};

/** Whether a day has begun in Italy. */
export const hasCome = (day: string, now: Date = buildInstant()): boolean => beginningOf(day) <= now;

// Midnight in Italy is 22:00 or 23:00 UTC of the day before; the later of the two never publishes too early.
const beginningOf = (day: string): Date => new Date(`${day}T00:00:00+01:00`);

/** The moment from which a note is public: its embargo, or the start of its day in Italy. */
export const publicFrom = (note: Pick<PressNote, 'date' | 'embargo'>): Date =>
  note.embargo === undefined ? beginningOf(note.date) : new Date(note.embargo);

/**
 * The state of a note at an instant. Every page, list, feed, download, map and data file asks here and nowhere else.
 * @param note status, date and embargo of the note
 * @param now the instant asked about
 */
export const publicationState = (
  note: Pick<PressNote, 'status' | 'date' | 'embargo'>,
  now: Date = buildInstant(),
): PublicationState => {
  if (note.status === 'draft') return 'draft';
  if (note.status === 'withdrawn' || note.status === 'error') return note.status;
  return publicFrom(note) <= now ? 'public' : 'embargoed';
};

/** An instant as clocks in Italy show it, ISO 8601 with the offset of that day: `2023-11-03T00:00:00+01:00`. */
export const inItaly = (instant: Date): string => {
  const parts = Object.fromEntries(
    new Intl.DateTimeFormat('en-GB', {
      timeZone: 'Europe/Rome',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
      hourCycle: 'h23',
      timeZoneName: 'longOffset',
    })
      .formatToParts(instant)
      .map(({ type, value }) => [type, value]),
  );
  const day = `${parts['year']}-${parts['month']}-${parts['day']}`;
  const offset = (parts['timeZoneName'] ?? '').replace('GMT', '');
  return `${day}T${parts['hour']}:${parts['minute']}:${parts['second']}${offset}`;
};

/** Where an edition of the network stands in time. */
export type EditionState = 'to-come' | 'running' | 'concluded';

/**
 * Where an edition stands at an instant. A date that no source gives sets no bound. Every page, list, file, feed and
 * data file asks here and nowhere else.
 * @param edition when it begins and ends, as exact as its sources are: `2024`, `2024-01` or `2024-01-12`
 * @param now the instant asked about
 */
export const editionState = (
  { begins, ends }: Pick<Edition, 'begins' | 'ends'>,
  now: Date = buildInstant(),
): EditionState => {
  if (ends !== undefined && now >= momentAfter(ends)) return 'concluded';
  return begins !== undefined && now < firstMomentOf(begins) ? 'to-come' : 'running';
};

/** Whether drafts and embargoed notes are shown, with a banner: only by `npm run dev`. */
export const showsUnpublished = isDevServer;

/** Whether a note is read, listed, searched, fed, drawn and offered for download. */
export const isListed = (note: Pick<PressNote, 'status' | 'date' | 'embargo'>): boolean => {
  const state = publicationState(note);
  return state === 'public' || (showsUnpublished() && (state === 'draft' || state === 'embargoed'));
};

/** Whether a note has an address: listed ones, and those whose address explains why the text is gone. */
export const hasPage = (note: Pick<PressNote, 'status' | 'date' | 'embargo'>): boolean => {
  const state = publicationState(note);
  return isListed(note) || state === 'withdrawn' || state === 'error';
};
