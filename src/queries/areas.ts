import { areaPath } from '../lib/addresses.ts';
import { byId } from '../lib/indexes.ts';
import { oncePerBuild } from '../lib/once-per-build.ts';
import { citiesIn, type CityView } from './cities.ts';
import { editionsIn, type EditionView } from './editions.ts';
import { entryIn, languagesOf, localisedIn, type Localised } from './entries.ts';

/** An area of action, with its texts in a language. */
export type AreaView = Localised<'areas'> & { path: string };

/** All areas in their order. */
export const areasIn = oncePerBuild(async (lang: string): Promise<readonly AreaView[]> =>
  (await localisedIn('areas', lang))
    .map((area) => ({ ...area, path: areaPath(area.id) }))
    .sort((a, b) => a.order - b.order),
);

const index = oncePerBuild(async (lang: string) => byId(await areasIn(lang)));

/** The cities that worked in an area in an edition, in alphabetical order. */
export interface EditionCities {
  edition: EditionView;
  cities: CityView[];
}

/** The cities of an area by edition, the newest edition first. */
export const citiesOfArea = async (lang: string, area: string): Promise<EditionCities[]> => {
  const [editions, cities] = await Promise.all([editionsIn(lang), citiesIn(lang)]);
  return editions
    .map((edition) => ({
      edition,
      cities: cities.filter(({ areasByEdition }) => areasByEdition.get(edition.id)?.includes(area)),
    }))
    .filter((group) => group.cities.length > 0);
};

/**
 * The area with this id, and the languages its text really exists in.
 * @throws RangeError when there is none
 */
export const areaIn = async (lang: string, id: string): Promise<{ area: AreaView; languages: string[] }> => {
  const area = (await index(lang)).get(id);
  if (!area) throw new RangeError(`There is no area "${id}".`);
  return { area, languages: languagesOf(await entryIn('areas', id)) };
};
