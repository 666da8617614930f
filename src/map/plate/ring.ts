import { rounded, type Point } from '../projection.ts';

/** An arc of the ring: one area of action. */
export interface PlateArc {
  area: string;
  hue: string;
  lit: boolean;
  /** SVG path data. */
  path: string;
}

/** A tick outside the ring: one activity. */
export interface PlateTick {
  area: string;
  hue: string;
  from: Point;
  to: Point;
}

/** Degrees that part two arcs. */
const GAP = 22;

/** Ticks of one area stand at most so far apart, in degrees. */
const TICK_STEP = 13;

const onCircle = (centre: Point, radius: number, degrees: number): Point => {
  const angle = (degrees * Math.PI) / 180;
  return {
    x: rounded(centre.x + radius * Math.cos(angle)),
    y: rounded(centre.y + radius * Math.sin(angle)),
  };
};

/** The middle of an area's arc in degrees, clockwise from the right: the first at the top, the others after the clock. */
const middleOf = (index: number, count: number): number => -90 + (360 / count) * index;

interface RingArea {
  id: string;
  hue: string;
  lit: boolean;
  activities: number;
}

/**
 * One arc for each area, each in its fixed place.
 * @param radius in the units of the drawing
 */
export const arcsOf = (centre: Point, radius: number, areas: readonly RingArea[]): PlateArc[] =>
  areas.map(({ id, hue, lit }, index) => {
    const middle = middleOf(index, areas.length);
    const half = (360 / areas.length - GAP) / 2;
    const from = onCircle(centre, radius, middle - half);
    const to = onCircle(centre, radius, middle + half);
    const size = rounded(radius);
    const large = half > 90 ? 1 : 0;
    return {
      ...{ area: id, hue, lit },
      path: `M${from.x} ${from.y}A${size} ${size} 0 ${large} 1 ${to.x} ${to.y}`,
    };
  });

/** One tick for each activity, outside the arc of its area. */
export const ticksOf = (centre: Point, radius: number, areas: readonly RingArea[]): PlateTick[] =>
  areas.flatMap(({ id, hue, activities }, index) => {
    const middle = middleOf(index, areas.length);
    const room = 360 / areas.length - GAP;
    const step = Math.min(TICK_STEP, room / Math.max(1, activities - 1));
    return Array.from({ length: activities }, (_, tick) => {
      const angle = middle + (tick - (activities - 1) / 2) * step;
      return {
        ...{ area: id, hue },
        from: onCircle(centre, radius * 1.28, angle),
        to: onCircle(centre, radius * 1.56, angle),
      };
    });
  });
