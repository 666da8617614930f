import { rounded, type Point } from './projection.ts';

const square = (a: Point, b: Point): number => (a.x - b.x) ** 2 + (a.y - b.y) ** 2;

/**
 * The lines that join neighbouring cities: two are joined unless a third lies in the circle that has them as its
 * diameter (Gabriel graph). It joins all cities, and no line crosses another.
 * @returns pairs of indexes into `points`
 */
export const neighbourLines = (points: readonly Point[]): [number, number][] =>
  points.flatMap((a, i) =>
    points.flatMap((b, j): [number, number][] =>
      j > i && !points.some((c, k) => k !== i && k !== j && square(a, c) + square(b, c) < square(a, b))
        ? [[i, j]]
        : [],
    ),
  );

/** SVG path data of the lines between neighbouring cities. */
export const networkPath = (cities: readonly Point[]): string =>
  neighbourLines(cities)
    .map(([from, to]) => {
      const [a, b] = [cities[from] as Point, cities[to] as Point];
      return `M${rounded(a.x)} ${rounded(a.y)}L${rounded(b.x)} ${rounded(b.y)}`;
    })
    .join('');
