import { compareIn } from '../i18n/format.ts';
import { translator } from '../i18n/strings.ts';
import { distanceKm } from '../lib/distance.ts';
import { activitiesIn } from './activities.ts';
import { entriesOf, languagesOf, localise, type Localised } from './entries.ts';
import { notesIn, type PressNoteView } from './press-notes.ts';
import { videosIn } from './videos.ts';

/** A city in a list, on a map or in a card. */
export type CityView = Localised<'cities'> & {
  path: string;
  regionName: string;
  /** Ids of the editions it takes part in. */
  editionIds: string[];
  /** Ids of the areas its activities are in, or that its own entry names. */
  areaIds: string[];
  activityCount: number;
  notes: PressNoteView[];
  hasVideo: boolean;
};

/** All cities in the alphabetical order of the language. */
export const citiesIn = async (lang: string): Promise<CityView[]> => {
  const t = translator(lang);
  const [entries, activities, notes, videos] = await Promise.all([
    entriesOf('cities'),
    activitiesIn(lang),
    notesIn(lang),
    videosIn(lang),
  ]);
  return entries
    .map((entry) => {
      const city = localise(entry, lang);
      const own = activities.filter((activity) => activity.city === entry.id);
      return {
        ...city,
        path: `/citta/${entry.id}/`,
        regionName: t(`region.${city.region}`),
        editionIds: city.editions.map(({ edition }) => edition),
        areaIds: [...new Set([...city.areas, ...own.flatMap(({ areas }) => areas)])],
        activityCount: own.length,
        notes: notes.filter((note) => note.city === entry.id),
        hasVideo: videos.some((video) => video.state === 'published' && video.cities.includes(entry.id)),
      };
    })
    .sort((a, b) => compareIn(lang)(a.name, b.name));
};

/** The city with this id, and the languages its own text really exists in. */
export const cityIn = async (lang: string, id: string): Promise<{ city: CityView; languages: string[] }> => {
  const city = (await citiesIn(lang)).find((candidate) => candidate.id === id);
  const entry = (await entriesOf('cities')).find((candidate) => candidate.id === id);
  if (!city || !entry) throw new RangeError(`There is no city "${id}".`);
  return { city, languages: languagesOf(entry) };
};

/** Cities grouped by region, regions and cities in alphabetical order. */
export const citiesByRegion = async (
  lang: string,
): Promise<{ region: string; regionName: string; cities: CityView[] }[]> => {
  const groups = Map.groupBy(await citiesIn(lang), ({ region }) => region);
  return [...groups]
    .map(([region, cities]) => ({ region, regionName: cities[0]?.regionName ?? region, cities }))
    .sort((a, b) => compareIn(lang)(a.regionName, b.regionName));
};

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
