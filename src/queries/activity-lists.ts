import { byEach } from '../lib/indexes.ts';
import { oncePerBuild } from '../lib/once-per-build.ts';
import { activitiesIn, activitiesOfCity, type ActivityView } from './activities.ts';
import { citiesIn, type CityView } from './cities.ts';

/** Activities of a city, in the order that it wants. */
export interface CityActivities {
  city: CityView;
  activities: readonly ActivityView[];
}

/** All activities grouped by city, cities in alphabetical order. */
export const activitiesByCity = oncePerBuild(async (lang: string): Promise<readonly CityActivities[]> => {
  const groups = (await citiesIn(lang)).map(async (city) => ({
    city,
    activities: await activitiesOfCity(lang, city.id),
  }));
  return (await Promise.all(groups)).filter(({ activities }) => activities.length > 0);
});

const ofEachArea = oncePerBuild(async (lang: string) => {
  const byArea = byEach(await activitiesIn(lang), ({ areas }) => areas);
  return new Map([...byArea].map(([area, own]) => [area, byEach(own, ({ city }) => [city])]));
});

/** The activities of an area grouped by city, cities in alphabetical order. */
export const activitiesOfArea = async (lang: string, area: string): Promise<readonly CityActivities[]> => {
  const ofCity = (await ofEachArea(lang)).get(area);
  return (await citiesIn(lang)).flatMap((city) => {
    const activities = ofCity?.get(city.id);
    return activities ? [{ city, activities }] : [];
  });
};
