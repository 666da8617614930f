import { formatKilometres, formatList } from '../i18n/format.ts';
import { languageOf } from '../i18n/languages.ts';
import { translator } from '../i18n/strings.ts';
import { oncePerBuild } from '../lib/once-per-build.ts';
import type { PlateData } from '../map/plate/plate.ts';
import { activitiesOfCity } from './activities.ts';
import { areasIn } from './areas.ts';
import { citiesIn, citiesNear, cityIn } from './cities.ts';

/** What the picture of a city is drawn from, and what it says in words. */
export interface CityPlate {
  data: PlateData;
  /** What its ring says: "Un ambito: presa in carico. 2 attività." */
  ring: string;
  /** "Palermo (Sicilia). Un ambito: presa in carico. 2 attività." and the nearest cities. */
  alt: string;
}

/** As many threads leave a city's picture. */
const NEAREST = 3;

/**
 * The picture of a city.
 * @throws RangeError when there is no such city
 */
export const plateOf = oncePerBuild(async (lang: string, id: string): Promise<CityPlate> => {
  const t = translator(lang);
  const { city } = await cityIn(lang, id);
  const [areas, activities, others] = await Promise.all([
    areasIn(lang),
    activitiesOfCity(lang, id),
    citiesNear(lang, city),
  ]);
  const near = others.slice(0, NEAREST).map(({ city: other, kilometres }) => ({
    coordinates: other.coordinates,
    label: `${other.name} ${formatKilometres(lang, kilometres)}`,
    lang: other.contentLang === lang ? undefined : other.contentLang,
  }));
  const own = areas.filter((area) => city.areaIds.includes(area.id));
  const { locale } = languageOf(lang);
  const ring = [
    own.length > 0
      ? t('plate.areas', {
          count: own.length,
          areas: formatList(
            lang,
            own.map(({ shortName }) => shortName.toLocaleLowerCase(locale)),
          ),
        })
      : t('plate.no-areas'),
    activities.length > 0 ? t('plate.activities', { count: activities.length }) : t('plate.no-activities'),
  ].join(' ');
  const neighbours = formatList(
    lang,
    near.map(({ label }) => label),
  );
  return {
    data: {
      coordinates: city.coordinates,
      region: city.region,
      areas: areas.map((area) => ({
        id: area.id,
        hue: area.hue,
        lit: city.areaIds.includes(area.id),
        // An activity of several areas is told, and counted, under the first one that it names.
        activities: activities.filter((activity) => activity.areas[0] === area.id).length,
      })),
      near,
    },
    ring,
    alt: [
      t('plate.where', { city: city.name, region: city.regionName }),
      ring,
      t('plate.near', { cities: neighbours }),
    ].join(' '),
  };
});

/** The pictures of all cities, by the city's id. */
export const platesIn = oncePerBuild(
  async (lang: string): Promise<ReadonlyMap<string, CityPlate>> =>
    new Map(
      await Promise.all((await citiesIn(lang)).map(async ({ id }) => [id, await plateOf(lang, id)] as const)),
    ),
);
