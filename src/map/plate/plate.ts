import { estimatedWidth } from '../labels.ts';
import { project, rounded, type Point, type Position } from '../projection.ts';
import { regionsWithin } from '../regions.ts';
import { leaves, type Frame } from './clip.ts';
import { placeNames, type PlacedName } from './names.ts';
import { arcsOf, ticksOf, type PlateArc, type PlateTick } from './ring.ts';

/** What a plate is drawn from: true data of one city, and nothing else. */
export interface PlateData {
  coordinates: Position;
  /** Id of its region. */
  region: string;
  /** The areas of action in their fixed order: whether the sources tell of the city in them, and of how many activities. */
  areas: readonly { id: string; hue: string; lit: boolean; activities: number }[];
  /** Its nearest cities, the nearest first, with the words that stand beside each. */
  near: readonly { coordinates: Position; label: string; lang?: string | undefined }[];
}

/** How much of Italy a plate shows: everything in units of the maps' view box, one of which is about 2.7 km. */
export interface PlateCrop {
  /** Wanted proportion of width to height. */
  ratio: number;
  /** Width in units; about 570 km where nothing is said. */
  width?: number;
  /** Where the city stands in the frame, from 0 (start) to 1 (end); the middle where nothing is said. */
  at?: Point;
  /** Size of the letters in units. */
  letters?: number;
  /** The part of the picture in which names stand, as shares of it: all but a narrow edge where nothing is said. */
  names?: Frame;
}

/** A thread from the city to one of its nearest. */
export interface PlateThread {
  from: Point;
  to: Point;
  /** Whether the other city lies in the frame, and so has a dot. */
  dot: boolean;
}

/** A plate, ready to be written as SVG. All lengths are in units of its own view box, which begins at 0. */
export interface Plate {
  width: number;
  height: number;
  letters: number;
  /** SVG path data of the ground, and of the city's own region that lies over it. */
  land: string;
  region: string;
  threads: PlateThread[];
  names: PlacedName[];
  city: Point;
  arcs: PlateArc[];
  ticks: PlateTick[];
}

/** Width of a plate's ground: about 570 km in the middle of Italy. */
const GROUND = 214;

/** The ring's radius and what is outside it, as shares of the plate's shorter side. */
const RING = 0.085;

/**
 * The picture of a city: its stretch of Italy, threads to its nearest cities, and around it a ring of one arc an area
 * of action, coloured and thick where the sources tell of the city in it, with a tick for each activity outside it.
 * The same data always give the same plate, and two cities never the same one.
 */
export const drawPlate = (data: PlateData, crop: PlateCrop): Plate => {
  const width = crop.width ?? GROUND;
  const height = width / crop.ratio;
  const letters = crop.letters ?? width / 26;
  const { x: atX, y: atY } = crop.at ?? { x: 0.5, y: 0.5 };
  const centre = project(data.coordinates);
  const origin = { x: centre.x - width * atX, y: centre.y - height * atY };
  const frame: Frame = {
    left: origin.x,
    top: origin.y,
    right: origin.x + width,
    bottom: origin.y + height,
  };
  const own = (point: Point): Point => ({ x: rounded(point.x - origin.x), y: rounded(point.y - origin.y) });
  const city = own(centre);
  const radius = Math.min(width, height) * RING;
  const arcs = arcsOf(city, radius, data.areas);
  const ticks = ticksOf(city, radius, data.areas);

  const edge = letters * 0.4;
  const inset: Frame = { left: 0, top: 0, right: width, bottom: height };
  const threads = data.near.map(({ coordinates }): PlateThread => {
    const end = own(project(coordinates));
    const { x, y, share } = leaves(city, end, inset);
    return { from: city, to: { x: rounded(x), y: rounded(y) }, dot: share === 1 };
  });
  const names = placeNames(
    data.near.map(({ label, lang }, index) => ({
      label,
      lang,
      thread: threads[index] as PlateThread,
      width: estimatedWidth(label, letters) * 0.9,
    })),
    {
      city,
      keepFree: radius * 1.75,
      letters,
      frame: {
        left: crop.names ? crop.names.left * width : edge,
        right: crop.names ? crop.names.right * width : width - edge,
        top: crop.names ? crop.names.top * height : edge,
        bottom: crop.names ? crop.names.bottom * height : height - edge,
      },
      ...(crop.names && { reach: letters * 1.5 }),
    },
  );
  const { region, country } = regionsWithin('map', data.region, frame, origin);
  return {
    width: rounded(width),
    height: rounded(height),
    letters: rounded(letters),
    ...{ land: country, region, threads, names, city, arcs, ticks },
  };
};
