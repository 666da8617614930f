import { compareIn } from '../i18n/format.ts';
import { translator } from '../i18n/strings.ts';
import { cityPath } from '../lib/addresses.ts';
import { distanceKm } from '../lib/distance.ts';
import { byId } from '../lib/indexes.ts';
import { oncePerBuild } from '../lib/once-per-build.ts';
import { sourceLanguage } from '../i18n/languages.ts';
import { activitiesOfCity } from './activities.ts';
import { currentEdition } from './editions.ts';
import { entryIn, languagesOf, localisedIn, type Localised } from './entries.ts';
import { notesOfCity, type PressNoteView } from './press-notes.ts';
import { videosOfCity } from './videos.ts';

/** A city in a list, on a map or in a card. */
export type CityView = Localised<'cities'> & {
  path: string;
  regionName: string;
  /** Ids of the editions it takes part in. */
  editionIds: string[];
  /** Ids of the areas its activities are in, or that its own entry names. */
  areaIds: string[];
  activityCount: number;
  notes: readonly PressNoteView[];
  hasVideo: boolean;
};

const view = async (lang: string, city: Localised<'cities'>): Promise<CityView> => {
  const [activities, notes, videos] = await Promise.all([
    activitiesOfCity(lang, city.id),
    notesOfCity(lang, city.id),
    videosOfCity(lang, city.id),
  ]);
  return {
    ...city,
    path: cityPath(city.id),
    regionName: translator(lang)(`region.${city.region}`),
    editionIds: city.editions.map(({ edition }) => edition),
    areaIds: [...new Set([...city.areas, ...activities.flatMap(({ areas }) => areas)])],
    activityCount: activities.length,
    notes,
    hasVideo: videos.some(({ state }) => state === 'published'),
  };
};

/** All cities in the alphabetical order of the language. */
export const citiesIn = oncePerBuild(async (lang: string): Promise<readonly CityView[]> => {
  const views = (await localisedIn('cities', lang)).map((city) => view(lang, city));
  return (await Promise.all(views)).sort((a, b) => compareIn(lang)(a.name, b.name));
});

/** All cities by their id. */
export const citiesById = oncePerBuild(async (lang: string) => byId(await citiesIn(lang)));

/** The city with this id, and the languages its own text really exists in. */
export const cityIn = async (lang: string, id: string): Promise<{ city: CityView; languages: string[] }> => {
  const city = (await citiesById(lang)).get(id);
  if (!city) throw new RangeError(`There is no city "${id}".`);
  return { city, languages: languagesOf(await entryIn('cities', id)) };
};

/** Cities of a region, in alphabetical order. */
export interface RegionCities {
  region: string;
  regionName: string;
  cities: CityView[];
}

/** Cities grouped by region, regions and cities in alphabetical order. */
export const citiesByRegion = oncePerBuild(async (lang: string): Promise<readonly RegionCities[]> => {
  const groups = Map.groupBy(await citiesIn(lang), ({ region }) => region);
  return [...groups]
    .map(([region, cities]) => ({ region, regionName: cities[0]?.regionName ?? region, cities }))
    .sort((a, b) => compareIn(lang)(a.regionName, b.regionName));
});

/** A city and how far it is, as the crow flies. */
export interface NearCity {
  city: CityView;
  kilometres: number;
}

/** The other cities, the nearest first. */
export const citiesNear = async (lang: string, city: CityView): Promise<NearCity[]> =>
  (await citiesIn(lang))
    .filter(({ id }) => id !== city.id)
    .map((other) => ({ city: other, kilometres: distanceKm(city.coordinates, other.coordinates) }))
    .sort((a, b) => a.kilometres - b.kilometres);

/** Where the cities of the current edition are: what a drawing of the whole network needs. */
export const memberPositions = oncePerBuild(async (): Promise<CityView['coordinates'][]> => {
  const edition = await currentEdition(sourceLanguage.code);
  return (await citiesIn(sourceLanguage.code))
    .filter(({ editionIds }) => editionIds.includes(edition.id))
    .map(({ coordinates }) => coordinates);
});
