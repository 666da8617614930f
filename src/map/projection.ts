/** A position in decimal degrees (WGS84). */
export interface Position {
  lat: number;
  lon: number;
}

/** A point of the drawing, in units of its view box. */
export interface Point {
  x: number;
  y: number;
}

const radians = (degrees: number): number => (degrees * Math.PI) / 180;
const degrees = (angle: number): number => (angle * 180) / Math.PI;

/** Northing of a latitude on the spherical Mercator projection (EPSG:3857) with a radius of 1. */
const northing = (lat: number): number => Math.asinh(Math.tan(radians(lat)));

const WEST = 6.1;
const EAST = 19;
const NORTH = 47.4;

/** The drawing's size: every map of the site shows the whole of Italy in this box. */
export const viewBox = { width: 400, height: 528 } as const;

/** Units of the drawing for one radian. */
const SCALE = viewBox.width / radians(EAST - WEST);

/**
 * Draws a position. The projection is the web's spherical Mercator, so that an interactive map can lay itself over
 * the drawing point by point.
 */
export const project = ({ lat, lon }: Position): Point => ({
  x: radians(lon - WEST) * SCALE,
  y: (northing(NORTH) - northing(lat)) * SCALE,
});

/** The position of a point of the drawing: the inverse of `project`. */
export const unproject = ({ x, y }: Point): Position => ({
  lat: degrees(Math.atan(Math.sinh(northing(NORTH) - y / SCALE))),
  lon: WEST + degrees(x / SCALE),
});

const southEast = unproject({ x: viewBox.width, y: viewBox.height });

/** The corners of the drawing in decimal degrees. */
export const bounds = { north: NORTH, west: WEST, south: southEast.lat, east: southEast.lon } as const;

/** A coordinate of the drawing as exact as a page needs it: a tenth of a unit is about 260 m. */
export const rounded = (value: number): number => Math.round(value * 10) / 10;
