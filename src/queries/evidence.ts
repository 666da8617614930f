import { sourceLanguage } from '../i18n/languages.ts';
import { byEach } from '../lib/indexes.ts';
import { oncePerBuild } from '../lib/once-per-build.ts';
import { activitiesIn } from './activities.ts';
import { factsIn } from './facts.ts';

/** What shows that a city worked in an area in an edition: an activity or a fact that says so. */
export interface Evidence {
  city: string;
  edition: string;
  area: string;
  /** `activities/roma/unita-mobili`, `facts/genova/obiettivo-casa`. */
  shownBy: string;
}

/** All evidence that readers may know of, activities before facts. A tag without it does not exist. */
export const evidence = oncePerBuild(async (): Promise<readonly Evidence[]> => {
  const { code } = sourceLanguage;
  return [
    ...(await activitiesIn(code)).flatMap(({ id, city, edition, areas }) =>
      areas.map((area) => ({ city, edition, area, shownBy: `activities/${id}` })),
    ),
    ...(await factsIn(code)).flatMap(({ id, city, edition, areas }) =>
      city ? areas.map((area) => ({ city, edition, area, shownBy: `facts/${city}/${id}` })) : [],
    ),
  ];
});

const byCity = oncePerBuild(async () => byEach(await evidence(), ({ city }) => [city]));

/** The areas that a city worked in, by the id of the edition. */
export const areasByEdition = async (city: string): Promise<ReadonlyMap<string, readonly string[]>> => {
  const own = byEach((await byCity()).get(city) ?? [], ({ edition }) => [edition]);
  return new Map([...own].map(([edition, all]) => [edition, [...new Set(all.map(({ area }) => area))]]));
};
