import { feature, merge, mesh } from 'topojson-client';
import type { AreaTopology } from './area-topology.ts';
import { clipRing, type Frame } from './plate/clip.ts';
import emblem from './regions.emblem.topo.json' with { type: 'json' };
import map from './regions.map.topo.json' with { type: 'json' };

/** How finely a map is drawn: `emblem` for small pictures, `map` where the map is what the reader came for. */
export type Detail = 'emblem' | 'map';

/** Rings or lines of a drawing, as `[x, y]` pairs in units of the view box. */
type Line = number[][];

const topologies: Record<Detail, AreaTopology<'regions'>> = {
  emblem: emblem as unknown as AreaTopology<'regions'>,
  map: map as unknown as AreaTopology<'regions'>,
};

/** Decimals of a coordinate: a unit is about 2.6 km. */
const decimals: Record<Detail, number> = { emblem: 0, map: 1 };

const regionsOf = (detail: Detail) => topologies[detail].objects.regions;

/** Where the outlines come from, for the line under a map. */
export const regionsSource = { name: 'Natural Earth', url: 'https://www.naturalearthdata.com/' } as const;

/** The ids of the regions that a map draws. */
export const drawnRegions = (detail: Detail): string[] => regionsOf(detail).geometries.map(({ id }) => id);

/** The polygons of a region, outer ring first, in units of the view box. */
export const regionPolygons = (detail: Detail, region: string): Line[][] => {
  const area = regionsOf(detail).geometries.find(({ id }) => id === region);
  if (!area) throw new RangeError(`There is no region "${region}".`);
  const topology = topologies[detail];
  return area.type === 'Polygon'
    ? [feature(topology, area).geometry.coordinates]
    : feature(topology, area).geometry.coordinates;
};

/** SVG path data of one region. */
export const regionPath = (detail: Detail, region: string): string =>
  pathOf(regionPolygons(detail, region).flat(), decimals[detail], true);

/** SVG path data of the whole country: its coasts and its borders with other countries. */
export const countryPath = (detail: Detail): string =>
  pathOf(countryPolygons(detail).flat(), decimals[detail], true);

const countries = new Map<Detail, Line[][]>();

/** The country without the borders between its regions: merged once, for it is the same in every drawing. */
const countryPolygons = (detail: Detail): Line[][] => {
  let polygons = countries.get(detail);
  if (!polygons)
    countries.set(detail, (polygons = merge(topologies[detail], regionsOf(detail).geometries).coordinates));
  return polygons;
};

/** SVG path data of the borders between regions, each drawn once. */
export const bordersPath = (detail: Detail): string =>
  pathOf(mesh(topologies[detail], regionsOf(detail), (a, b) => a !== b).coordinates, decimals[detail], false);

/**
 * SVG path data of what a frame shows: the country, and one region to lie over it.
 * @param frame in units of the view box
 * @param origin the point of the view box that the paths begin from
 */
export const regionsWithin = (
  detail: Detail,
  region: string,
  frame: Frame,
  origin: { x: number; y: number },
): { region: string; country: string } => {
  const pathWithin = (polygons: Line[][]): string => {
    const rings = polygons
      .flat()
      .map((ring) => clipRing(ring, frame).map(([x = 0, y = 0]) => [x - origin.x, y - origin.y]))
      .filter((ring) => ring.length > 0);
    return pathOf(rings, decimals[detail], true);
  };
  return { region: pathWithin(regionPolygons(detail, region)), country: pathWithin(countryPolygons(detail)) };
};

/** Relative path data: shorter than absolute, and sums of rounded points never drift. */
const pathOf = (lines: readonly Line[], digits: number, closed: boolean): string => {
  const scale = 10 ** digits;
  const write = (steps: number): string => String(steps / scale).replace(/^(-?)0\./, '$1.');
  const pair = (x: number, y: number): string => `${write(x)}${y < 0 ? '' : ' '}${write(y)}`;
  return lines
    .map((line) => {
      let [lastX, lastY] = [0, 0];
      let path = '';
      const points = closed ? line.slice(0, -1) : line;
      for (const [index, [x, y]] of points.entries()) {
        const [stepX, stepY] = [Math.round((x as number) * scale), Math.round((y as number) * scale)];
        if (index === 0) path += `M${pair(stepX, stepY)}`;
        else if (stepX === lastX && stepY === lastY) continue;
        else {
          const step = pair(stepX - lastX, stepY - lastY);
          path += index === 1 ? `l${step}` : `${step.startsWith('-') ? '' : ' '}${step}`;
        }
        [lastX, lastY] = [stepX, stepY];
      }
      return `${path}${closed ? 'z' : ''}`;
    })
    .join('');
};
