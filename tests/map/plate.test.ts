import { brotliCompressSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { distanceKm } from '../../src/lib/distance.ts';
import { estimatedWidth } from '../../src/map/labels.ts';
import { clipRing, leaves } from '../../src/map/plate/clip.ts';
import { drawPlate, type Plate, type PlateData } from '../../src/map/plate/plate.ts';
import { recordedCities as cities, type RecordedCity } from './recorded-cities.ts';

const areas = (lit: readonly number[], activities: readonly number[]): PlateData['areas'] =>
  ['civic', 'care', 'housing'].map((id, index) => ({
    id,
    hue: id,
    lit: lit.includes(index),
    activities: activities[index] ?? 0,
  }));

const dataOf = (city: RecordedCity, ring: PlateData['areas'] = areas([], [])): PlateData => ({
  coordinates: city.coordinates,
  region: city.region,
  areas: ring,
  near: cities
    .filter(({ id }) => id !== city.id)
    .map(({ name, coordinates }) => ({ name, coordinates, km: distanceKm(city.coordinates, coordinates) }))
    .sort((a, b) => a.km - b.km)
    .slice(0, 3)
    .map(({ name, coordinates, km }) => ({ coordinates, label: `${name} ${Math.round(km)} km` })),
});

const palermo = cities.find(({ id }) => id === 'palermo') as RecordedCity;
const plateOf = (city: RecordedCity, ring?: PlateData['areas']): Plate =>
  drawPlate(dataOf(city, ring), { ratio: 4 / 3 });

const boxOf = ({ x, y, anchor, label }: Plate['names'][number], letters: number) => {
  const width = estimatedWidth(label, letters) * 0.8;
  const left = anchor === 'start' ? x : anchor === 'end' ? x - width : x - width / 2;
  return { left, right: left + width, top: y - letters / 2, bottom: y + letters / 2 };
};

describe.each(cities)('the plate of $name', (city) => {
  const plate = plateOf(city);
  const boxes = plate.names.map((name) => boxOf(name, plate.letters));

  test('names its three nearest cities, inside the picture', () => {
    expect(plate.threads).toHaveLength(3);
    expect(plate.names).toHaveLength(3);
    for (const { left, right, top, bottom } of boxes) {
      expect(Math.min(left, top)).toBeGreaterThanOrEqual(0);
      expect(right).toBeLessThanOrEqual(plate.width);
      expect(bottom).toBeLessThanOrEqual(plate.height);
    }
  });

  test('has no name over another', () => {
    const pairs = boxes.flatMap((a, index) => boxes.slice(index + 1).map((b) => [a, b] as const));
    for (const [a, b] of pairs)
      expect(a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom).toBe(false);
  });

  test('shows its region, and weighs little in a page', () => {
    expect(plate.region).toMatch(/^M/);
    expect(brotliCompressSync(plate.land + plate.region).length).toBeLessThan(1600);
  });
});

test('no two cities have the same plate', () => {
  expect(new Set(cities.map((city) => JSON.stringify(plateOf(city)))).size).toBe(cities.length);
});

test('the same data give the same plate', () => {
  expect(plateOf(palermo)).toEqual(plateOf(palermo));
});

test('an area has its fixed place in the ring, lit or not', () => {
  const none = plateOf(palermo, areas([], []));
  const one = plateOf(palermo, areas([1], []));
  expect(one.arcs.map(({ path }) => path)).toEqual(none.arcs.map(({ path }) => path));
  expect(one.arcs.map(({ lit }) => lit)).toEqual([false, true, false]);
});

test.each([
  ['no activity', [0, 0, 0], 0],
  ['two of care', [0, 2, 0], 2],
  ['many of all', [9, 4, 12], 25],
])('%s: as many ticks', (_, activities, ticks) => {
  const plate = plateOf(palermo, areas([0, 1, 2], activities));
  expect(plate.ticks).toHaveLength(ticks);
  expect(new Set(plate.ticks.map(({ from }) => JSON.stringify(from))).size).toBe(ticks);
});

test('a city that is far away has a thread to the edge and no dot', () => {
  const milan = { coordinates: { lat: 45.46, lon: 9.19 }, label: 'Milano 885 km' };
  const [thread] = drawPlate({ ...dataOf(palermo), near: [milan] }, { ratio: 4 / 3 }).threads;
  expect(thread?.dot).toBe(false);
  expect(thread?.to.y).toBe(0);
});

test.each([
  [
    'inside',
    [
      [2, 2],
      [4, 2],
      [4, 4],
      [2, 2],
    ],
    [
      [2, 2],
      [4, 2],
      [4, 4],
      [2, 2],
    ],
  ],
  [
    'outside',
    [
      [20, 2],
      [24, 2],
      [24, 4],
      [20, 2],
    ],
    [],
  ],
  [
    'half in',
    [
      [8, 2],
      [12, 2],
      [12, 4],
      [8, 4],
      [8, 2],
    ],
    [
      [10, 4],
      [8, 4],
      [8, 2],
      [10, 2],
      [10, 4],
    ],
  ],
  [
    'around it',
    [
      [-5, -5],
      [15, -5],
      [15, 15],
      [-5, 15],
      [-5, -5],
    ],
    [
      [0, 0],
      [10, 0],
      [10, 10],
      [0, 10],
      [0, 0],
    ],
  ],
])('a ring %s is clipped to the frame', (_, ring, expected) => {
  const clipped = clipRing(ring, { left: 0, top: 0, right: 10, bottom: 10 });
  const sorted = (points: number[][]): string[] => [...new Set(points.map(String))].sort();
  expect(sorted(clipped)).toEqual(sorted(expected));
});

test.each([
  ['stays', { x: 6, y: 6 }, { x: 6, y: 6, share: 1 }],
  ['leaves to the right', { x: 15, y: 5 }, { x: 10, y: 5, share: 0.5 }],
  ['leaves at the top', { x: 5, y: -15 }, { x: 5, y: 0, share: 0.25 }],
])('a thread that %s', (_, to, expected) => {
  expect(leaves({ x: 5, y: 5 }, to, { left: 0, top: 0, right: 10, bottom: 10 })).toEqual(expected);
});
