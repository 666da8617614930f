import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp, { type Sharp } from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  difference,
  guideShots,
  pictureTaker,
  picturesDir,
  sheets,
  shotName,
  shots,
  takeSheet,
  wordsFile,
  type TakenPicture,
} from '../../scripts/building/pictures/page-pictures.ts';
import { styleGuideSite } from '../../scripts/building/pictures/style-guide-site.ts';
import { browserAtSite } from './browser-at-site.ts';
import { builtDir, serve } from './built-site.ts';
import { looksAtEverything } from './depth.ts';

const { browser, site } = await browserAtSite();
const take = pictureTaker(browser, site.origin);

/** The share of points that may differ; a button that moves by its own height is more. */
const TOLERANCE = 0.004;

const handful = new Set([
  'home.it.360.light',
  'home.ar.1280.dark',
  'citta-palermo.ar.360.light',
  'note-stampa-2023-11-03-palermo.it.1280.light',
  'aiuto.it.768.light',
]);
const looked = shots.filter((shot) => looksAtEverything || handful.has(shotName(shot)));
const kept = JSON.parse(readFileSync(wordsFile, 'utf8')) as Record<string, string>;
const reference = (name: string): Buffer => readFileSync(join(picturesDir, `${name}.webp`));

const compared: string[] = [];

/** Lays a picture beside its reference. Words that changed look different and may: an editor's commit needs no new pictures. */
const compare = async (name: string, taken: TakenPicture): Promise<void> => {
  if (taken.words !== kept[name]) return;
  compared.push(name);
  expect(await difference(taken.webp, reference(name))).toBeLessThan(TOLERANCE);
};

describe('pages look as they did (npm run pictures:pages takes the pictures anew)', () => {
  const pictures = [
    ...looked.map((shot) => [shotName(shot), () => take(shot)] as const),
    ...sheets
      .filter(() => looksAtEverything)
      .map(([name, file]) => [name, () => takeSheet(builtDir, file)] as const),
  ];

  test.each(pictures)('%s', async (name, takeAnew) => {
    await compare(name, await takeAnew());
  });

  test.runIf(looksAtEverything)('and half of them at least show the words of today', () => {
    expect(compared.length).toBeGreaterThanOrEqual(looked.length / 2);
  });

  test('each has its picture, and all together weigh six megabytes at most', () => {
    const names = [...[...shots, ...guideShots].map(shotName), ...sheets.map(([name]) => name)];
    const missing = names.filter((name) => !existsSync(join(picturesDir, `${name}.webp`)));
    expect(missing).toEqual([]);
    const bytes = names.reduce((sum, name) => sum + reference(name).length, 0);
    expect(bytes).toBeLessThan(6_000_000);
  });
});

describe.runIf(looksAtEverything)('every component looks as it did in the style guide', () => {
  let guide: Awaited<ReturnType<typeof serve>>;
  let takeOfGuide: typeof take;

  // A site of its own, because the public one has no style guide: built once a day.
  beforeAll(async () => {
    guide = await serve(await styleGuideSite());
    takeOfGuide = pictureTaker(browser, guide.origin);
  }, 900_000);

  afterAll(() => guide?.close());

  test.each(guideShots.map((shot) => [shotName(shot), shot] as const))('%s', async (name, shot) => {
    await compare(name, await takeOfGuide(shot));
  });
});

describe('the comparison', () => {
  const name = 'home.it.360.light';
  const changed = async (change: (picture: Sharp) => Sharp): Promise<number> =>
    difference(
      reference(name),
      await change(sharp(reference(name)))
        .webp({ quality: 45 })
        .toBuffer(),
    );

  test('passes over another compression of the same picture', async () => {
    expect(await changed((picture) => picture)).toBeLessThan(TOLERANCE);
  });

  test('sees a box that was not there', async () => {
    const box = { create: { width: 70, height: 24, channels: 3 as const, background: '#f60' } };
    expect(
      await changed((picture) => picture.composite([{ input: box, left: 20, top: 300 }])),
    ).toBeGreaterThan(TOLERANCE);
  });

  test('sees a small box in a long picture', async () => {
    const long = 'stile.it.360.light';
    const box = { create: { width: 40, height: 24, channels: 3 as const, background: '#f60' } };
    const changed = sharp(reference(long)).composite([{ input: box, left: 20, top: 4000 }]);
    expect(await difference(reference(long), await changed.webp({ quality: 45 }).toBuffer())).toBeGreaterThan(
      TOLERANCE,
    );
  });

  test('sees a page that has become longer', async () => {
    expect(await changed((picture) => picture.extend({ bottom: 40 }))).toBe(1);
  });
});
