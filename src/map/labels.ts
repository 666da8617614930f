import type { Point } from './projection.ts';

/** A rectangle of the drawing. */
interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** A place that wants its name beside it. */
export interface LabelRequest extends Point {
  id: string;
  /** Length of the name, in the same units as `x` and `y`. */
  width: number;
}

export interface LabelOptions {
  /** Height of a line of text. */
  height: number;
  /** Radius that every dot keeps free. */
  dot: number;
  /** The drawing's edges: no name leaves them. */
  within: Box;
}

/** Where a name stands; `anchor` is the `text-anchor` of SVG for a text that runs from left to right. */
export interface PlacedLabel extends Point {
  id: string;
  anchor: 'start' | 'middle' | 'end';
}

/** Sides of a dot in the order that readers expect a name there: `[horizontal, vertical]`. */
const sides = [
  [1, 0],
  [-1, 0],
  [0, -1],
  [0, 1],
  [1, -0.75],
  [-1, -0.75],
  [1, 0.75],
  [-1, 0.75],
] as const;

const anchors = { '-1': 'end', '0': 'middle', '1': 'start' } as const;

/**
 * Puts names beside their dots so that no name covers another name or a dot. A name for which there is no room is left
 * out, those that come last in the list first.
 * @param requests the dots, the most important first
 * @returns the names that have room, in the order of the requests
 */
export const placeLabels = (requests: readonly LabelRequest[], options: LabelOptions): PlacedLabel[] => {
  const dots = requests.map(({ x, y }) => around({ x, y }, options.dot));
  const candidates = requests.map((request, own) =>
    sides
      .map((side) => candidate(request, side, options))
      .filter(
        ({ box }) =>
          inside(box, options.within) && !dots.some((dot, index) => index !== own && overlap(box, dot)),
      ),
  );

  // Every name takes the first side that is free; a second round lets it come back to a better one.
  const chosen: (Candidate | undefined)[] = candidates.map(() => undefined);
  for (let round = 0; round < 4; round += 1) {
    for (const [own, options] of candidates.entries()) {
      const taken = chosen.filter((other, index) => other && index !== own) as Candidate[];
      const free = options.find(({ box }) => !taken.some((other) => overlap(box, other.box)));
      chosen[own] = free ?? makeRoom(own, candidates, chosen);
    }
  }
  return chosen.flatMap((label) => (label ? [label.label] : []));
};

interface Candidate {
  box: Box;
  label: PlacedLabel;
}

/**
 * A side for a name that finds all its sides taken, if the names in the way can step aside.
 * Only names that come later in the list give up their side.
 */
const makeRoom = (
  own: number,
  candidates: readonly Candidate[][],
  chosen: (Candidate | undefined)[],
): Candidate | undefined => {
  for (const wish of candidates[own] ?? []) {
    const inTheWay = chosen.flatMap((other, index) =>
      other && index !== own && overlap(wish.box, other.box) ? [index] : [],
    );
    const moves = inTheWay.map((index) => {
      const others = chosen.filter(
        (other, position) => other && position !== index && position !== own,
      ) as Candidate[];
      return candidates[index]?.find(
        ({ box }) => ![wish, ...others].some((other) => overlap(box, other.box)),
      );
    });
    const independent = moves.every(
      (move, index) =>
        move && moves.every((other, at) => at === index || !other || !overlap(move.box, other.box)),
    );
    if (independent || inTheWay.every((index) => index > own)) {
      for (const [position, index] of inTheWay.entries()) chosen[index] = moves[position];
      return wish;
    }
  }
  return undefined;
};

const candidate = (
  { id, x, y, width }: LabelRequest,
  [horizontal, vertical]: (typeof sides)[number],
  { height, dot }: LabelOptions,
): Candidate => {
  // Beside a dot a name keeps its distance; above and below, the line's own height does.
  const label = {
    id,
    x: x + horizontal * (vertical === 0 ? dot : dot * 0.7),
    y: y + vertical * (dot * 0.6 + height / 2),
    anchor: anchors[`${horizontal}`],
  };
  const left = label.x - (horizontal === 0 ? width / 2 : horizontal === -1 ? width : 0);
  return {
    label,
    box: { left, top: label.y - height / 2, right: left + width, bottom: label.y + height / 2 },
  };
};

const around = ({ x, y }: Point, radius: number): Box => ({
  left: x - radius,
  top: y - radius,
  right: x + radius,
  bottom: y + radius,
});

const overlap = (a: Box, b: Box): boolean =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

const inside = (a: Box, b: Box): boolean =>
  a.left >= b.left && a.top >= b.top && a.right <= b.right && a.bottom <= b.bottom;

/**
 * Rough length of a name before a browser has measured it: generous, so that what fits here fits on the page.
 * @param fontSize in the units of the drawing
 */
export const estimatedWidth = (name: string, fontSize: number): number => [...name].length * fontSize * 0.64;
