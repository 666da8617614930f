import { rounded, type Point } from '../projection.ts';
import type { Frame } from './clip.ts';

/** A name that wants a place beside the end of its thread. */
export interface NameRequest {
  label: string;
  lang?: string | undefined;
  thread: { from: Point; to: Point; dot: boolean };
  /** Generous length of the words, in units. */
  width: number;
}

/** Words where they stand; `anchor` is the `text-anchor` of SVG for a text that runs from left to right. */
export interface PlacedName extends Point {
  label: string;
  lang?: string | undefined;
  anchor: 'start' | 'middle' | 'end';
}

interface Surroundings {
  city: Point;
  /** Radius around the city that no name enters. */
  keepFree: number;
  letters: number;
  /** Where names may stand. */
  frame: Frame;
  /** How far from its own thread a name may stand; it is left out where it would be farther. */
  reach?: number;
}

type Candidate = Point & { anchor: PlacedName['anchor'] };

/** Shares of a thread at which a name may stand when the other city is not in the picture, the farthest first. */
const ALONG = [0.94, 0.86, 0.78, 0.7, 0.62, 0.54] as const;

/** How many letters farther from its end a name may stand to keep off a thread. */
const CROSSING = 3;

const around = (dot: Point, letters: number): Candidate[] => {
  const [aside, above] = [letters * 0.65, letters * 0.95];
  return [
    { x: dot.x + aside, y: dot.y, anchor: 'start' },
    { x: dot.x - aside, y: dot.y, anchor: 'end' },
    { x: dot.x, y: dot.y + above, anchor: 'middle' },
    { x: dot.x, y: dot.y - above, anchor: 'middle' },
    { x: dot.x + aside * 0.6, y: dot.y + above, anchor: 'start' },
    { x: dot.x - aside * 0.6, y: dot.y + above, anchor: 'end' },
    { x: dot.x + aside * 0.6, y: dot.y - above, anchor: 'start' },
    { x: dot.x - aside * 0.6, y: dot.y - above, anchor: 'end' },
  ];
};

const along = ({ from, to }: NameRequest['thread'], letters: number): Candidate[] =>
  ALONG.flatMap((share): Candidate[] => {
    const x = from.x + (to.x - from.x) * share;
    const y = from.y + (to.y - from.y) * share;
    return [
      { x: x + letters * 0.5, y, anchor: 'start' },
      { x: x - letters * 0.5, y, anchor: 'end' },
      { x, y: y + letters, anchor: 'middle' },
      { x, y: y - letters, anchor: 'middle' },
    ];
  });

/** Places around the ring for a city so near that its dot lies inside it: those on its own side first. */
const besideRing = (
  { from, to }: NameRequest['thread'],
  { keepFree, letters }: Surroundings,
): Candidate[] => {
  const direction = Math.atan2(to.y - from.y, to.x - from.x);
  const turns = [0, 0.35, -0.35, 0.7, -0.7, 1.05, -1.05, 1.4, -1.4];
  return turns.map((turn): Candidate => {
    const [dx, dy] = [Math.cos(direction + turn), Math.sin(direction + turn)];
    const reach = keepFree + letters * 0.65;
    // The edge of the free square in this direction, not of a circle: names are kept out of the square.
    const scale = reach / Math.max(Math.abs(dx), Math.abs(dy));
    const anchor = Math.abs(dx) < 0.7 ? 'middle' : dx > 0 ? 'start' : 'end';
    return { x: from.x + dx * scale, y: from.y + dy * scale, anchor };
  });
};

const boxOf = ({ x, y, anchor }: Candidate, width: number, letters: number): Frame => {
  const left = anchor === 'start' ? x : anchor === 'end' ? x - width : x - width / 2;
  return { left, top: y - letters * 0.6, right: left + width, bottom: y + letters * 0.6 };
};

/** The candidate moved along its line until it stands in the frame. */
const movedInto = (frame: Frame, candidate: Candidate, width: number, letters: number): Candidate => {
  const { left, right } = boxOf(candidate, width, letters);
  const shift = Math.max(frame.left - left, 0) - Math.max(right - frame.right, 0);
  return { ...candidate, x: candidate.x + shift };
};

const widened = ({ left, top, right, bottom }: Frame, by: number): Frame => ({
  left: left - by,
  top: top - by,
  right: right + by,
  bottom: bottom + by,
});

const overlap = (a: Frame, b: Frame): boolean =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

const within = (box: Frame, frame: Frame): boolean =>
  box.left >= frame.left && box.right <= frame.right && box.top >= frame.top && box.bottom <= frame.bottom;

/** Whether a line touches a box: sampled, which is enough for lines many times longer than a box is high. */
const touches = ({ from, to }: NameRequest['thread'], box: Frame): boolean =>
  Array.from({ length: 41 }, (_, step) => step / 40).some((share) => {
    const x = from.x + (to.x - from.x) * share;
    const y = from.y + (to.y - from.y) * share;
    return x > box.left && x < box.right && y > box.top && y < box.bottom;
  });

/**
 * Puts each name beside the end of its thread: it stays in the frame, covers no other name and no dot, and keeps clear
 * of the ring, and off the threads where it can. One for which there is no room at all is left out (the words beside the
 * picture say it).
 */
export const placeNames = (requests: readonly NameRequest[], surroundings: Surroundings): PlacedName[] => {
  const { city, keepFree, letters, frame, reach } = surroundings;
  const ring: Frame = {
    left: city.x - keepFree,
    top: city.y - keepFree,
    right: city.x + keepFree,
    bottom: city.y + keepFree,
  };
  const dotOf = ({ thread: { to } }: NameRequest): Frame =>
    widened({ left: to.x, top: to.y, right: to.x, bottom: to.y }, letters * 0.4);
  const dots = requests.filter(({ thread }) => thread.dot);
  const taken: Frame[] = [];
  return requests.flatMap((request) => {
    const { label, lang, thread, width } = request;
    const candidates = [
      ...(thread.dot ? around(thread.to, letters) : along(thread, letters)),
      ...besideRing(thread, surroundings),
    ];
    const fitting = (places: readonly Candidate[], beside = dots.filter((other) => other !== request)) =>
      places
        .map((candidate) => ({ candidate, box: boxOf(candidate, width, letters) }))
        .filter(
          ({ box }) =>
            within(box, frame) &&
            (reach === undefined || touches(thread, widened(box, reach))) &&
            !overlap(box, ring) &&
            ![...beside.map(dotOf), ...taken].some((other) => overlap(box, other)),
        );
    const asTheyAre = fitting(candidates);
    const free =
      asTheyAre.length > 0
        ? asTheyAre
        : fitting(
            candidates.map((candidate) => movedInto(frame, candidate, width, letters)),
            dots,
          );
    // Near the end of its own thread, and off the other threads where that costs little.
    const cost = ({ candidate, box }: (typeof free)[number]): number =>
      Math.hypot(candidate.x - thread.to.x, candidate.y - thread.to.y) / letters +
      requests.filter((other) => touches(other.thread, box)).length * CROSSING;
    const [best] = free.toSorted((one, other) => cost(one) - cost(other));
    if (!best) return [];
    taken.push(best.box);
    const { x, y, anchor } = best.candidate;
    return [{ label, lang, x: rounded(x), y: rounded(y), anchor }];
  });
};
