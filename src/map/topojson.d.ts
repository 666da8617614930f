/** The parts of the TopoJSON packages that are used here; the packages bring no types. */
declare module 'topojson-client' {
  import type { MultiLineString, MultiPolygon, Polygon } from 'geojson';

  export interface TopologyArea {
    type: 'Polygon' | 'MultiPolygon';
    id: string;
    arcs: unknown[];
  }
  export interface Topology {
    type: 'Topology';
    arcs: number[][][];
    objects: Record<string, { type: 'GeometryCollection'; geometries: TopologyArea[] }>;
    transform?: { scale: number[]; translate: number[] };
  }
  export function feature(topology: Topology, object: TopologyArea): { geometry: Polygon | MultiPolygon };
  export function merge(topology: Topology, areas: readonly TopologyArea[]): MultiPolygon;
  export function mergeArcs(topology: Topology, areas: readonly TopologyArea[]): TopologyArea;
  export function mesh(
    topology: Topology,
    object: Topology['objects'][string],
    filter?: (a: TopologyArea, b: TopologyArea) => boolean,
  ): MultiLineString;
  export function quantize(topology: Topology, levels: number): Topology;
}

declare module 'topojson-simplify' {
  import type { Topology } from 'topojson-client';

  type Triangle = [number[], number[], number[]];
  export function presimplify(topology: Topology, weight?: (triangle: Triangle) => number): Topology;
  export function simplify(topology: Topology, minWeight: number): Topology;
  export function planarTriangleArea(triangle: Triangle): number;
  type KeepsRing = (ring: unknown, interior: boolean) => boolean;
  export function filter(topology: Topology, keep: KeepsRing): Topology;
  export function filterWeight(
    topology: Topology,
    minWeight: number,
    weight: (ring: number[][]) => number,
  ): KeepsRing;
  export function planarRingArea(ring: number[][]): number;
}
