import { estimatedWidth, placeLabels, type PlacedLabel } from './labels.ts';
import { neighbourLines } from './network.ts';
import { project, viewBox, type Point, type Position } from './projection.ts';
import type { Detail } from './regions.ts';
import { spreadTargets } from './targets.ts';

/** A city as a map needs it. */
export interface MapCity {
  id: string;
  name: string;
  /** The language of the name, where it is not the page's. */
  lang?: string | undefined;
  href: string;
  coordinates: Position;
  /** Whether it belongs to the edition that the map shows; the others stay visible without light. */
  lit: boolean;
}

/** A city with everything that its drawing needs, in units of the view box. */
export interface DrawnCity extends Omit<MapCity, 'coordinates'>, Point {
  target: Point & { r: number };
  text: Point & { anchor: PlacedLabel['anchor'] };
}

/** Size of the letters in units of the view box, for the narrowest screens; wider ones may only make them smaller. */
export const fontSize = 15.5;

/** A target of 24 px on a screen of 320 px, where a map is at least 284 px wide. */
export const targetDiameter = 34;

const emblemHeight = 464;

/** The view box of a drawing. The emblem leaves out the far islands and the sea around them. */
export const sizeOf = (detail: Detail): { width: number; height: number } =>
  detail === 'emblem' ? { width: viewBox.width, height: emblemHeight } : viewBox;

const rounded = (value: number): number => Math.round(value * 10) / 10;

/**
 * Dots, targets and names of cities.
 * @throws Error when a name finds no room: every city has to be readable where no script runs
 */
export const drawCities = (cities: readonly MapCity[], detail: Detail): DrawnCity[] => {
  const { width, height } = sizeOf(detail);
  const points = cities.map(({ coordinates }) => project(coordinates));
  const targets = spreadTargets(points, targetDiameter);
  const labels = placeLabels(
    cities.map(({ id, name }, index) => ({
      id,
      ...(points[index] as Point),
      width: estimatedWidth(name, fontSize),
    })),
    { height: fontSize * 1.1, dot: 7.5, within: { left: 0, top: 0, right: width, bottom: height } },
  );
  return cities.map(({ coordinates: _, ...city }, index) => {
    const [point, target] = [points[index] as Point, targets[index] as Point];
    const label = labels.find(({ id }) => id === city.id);
    if (!label) throw new Error(`The map has no room for the name of ${city.id}.`);
    return {
      ...city,
      x: rounded(point.x),
      y: rounded(point.y),
      target: { x: rounded(target.x), y: rounded(target.y), r: targetDiameter / 2 },
      text: { x: rounded(label.x), y: rounded(label.y), anchor: label.anchor },
    };
  });
};

/** SVG path data of the lines between neighbouring cities. */
export const networkPath = (cities: readonly Point[]): string =>
  neighbourLines(cities)
    .map(([from, to]) => {
      const [a, b] = [cities[from] as Point, cities[to] as Point];
      return `M${rounded(a.x)} ${rounded(a.y)}L${rounded(b.x)} ${rounded(b.y)}`;
    })
    .join('');
