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

  test('keeps the shades of a surface that fades, however many colours the edges have', async () => {
    // 80 shades, each a column of 40 pixels, under two rows whose 160 colours have one pixel each.
    const colourAt = (x: number, y: number): Colour =>
      y < 2 ? [255, (x * 7 + y) % 256, (x * 13 + y * 50) % 256] : [11, x, 58];
    const { at } = await readBack(indexedPng(drawn(80, 42, colourAt)));
    for (let x = 0; x < 80; x += 1) expect(at(20 * 80 + x)).toEqual(colourAt(x, 20));
  });

  test('has 256 colours at most, however many there are, each near its own', async () => {
    const colourAt = (x: number, y: number): Colour => [x * 4, y * 4, (x * y) % 256];
    const png = indexedPng(drawn(64, 64, colourAt));
    const { at } = await readBack(png);
    const colours = Array.from({ length: 64 * 64 }, (_, index) => at(index));
    expect(new Set(colours.map(String)).size).toBeLessThanOrEqual(256);
    for (const [index, colour] of colours.entries()) {
      const own = colourAt(index % 64, Math.floor(index / 64));
      // No farther than the farthest two of a family, which share two bits of each channel.
      expect(Math.hypot(...colour.map((value, channel) => value - (own[channel] as number)))).toBeLessThan(
        110,
      );
    }
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
