import { entriesOf, localise, type Localised } from './entries.ts';
import { publicSources } from './sources.ts';

/** An activity, with its texts in a language. */
export type ActivityView = Localised<'activities'> & { slug: string; path: string };

/** All activities that readers may know of, by city and in the order that their city wants. */
export const activitiesIn = async (lang: string): Promise<ActivityView[]> => {
  const isPublic = await publicSources();
  return (await entriesOf('activities'))
    .filter(({ record }) => isPublic(record.data.source))
    .map((entry) => {
      const activity = localise(entry, lang);
      const slug = entry.id.split('/').at(-1) as string;
      return { ...activity, slug, path: `/citta/${activity.city}/#attivita-${slug}` };
    })
    .sort((a, b) => (a.city === b.city ? a.order - b.order : a.city < b.city ? -1 : 1));
};

/** The activities of one city. */
export const activitiesOfCity = async (lang: string, city: string): Promise<ActivityView[]> =>
  (await activitiesIn(lang)).filter((activity) => activity.city === city);
