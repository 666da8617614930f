import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { drawCities, targetDiameter, type MapCity } from '../../src/map/drawing.ts';
import { placeLabels } from '../../src/map/labels.ts';
import { neighbourLines, networkPath } from '../../src/map/network.ts';
import { bounds, project, unproject, viewBox, type Point } from '../../src/map/projection.ts';
import {
  bordersPath,
  countryPath,
  drawnRegions,
  regionPath,
  regionPolygons,
  type Detail,
} from '../../src/map/regions.ts';
import { spreadTargets } from '../../src/map/targets.ts';
import { regionIds } from '../../src/schemas/city.ts';
import { recordedCities as cities } from './recorded-cities.ts';

const mapCities: MapCity[] = cities.map(({ id, name, coordinates }) => ({
  id,
  name,
  coordinates,
  href: `/citta/${id}/`,
  lit: true,
}));

/** Whether a point lies inside a ring: an odd number of crossings to its left. */
const contains = (ring: number[][], { x, y }: Point): boolean =>
  ring.filter(([x1, y1], index) => {
    const [x2, y2] = ring[(index + 1) % ring.length] as [number, number];
    return y1! > y !== y2 > y && x < ((x2 - x1!) * (y - y1!)) / (y2 - y1!) + x1!;
  }).length %
    2 ===
  1;

const regionsAt = (detail: Detail, point: Point): string[] =>
  drawnRegions(detail).filter((region) =>
    regionPolygons(detail, region).some(([outer]) => contains(outer as number[][], point)),
  );

describe.each(['emblem', 'map'] as const)('the outlines of the %s', (detail) => {
  test('are the twenty regions', () => {
    expect(drawnRegions(detail).toSorted()).toEqual([...regionIds].toSorted());
  });

  // Venice stands in its lagoon, which outlines of this size leave to the sea.
  const ashore = cities.filter(({ name }) => name !== 'Venezia');
  test.each(ashore.map(({ name, region, coordinates }) => [name, region, coordinates] as const))(
    'have %s on the land of %s',
    (_name, region, coordinates) => {
      expect(regionsAt(detail, project(coordinates))).toEqual([region]);
    },
  );

  test('have the open sea outside', () => {
    expect(regionsAt(detail, project({ lat: 43.5, lon: 15 }))).toEqual([]);
    expect(regionsAt(detail, project({ lat: 39.7, lon: 11.5 }))).toEqual([]);
  });

  test('stay inside the drawing', () => {
    for (const region of drawnRegions(detail)) {
      for (const [x, y] of regionPolygons(detail, region).flat(2) as unknown as [number, number][]) {
        expect(x).toBeGreaterThan(0);
        expect(x).toBeLessThan(viewBox.width);
        expect(y).toBeGreaterThan(0);
        expect(y).toBeLessThan(viewBox.height);
      }
    }
  });

  test('name their source and licence and weigh at most 12 kB', () => {
    const file = readFileSync(`src/map/regions.${detail}.topo.json`);
    const { source, licence } = JSON.parse(file.toString()) as { source: string; licence: string };
    expect(source).toContain('Natural Earth');
    expect(licence).toContain('public domain');
    expect(gzipSync(file).length).toBeLessThanOrEqual(12_000);
  });
});

test('path data closes areas and only areas', () => {
  expect(countryPath('emblem')).toMatch(/^M[\d.]+ [\d.]+l.*z$/);
  expect(regionPath('map', 'sicilia')).toMatch(/^M.*z$/);
  expect(bordersPath('map')).not.toContain('z');
  expect(() => regionPath('map', 'atlantide')).toThrow(RangeError);
});

test('the projection is the web’s: its inverse brings every city back', () => {
  for (const { coordinates } of cities) {
    const back = unproject(project(coordinates));
    expect(back.lat).toBeCloseTo(coordinates.lat, 9);
    expect(back.lon).toBeCloseTo(coordinates.lon, 9);
  }
  expect(project({ lat: bounds.north, lon: bounds.west })).toEqual({ x: 0, y: 0 });
  const corner = project({ lat: bounds.south, lon: bounds.east });
  expect(corner.x).toBeCloseTo(viewBox.width, 9);
  expect(corner.y).toBeCloseTo(viewBox.height, 9);
});

describe('names', () => {
  const options = { height: 16, dot: 6, within: { left: 0, top: 0, right: 400, bottom: 400 } };

  test('stand to the right where there is room, to the left at the right edge', () => {
    const [alone, edge] = placeLabels(
      [
        { id: 'alone', x: 100, y: 100, width: 50 },
        { id: 'edge', x: 390, y: 200, width: 50 },
      ],
      options,
    );
    expect(alone).toMatchObject({ id: 'alone', anchor: 'start', y: 100 });
    expect(edge).toMatchObject({ id: 'edge', anchor: 'end', y: 200 });
  });

  test('of two cities side by side do not cover each other', () => {
    const [first, second] = placeLabels(
      [
        { id: 'caserta', x: 100, y: 100, width: 60 },
        { id: 'napoli', x: 99, y: 108, width: 50 },
      ],
      options,
    );
    expect(first && second).toBeTruthy();
    const boxes = [first, second].map((label) => {
      const width = label?.id === 'caserta' ? 60 : 50;
      const left = label!.x - (label?.anchor === 'end' ? width : label?.anchor === 'middle' ? width / 2 : 0);
      return { left, right: left + width, top: label!.y - 8, bottom: label!.y + 8 };
    });
    const [a, b] = boxes as [(typeof boxes)[number], (typeof boxes)[number]];
    expect(a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom).toBe(false);
  });

  test('without room are left out, the last of the list first', () => {
    const crowd = Array.from({ length: 30 }, (_, index) => ({
      id: String(index),
      x: 200 + (index % 6) * 4,
      y: 200 + Math.floor(index / 6) * 4,
      width: 80,
    }));
    const placed = placeLabels(crowd, { ...options, dot: 1 });
    expect(placed.length).toBeGreaterThan(0);
    expect(placed.length).toBeLessThan(30);
    expect(placed[0]?.id).toBe('0');
  });
});

describe.each(['emblem', 'map'] as const)('the cities on the %s', (detail) => {
  const drawn = drawCities(mapCities, detail);

  test('have a target each that keeps clear of the others and holds the dot', () => {
    for (const [index, city] of drawn.entries()) {
      expect(Math.hypot(city.target.x, city.target.y)).toBeLessThan(targetDiameter / 2);
      for (const other of drawn.slice(index + 1)) {
        const distance = Math.hypot(
          city.x + city.target.x - other.x - other.target.x,
          city.y + city.target.y - other.y - other.target.y,
        );
        expect(distance, `${city.id} and ${other.id}`).toBeGreaterThan(targetDiameter - 0.3);
      }
    }
  });

  test('leave out names that have no room, those of other editions first', () => {
    const crowd = Array.from({ length: 40 }, (_, index) => ({
      ...mapCities[0]!,
      id: String(index),
      name: 'Castellammare',
      lit: index === 39,
    }));
    const drawn = drawCities(crowd, detail);
    expect(drawn.map(({ id }) => id)).toEqual(crowd.map(({ id }) => id));
    expect(drawn.at(-1)?.text).toBeDefined();
    expect(drawn.filter(({ text }) => !text).length).toBeGreaterThan(20);
  });
});

test('targets in the same place are still moved apart', () => {
  const [a, b] = spreadTargets(
    [
      { x: 5, y: 5 },
      { x: 5, y: 5 },
    ],
    10,
  ) as [Point, Point];
  expect(Math.hypot(a.x - b.x, a.y - b.y)).toBeCloseTo(10, 1);
});

describe('the lines of the network', () => {
  test('skip a pair that has a city between them', () => {
    const row = [0, 10, 20].map((x) => ({ x, y: 0 }));
    expect(neighbourLines(row)).toEqual([
      [0, 1],
      [1, 2],
    ]);
  });

  test('join all cities into one network', () => {
    const points = cities.map(({ coordinates }) => project(coordinates));
    const lines = neighbourLines(points);
    const reached = new Set([0]);
    for (let round = 0; round < points.length; round += 1) {
      for (const [from, to] of lines) {
        if (reached.has(from) || reached.has(to)) reached.add(from).add(to);
      }
    }
    expect(reached.size).toBe(cities.length);
  });

  test('of no city are no line', () => {
    expect(networkPath([])).toBe('');
  });
});
