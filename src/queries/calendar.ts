import { translator } from '../i18n/strings.ts';
import { withoutMarksIn } from '../i18n/bidi.ts';
import { pathIn } from '../i18n/paths.ts';
import { addresses, cityPath } from '../lib/addresses.ts';
import { firstSentence } from '../lib/first-sentence.ts';
import { shortTitle } from '../lib/short-title.ts';
import { oncePerBuild } from '../lib/once-per-build.ts';
import { siteConfig } from '../site.config.ts';
import { absoluteUrl } from './addresses.ts';
import { citiesById } from './cities.ts';
import { editionsIn } from './editions.ts';
import { factsIn, type FactView } from './facts.ts';

/** Something that happened, or will, on a day. */
export interface CalendarEvent {
  /** The same as long as the record keeps its name, whatever is changed in it. */
  uid: string;
  /** `YYYY-MM-DD` in Italy. */
  day: string;
  /** The day on which its source was last read, `YYYY-MM-DD`. */
  stamp: string;
  title: string;
  description: string;
  /** The city, where it is one's. */
  place: string | undefined;
  /** Name of the edition. */
  category: string;
  /** Page of the site that tells of it. */
  url: string;
}

export interface CalendarView {
  title: string;
  lang: string;
  url: string;
  events: CalendarEvent[];
}

/** Letters of an event's title. */
const TITLE_LENGTH = 100;

/** A month or a year is no day of a calendar. */
const isOnADay = ({ date }: FactView): boolean => /^\d{4}-\d{2}-\d{2}$/.test(date ?? '');
const isEvent = ({ kind, timeline }: FactView): boolean => kind === 'event' || timeline;

const eventsIn = oncePerBuild(
  async (lang: string): Promise<readonly (CalendarEvent & { city?: string })[]> => {
    const t = translator(lang);
    const [facts, cities, editions] = await Promise.all([factsIn(lang), citiesById(lang), editionsIn(lang)]);
    const { hostname } = new URL(siteConfig.url);
    return facts
      .filter((fact) => isOnADay(fact) && isEvent(fact))
      .map((fact) => ({
        ...(fact.city !== undefined && { city: fact.city }),
        uid: `${fact.city ?? 'rete'}-${fact.id}@${hostname}`,
        day: fact.date as string,
        stamp: fact.source.consulted,
        title: shortTitle(firstSentence(fact.text, lang), TITLE_LENGTH),
        description: [
          fact.text,
          ...(fact.inferred ? [t('fact.inferred')] : []),
          t('text.labelled', { label: t('fact.source'), value: fact.source.title }),
          fact.source.url,
        ].join('\n'),
        place: fact.city === undefined ? undefined : cities.get(fact.city)?.name,
        category: editions.find(({ id }) => id === fact.edition)?.name ?? fact.edition,
        url: absoluteUrl(pathIn(lang, fact.city === undefined ? addresses.project : cityPath(fact.city))),
      }))
      .sort((a, b) => (`${a.day} ${a.uid}` < `${b.day} ${b.uid}` ? -1 : 1));
  },
);

/**
 * The dates of the network in a language, or those of a city alone, the first one first; past ones are its history.
 * @param city id of the city
 */
export const calendarIn = async (lang: string, city?: string): Promise<CalendarView> => {
  const t = translator(lang);
  const events = await eventsIn(lang);
  const name = city === undefined ? undefined : (await citiesById(lang)).get(city)?.name;
  const site = siteConfig.name;
  return withoutMarksIn({
    title:
      name === undefined ? t('calendar.title', { site }) : t('calendar.title-city', { site, city: name }),
    lang,
    url: absoluteUrl(pathIn(lang, city === undefined ? addresses.project : cityPath(city))),
    events: events.filter((event) => city === undefined || event.city === city),
  });
};

/** Ids of the cities that have a date of their own. */
export const citiesWithDates = oncePerBuild(
  async (lang: string): Promise<ReadonlySet<string>> =>
    new Set((await eventsIn(lang)).flatMap(({ city }) => city ?? [])),
);
