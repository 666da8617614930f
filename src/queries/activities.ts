import { activityPath, activitySlug } from '../lib/addresses.ts';
import { byEach } from '../lib/indexes.ts';
import { oncePerBuild } from '../lib/once-per-build.ts';
import { editionIn } from './editions.ts';
import { localisedIn, type Localised } from './entries.ts';
import { publicCities, publicSources } from './sources.ts';

/** An activity, with its texts in a language. */
export type ActivityView = Localised<'activities'> & {
  slug: string;
  path: string;
  editionName: string;
  /** Where its edition stands in time, in words. */
  editionState: string;
};

/** All activities that readers may know of, by city and in the order that their city wants. */
export const activitiesIn = oncePerBuild(async (lang: string): Promise<readonly ActivityView[]> => {
  const [isPublic, cities] = await Promise.all([publicSources(), publicCities()]);
  const shown = (await localisedIn('activities', lang)).filter(
    ({ source, city }) => isPublic(source) && cities.has(city),
  );
  const views = shown.map(async (activity) => {
    const { name, stateText } = await editionIn(lang, activity.edition);
    return {
      ...activity,
      slug: activitySlug(activity.id),
      path: activityPath(activity.city, activity.id),
      editionName: name,
      editionState: stateText,
    };
  });
  return (await Promise.all(views)).sort((a, b) =>
    a.city === b.city ? a.order - b.order : a.city < b.city ? -1 : 1,
  );
});

const byCity = oncePerBuild(async (lang: string) => byEach(await activitiesIn(lang), ({ city }) => [city]));

/** The activities of one city. */
export const activitiesOfCity = async (lang: string, city: string): Promise<readonly ActivityView[]> =>
  (await byCity(lang)).get(city) ?? [];
