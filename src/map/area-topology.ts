import type { MultiPolygon, Polygon, Topology } from 'topojson-specification';

/** An area with its id: a province or a region. */
export type Area = (Polygon | MultiPolygon) & { id: string };

/** A topology whose one object is a collection of areas. */
export type AreaTopology<Name extends string> = Topology<
  Record<Name, { type: 'GeometryCollection'; geometries: Area[] }>
>;
