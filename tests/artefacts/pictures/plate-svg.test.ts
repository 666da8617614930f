import { describe, expect, test } from 'vitest';
import { networkSvg, plateSvg } from '../../../src/artefacts/plate-svg.ts';
import { plateCrops, sharingCrop } from '../../../src/map/plate/crops.ts';
import { drawMark, markSize } from '../../../src/map/plate/mark.ts';
import { drawPlate, type PlateData } from '../../../src/map/plate/plate.ts';

const palermo: PlateData = {
  coordinates: { lat: 38.1157, lon: 13.3615 },
  region: 'sicilia',
  areas: [
    { id: 'civic', hue: 'teal', lit: false, activities: 0 },
    { id: 'care', hue: 'ochre', lit: true, activities: 2 },
    { id: 'housing', hue: 'plum', lit: false, activities: 0 },
  ],
  near: [{ coordinates: { lat: 37.3111, lon: 13.5765 }, label: 'Agrigento 91 km' }],
};

describe('a plate as a file', () => {
  const svg = plateSvg(drawPlate(palermo, plateCrops.picture));

  test('draws one thick arc, two hairlines and two ticks, and no words', () => {
    expect(svg.match(/stroke-width="3.4"/g)).toHaveLength(1);
    expect(svg.match(/stroke-width=".6"/g)).toHaveLength(2);
    expect(svg.match(/stroke-width="1.6"/g)).toHaveLength(2);
    expect(svg).not.toContain('<text');
  });

  test('is the same for the same data, and another for another city', () => {
    expect(plateSvg(drawPlate(palermo, plateCrops.picture))).toBe(svg);
    const catania = { ...palermo, coordinates: { lat: 37.5, lon: 15.1 } };
    expect(plateSvg(drawPlate(catania, plateCrops.picture))).not.toBe(svg);
  });
});

test.each([
  ['ltr', 0.5, 1],
  ['rtl', 0, 0.5],
] as const)('under words that run %s the city stands on the free side', (dir, from, to) => {
  const { city, width } = drawPlate(palermo, sharingCrop(dir));
  expect(city.x / width).toBeGreaterThan(from);
  expect(city.x / width).toBeLessThan(to);
});

test('the network shows a dot a city', () => {
  const cities = [palermo.coordinates, { lat: 45.46, lon: 9.19 }];
  expect(networkSvg(cities, sharingCrop('ltr')).match(/<circle/g)).toHaveLength(2);
});

test('a mark is the ring alone, inside its square', () => {
  const { arcs, ticks } = drawMark(palermo.areas);
  expect(arcs.map(({ lit }) => lit)).toEqual([false, true, false]);
  expect(ticks).toHaveLength(2);
  for (const { to } of ticks) {
    expect(Math.min(to.x, to.y)).toBeGreaterThanOrEqual(0);
    expect(Math.max(to.x, to.y)).toBeLessThanOrEqual(markSize.box);
  }
});
