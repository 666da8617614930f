import type { Point } from './projection.ts';

const distance = (a: Point, b: Point): number => Math.hypot(a.x - b.x, a.y - b.y);

/**
 * The lines that join neighbouring cities: two are joined unless a third is nearer to both than they are to each other
 * (relative neighbourhood graph, Toussaint 1980). It joins all cities, and no line crosses another.
 * @returns pairs of indexes into `points`
 */
export const neighbourLines = (points: readonly Point[]): [number, number][] =>
  points.flatMap((a, i) =>
    points.flatMap((b, j): [number, number][] =>
      j > i && !points.some((c, k) => k !== i && k !== j && Math.max(distance(a, c), distance(b, c)) < distance(a, b))
        ? [[i, j]]
        : [],
    ),
  );
