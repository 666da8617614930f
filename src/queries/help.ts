import { formatDate } from '../i18n/format.ts';
import { translator } from '../i18n/strings.ts';
import { isOlderThanAYear } from '../lib/moments.ts';
import { oncePerBuild } from '../lib/once-per-build.ts';
import { helpTopics, type HelpTopic } from '../schemas/help.ts';
import { citiesIn, type CityView } from './cities.ts';
import { editionIn } from './editions.ts';
import { localisedIn, type Localised } from './entries.ts';
import { buildInstant } from './publication.ts';

/** Help that exists, with its texts in a language. */
export type HelpView = Localised<'help'> & {
  /** "data della fonte: 25 novembre 2024", or that it has none. */
  sourceDateText: string;
  checkedText: string;
  /** Whether its source, or its last check where the source has no date, is older than a year. */
  isOld: boolean;
};

/** Help for one need. */
export interface HelpGroup {
  topic: HelpTopic;
  entries: HelpView[];
}

/** Help in one city. */
export interface CityHelp {
  city: CityView;
  entries: HelpView[];
}

/** Everything that the page of help tells, in the order in which a person in need reads it. */
export interface HelpStory {
  /** What comes before the cities, and after them. */
  national: HelpGroup[];
  cities: CityHelp[];
  find: HelpGroup[];
}

const view = (lang: string, entry: Localised<'help'>): HelpView => {
  const t = translator(lang);
  return {
    ...entry,
    sourceDateText: entry.sourceDate
      ? t('help.source-date', { date: formatDate(lang, entry.sourceDate) })
      : t('help.source-undated'),
    checkedText: t('help.checked', { date: formatDate(lang, entry.source.consulted) }),
    isOld: isOlderThanAYear(entry.sourceDate ?? entry.source.consulted, buildInstant()),
  };
};

/** All help that there is now: what an edition of the network offers ends with it. */
const helpIn = oncePerBuild(async (lang: string): Promise<readonly HelpView[]> => {
  const entries = (await localisedIn('help', lang)).map(async (entry) => {
    const state = entry.edition ? (await editionIn(lang, entry.edition)).state : 'running';
    return state === 'running' ? [view(lang, entry)] : [];
  });
  return (await Promise.all(entries)).flat();
});

/** The help that is known in a city. */
export const helpOfCity = async (lang: string, city: string): Promise<HelpView[]> =>
  (await helpIn(lang)).filter((entry) => entry.city === city);

/** What the page of help tells. */
export const helpStory = oncePerBuild(async (lang: string): Promise<HelpStory> => {
  const [all, cities] = await Promise.all([helpIn(lang), citiesIn(lang)]);
  const groups = (topics: readonly HelpTopic[]): HelpGroup[] =>
    topics
      .map((topic) => ({ topic, entries: all.filter((entry) => entry.topic === topic && !entry.city) }))
      .filter(({ entries }) => entries.length > 0);
  return {
    national: groups(helpTopics.filter((topic) => topic !== 'city' && topic !== 'find')),
    cities: cities
      .map((city) => ({ city, entries: all.filter((entry) => entry.city === city.id) }))
      .filter(({ city, entries }) => entries.length > 0 || city.website),
    find: groups(['find']),
  };
});
