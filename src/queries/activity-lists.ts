import { activitiesIn, type ActivityView } from './activities.ts';
import { citiesIn, type CityView } from './cities.ts';

/**
 * Activities grouped by city, cities in alphabetical order.
 * @param wanted which activities
 */
export const activitiesByCity = async (
  lang: string,
  wanted: (activity: ActivityView) => boolean = () => true,
): Promise<{ city: CityView; activities: ActivityView[] }[]> => {
  const [cities, activities] = await Promise.all([citiesIn(lang), activitiesIn(lang)]);
  return cities
    .map((city) => ({
      city,
      activities: activities.filter((activity) => activity.city === city.id && wanted(activity)),
    }))
    .filter((group) => group.activities.length > 0);
};
