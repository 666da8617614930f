import { quantize } from 'topojson-client';
import {
  filter,
  filterWeight,
  planarRingArea,
  planarTriangleArea,
  presimplify,
  simplify,
  type Triangle,
} from 'topojson-simplify';
import type { AreaTopology } from '../../../src/map/area-topology.ts';
import type { Point, Position } from '../../../src/map/projection.ts';

/** How much of the coast and of the borders a drawing keeps. */
export interface Detail {
  /** Bends of a line that make a smaller triangle than this are left out, in square units of the drawing. */
  smallestBend: number;
  /** Islands smaller than this are left out, in square units of the drawing. */
  smallestIsland: number;
  /** Number of steps that a coordinate can take. */
  steps: number;
}

/** Lines this near to a city keep more of their bends, so that no city on the coast ends up in the sea. */
const NEAR_CITY = 6;

/**
 * Simplifies areas for a drawing. Lines that two regions share stay shared.
 * @param regions topology in degrees; it is projected, so the result is in units of the drawing
 * @param detail how much is kept
 * @param projected the drawing's projection
 * @param cities positions around which lines are kept exact
 */
export const simplifyRegions = (
  regions: AreaTopology<'regions'>,
  detail: Detail,
  projected: (position: Position) => Point,
  cities: readonly Position[],
): AreaTopology<'regions'> => {
  const points = cities.map(projected);
  const nearCity = ([x, y]: [number, number]): boolean =>
    points.some((city) => Math.hypot(city.x - x, city.y - y) < NEAR_CITY);
  const weight = (triangle: Triangle): number =>
    planarTriangleArea(triangle) * (nearCity(triangle[1]) ? 40 : 1);

  const drawn = projectArcs(regions, projected);
  const withoutIslets = largerThan(detail.smallestIsland, drawn);
  const simplified = simplify(presimplify(withoutIslets, weight), detail.smallestBend);
  // What simplifying has shrunk to a line would stay as a dot.
  return quantize(largerThan(detail.smallestIsland / 4, simplified), detail.steps);
};

/** Absolute coordinates in units of the drawing, from delta-encoded ones in degrees. */
const projectArcs = (
  { arcs, transform, objects }: AreaTopology<'regions'>,
  projected: (position: Position) => Point,
): AreaTopology<'regions'> => {
  const [scaleX, scaleY] = transform?.scale ?? [1, 1];
  const [moveX, moveY] = transform?.translate ?? [0, 0];
  return {
    type: 'Topology',
    objects,
    arcs: arcs.map((arc) => {
      let [lon, lat] = [0, 0];
      return arc.map(([dx, dy]) => {
        lon += dx as number;
        lat += dy as number;
        const point = projected({
          lon: lon * scaleX + moveX,
          lat: lat * scaleY + moveY,
        });
        return [point.x, point.y];
      });
    }),
  };
};

/** Leaves out the islands and enclaves that are smaller than this. */
const largerThan = (area: number, topology: AreaTopology<'regions'>): AreaTopology<'regions'> =>
  // Of the areas none vanishes: only rings of theirs are left out.
  filter(topology, filterWeight(topology, area, planarRingArea)) as AreaTopology<'regions'>;
