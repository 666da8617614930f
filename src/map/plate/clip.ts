import type { Point } from '../projection.ts';

/** A rectangle of the drawing. */
export interface Frame {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

type Ring = readonly (readonly number[])[];

/** One side of a frame: which points lie on its inner side, and where a line crosses it. */
interface Side {
  inside: (x: number, y: number) => boolean;
  cross: (x1: number, y1: number, x2: number, y2: number) => [number, number];
}

const sidesOf = ({ left, top, right, bottom }: Frame): Side[] => {
  const atX =
    (x: number): Side['cross'] =>
    (x1, y1, x2, y2) => [x, y1 + ((y2 - y1) * (x - x1)) / (x2 - x1)];
  const atY =
    (y: number): Side['cross'] =>
    (x1, y1, x2, y2) => [x1 + ((x2 - x1) * (y - y1)) / (y2 - y1), y];
  return [
    { inside: (x) => x >= left, cross: atX(left) },
    { inside: (x) => x <= right, cross: atX(right) },
    { inside: (_x, y) => y >= top, cross: atY(top) },
    { inside: (_x, y) => y <= bottom, cross: atY(bottom) },
  ];
};

/**
 * The part of a ring that lies inside a frame, as a closed ring (Sutherland–Hodgman). Where the ring leaves the frame,
 * the result runs along its edge: good for a ground that is filled and has no outline.
 * @param ring `[x, y]` pairs; the last may repeat the first
 * @returns a closed ring whose last pair repeats the first; empty where nothing of it is inside
 */
export const clipRing = (ring: Ring, frame: Frame): number[][] => {
  let points: number[][] = ring.slice(0, -1).map(([x = 0, y = 0]) => [x, y]);
  for (const { inside, cross } of sidesOf(frame)) {
    points = points.flatMap(([x = 0, y = 0], index) => {
      const [fromX = 0, fromY = 0] = points.at(index - 1) as number[];
      const [isIn, wasIn] = [inside(x, y), inside(fromX, fromY)];
      if (isIn && wasIn) return [[x, y]];
      if (isIn) return [cross(fromX, fromY, x, y), [x, y]];
      return wasIn ? [cross(fromX, fromY, x, y)] : [];
    });
  }
  return points.length < 3 ? [] : [...points, points[0] as number[]];
};

/**
 * Where a line from a point inside a frame to any other point leaves the frame.
 * @returns the other point itself where the line stays inside, and how much of the line is inside, from 0 to 1
 */
export const leaves = (from: Point, to: Point, frame: Frame): Point & { share: number } => {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const share = Math.min(
    1,
    dx > 0 ? (frame.right - from.x) / dx : dx < 0 ? (frame.left - from.x) / dx : 1,
    dy > 0 ? (frame.bottom - from.y) / dy : dy < 0 ? (frame.top - from.y) / dy : 1,
  );
  return { x: from.x + dx * share, y: from.y + dy * share, share };
};
