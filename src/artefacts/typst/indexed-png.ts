import { crc32, deflateSync } from 'node:zlib';

/** Pixels row by row, four bytes each: red, green, blue and an opacity that is not looked at. */
export interface Pixels {
  width: number;
  height: number;
  rgba: Uint8Array;
}

const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const MOST_COLOURS = 256;

/** What tells colours apart: two bits of each channel, then three, then all; and how many places are given away so far. */
const STAGES = [
  { mask: 0xc0c0c0, places: 64 },
  { mask: 0xe0e0e0, places: 160 },
  { mask: 0xffffff, places: MOST_COLOURS },
] as const;

/** The colours that most pixels have, after one of each that is far from the others: small things keep theirs too. */
const paletteOf = (uses: ReadonlyMap<number, number>): readonly number[] => {
  const byUse = [...uses].sort(([a, many], [b, more]) => more - many || a - b).map(([colour]) => colour);
  const kept = new Set<number>();
  for (const { mask, places } of STAGES) {
    const taken = new Set([...kept].map((colour) => colour & mask));
    for (const colour of byUse) {
      if (kept.size === places) break;
      if (taken.has(colour & mask)) continue;
      taken.add(colour & mask);
      kept.add(colour);
    }
  }
  return [...kept];
};

/** The number of the palette's colour that is least far from another; of two, the first. */
const nearest = (colour: number, palette: Uint32Array): number => {
  const red = colour & 0xff;
  const green = (colour >> 8) & 0xff;
  const blue = (colour >> 16) & 0xff;
  let best = 0;
  let least = Infinity;
  // Counted by hand: this is done half a million times a picture.
  for (let index = 0; index < palette.length; index += 1) {
    const one = palette[index] as number;
    const r = (one & 0xff) - red;
    const g = ((one >> 8) & 0xff) - green;
    const b = ((one >> 16) & 0xff) - blue;
    const far = r * r + g * g + b * b;
    if (far < least) {
      best = index;
      least = far;
    }
  }
  return best;
};

/** Calls back for each run of pixels of one colour. */
const eachRun = (pixels: Uint32Array, tell: (colour: number, start: number, end: number) => void): void => {
  for (let start = 0, end = 0; start < pixels.length; start = end) {
    const pixel = pixels[start] as number;
    while (end < pixels.length && pixels[end] === pixel) end += 1;
    tell(pixel & 0xffffff, start, end);
  }
};

/** A number for every pixel and the colours that they stand for. */
const indexed = (pixels: Uint32Array): { indexes: Uint8Array; colours: readonly number[] } => {
  const uses = new Map<number, number>();
  eachRun(pixels, (colour, start, end) => uses.set(colour, (uses.get(colour) ?? 0) + end - start));
  const colours = paletteOf(uses);
  const palette = Uint32Array.from(colours);
  const numbers = new Map(colours.map((colour, index) => [colour, index]));
  const indexes = new Uint8Array(pixels.length);
  eachRun(pixels, (colour, start, end) => {
    let index = numbers.get(colour);
    if (index === undefined) numbers.set(colour, (index = nearest(colour, palette)));
    // Most runs at an edge are of one pixel.
    if (end - start < 8) for (let at = start; at < end; at += 1) indexes[at] = index;
    else indexes.fill(index, start, end);
  });
  return { indexes, colours };
};

const chunk = (type: string, data: Uint8Array): Buffer => {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const head = Buffer.alloc(4);
  head.writeUInt32BE(data.length);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([head, body, sum]);
};

/**
 * A PNG with at most 256 colours, made for drawings: few surfaces, edges between them, and where they fade a few shades.
 * The colours of most pixels are kept as they are, those of edges become the nearest, and nothing is dithered.
 * @throws RangeError when there are fewer bytes than pixels
 */
export const indexedPng = ({ width, height, rgba }: Pixels): Uint8Array => {
  if (rgba.length < width * height * 4) throw new RangeError('There are fewer bytes than pixels.');
  // Numbers of four bytes must start at one that four divides.
  const aligned = rgba.byteOffset % 4 === 0 ? rgba : new Uint8Array(rgba);
  const pixels = new Uint32Array(aligned.buffer, aligned.byteOffset, width * height);
  const { indexes, colours } = indexed(pixels);
  const palette = Uint8Array.from(
    colours.flatMap((colour) => [colour & 0xff, (colour >> 8) & 0xff, (colour >> 16) & 0xff]),
  );
  // Every row begins with the number of its filter: none.
  const rows = new Uint8Array((width + 1) * height);
  for (let row = 0; row < height; row += 1)
    rows.set(indexes.subarray(row * width, (row + 1) * width), row * (width + 1) + 1);
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  // Eight bits a pixel, each the number of a colour.
  header.set([8, 3, 0, 0, 0], 8);
  return new Uint8Array(
    Buffer.concat([
      Uint8Array.from(SIGNATURE),
      chunk('IHDR', header),
      chunk('PLTE', palette),
      chunk('IDAT', deflateSync(rows, { level: 6, memLevel: 9 })),
      chunk('IEND', new Uint8Array()),
    ]),
  );
};
