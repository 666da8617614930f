import { estimatedWidth, placeLabels, type LabelRequest, type PlacedLabel } from './labels.ts';
import { project, rounded, viewBox, type Point, type Position } from './projection.ts';
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

/** Where the parts of a city stand, seen from its dot. */
export interface CityParts {
  target: Point & { r: number };
  /** Nothing where its name has no room. */
  text: (Point & { anchor: PlacedLabel['anchor'] }) | undefined;
}

/** A city with everything that its drawing needs, in units of the view box. */
export interface DrawnCity extends Omit<MapCity, 'coordinates'>, Point, CityParts {}

/** Size of the letters in units of the view box, for the narrowest screens; wider ones may only make them smaller. */
export const fontSize = 15.5;

/** A target of 24 px on a screen of 320 px, where a map is at least 284 px wide. */
export const targetDiameter = 34;

const emblemHeight = 464;

/** The view box of a drawing. The emblem leaves out the far islands and the sea around them. */
export const sizeOf = (detail: Detail): { width: number; height: number } =>
  detail === 'emblem' ? { width: viewBox.width, height: emblemHeight } : viewBox;

/**
 * Puts targets and names around dots.
 * @param dots in the order of their importance, with the length of their names
 * @param size of the drawing
 */
export const arrange = (
  dots: readonly LabelRequest[],
  size: { width: number; height: number },
): CityParts[] => {
  const targets = spreadTargets(dots, targetDiameter);
  const labels = placeLabels(dots, {
    height: fontSize * 1.1,
    dot: 7.5,
    within: { left: 0, top: 0, right: size.width, bottom: size.height },
  });
  return dots.map(({ id, x, y }, index) => {
    const target = targets[index] as Point;
    const label = labels.find((placed) => placed.id === id);
    return {
      target: { x: rounded(target.x - x), y: rounded(target.y - y), r: targetDiameter / 2 },
      text: label && { x: rounded(label.x - x), y: rounded(label.y - y), anchor: label.anchor },
    };
  });
};

/**
 * Dots, targets and names of cities, in the order of the cities. Where names are crowded, the cities of the edition
 * that is shown have theirs first.
 */
export const drawCities = (cities: readonly MapCity[], detail: Detail): DrawnCity[] => {
  const dots = cities.map(({ id, name, coordinates, lit }) => ({
    id,
    lit,
    ...project(coordinates),
    width: estimatedWidth(name, fontSize),
  }));
  const byImportance = dots.toSorted((a, b) => Number(b.lit) - Number(a.lit));
  const arranged = arrange(byImportance, sizeOf(detail));
  return cities.map(({ coordinates: _, ...city }, index) => {
    const dot = dots[index] as (typeof dots)[number];
    const parts = arranged[byImportance.indexOf(dot)] as CityParts;
    return { ...city, x: rounded(dot.x), y: rounded(dot.y), ...parts };
  });
};
