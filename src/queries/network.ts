import type { Position } from '../map/projection.ts';
import { citiesIn } from './cities.ts';
import { currentEdition } from './editions.ts';

/** Where the cities of the shown edition lie, for a drawing of the network without names. */
export const shownPositions = async (lang: string): Promise<Position[]> => {
  const [edition, cities] = await Promise.all([currentEdition(lang), citiesIn(lang)]);
  return cities
    .filter(({ editionIds }) => editionIds.includes(edition.id))
    .map(({ coordinates }) => coordinates);
};
