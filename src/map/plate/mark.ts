import { arcsOf, ticksOf, type PlateArc, type PlateTick } from './ring.ts';
import type { PlateData } from './plate.ts';

/** The smallest cropping of a plate: its ring alone, as a mark beside the city's name. */
export interface PlateMark {
  arcs: PlateArc[];
  ticks: PlateTick[];
}

/** Side of a mark's square view box, and its city's radius. */
export const markSize = { box: 24, city: 2.4 } as const;

const RADIUS = 7;

/** The ring of a city in a square of `markSize.box` units. */
export const drawMark = (areas: PlateData['areas']): PlateMark => {
  const middle = { x: markSize.box / 2, y: markSize.box / 2 };
  return { arcs: arcsOf(middle, RADIUS, areas), ticks: ticksOf(middle, RADIUS, areas) };
};
