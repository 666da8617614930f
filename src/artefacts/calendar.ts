import ical from 'ical-generator';
import type { CalendarView } from '../queries/calendar.ts';

const DAY = 24 * 60 * 60 * 1000;
/** A day as the date that a calendar file writes, wherever the build runs. */
const midnight = (day: string): Date => new Date(`${day}T00:00:00Z`);

/**
 * Dates as a calendar file (RFC 5545) of whole days, the same bytes for the same view: whoever subscribes to it finds an
 * event by its UID.
 */
export const toCalendar = ({ title, lang, url, events }: CalendarView): string => {
  const calendar = ical({
    name: title,
    url,
    prodId: { company: 'LGNet', product: 'site', language: lang.toUpperCase() },
    timezone: null,
  });
  for (const { uid, day, stamp, title: summary, description, place, category, url: page } of events)
    calendar.createEvent({
      id: uid,
      start: midnight(day),
      end: new Date(midnight(day).getTime() + DAY),
      allDay: true,
      timezone: 'UTC',
      stamp: midnight(stamp),
      summary,
      description,
      url: page,
      categories: [{ name: category }],
      ...(place !== undefined && { location: place }),
    });
  return calendar.toString();
};
