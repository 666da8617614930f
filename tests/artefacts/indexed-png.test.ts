import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { indexedPng } from '../../src/artefacts/typst/indexed-png.ts';

type Colour = readonly [red: number, green: number, blue: number];

const drawn = (width: number, height: number, colourAt: (x: number, y: number) => Colour) => ({
  width,
  height,
  rgba: Uint8Array.from(
    Array.from({ length: width * height }, (_, at) => [
      ...colourAt(at % width, Math.floor(at / width)),
      255,
    ]).flat(),
  ),
});

const readBack = async (png: Uint8Array) => {
  const { data, info } = await sharp(png).removeAlpha().raw().toBuffer({ resolveWithObject: true });
  return {
    size: [info.width, info.height],
    at: (index: number) => [...data.subarray(index * 3, index * 3 + 3)],
  };
};

describe('a PNG with a palette', () => {
  test('keeps surfaces in their very colours, and their places', async () => {
    const night: Colour = [11, 29, 58];
    const gold: Colour = [255, 204, 1];
    const { size, at } = await readBack(
      indexedPng(drawn(33, 7, (x, y) => (x === 5 && y > 2 ? gold : night))),
    );
    expect(size).toEqual([33, 7]);
    expect(at(4)).toEqual(night);
    expect(at(3 * 33 + 5)).toEqual(gold);
    expect(at(2 * 33 + 5)).toEqual(night);
  });

  test('gives an edge the colour of the surface beside it, never the other way round', async () => {
    // The edge comes first, and is so near that both have one place in the palette.
    const { at } = await readBack(indexedPng(drawn(20, 1, (x) => (x === 0 ? [9, 25, 57] : [11, 29, 58]))));
    expect(at(19)).toEqual([11, 29, 58]);
    expect(at(0)).toEqual([11, 29, 58]);
  });

  test('has 256 colours at most, however many there are, each near its own', async () => {
    const colourAt = (x: number, y: number): Colour => [x * 4, y * 4, (x * y) % 256];
    const png = indexedPng(drawn(64, 64, colourAt));
    const { at } = await readBack(png);
    const colours = Array.from({ length: 64 * 64 }, (_, index) => at(index));
    expect(new Set(colours.map(String)).size).toBeLessThanOrEqual(256);
    for (const [index, colour] of colours.entries())
      for (const [channel, value] of colour.entries())
        expect(
          Math.abs(value - (colourAt(index % 64, Math.floor(index / 64))[channel] as number)),
        ).toBeLessThan(64);
  });

  test('is the same bytes for the same pixels, wherever they lie in memory', () => {
    const picture = drawn(16, 16, (x) => [x, 0, 0]);
    const shifted = new Uint8Array(picture.rgba.length + 1);
    shifted.set(picture.rgba, 1);
    expect(indexedPng({ ...picture, rgba: shifted.subarray(1) })).toEqual(indexedPng(picture));
  });

  test('is refused when pixels are missing', () => {
    expect(() => indexedPng({ width: 2, height: 2, rgba: new Uint8Array(15) })).toThrow(RangeError);
  });
});
