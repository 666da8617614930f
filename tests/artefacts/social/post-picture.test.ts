import { rmSync } from 'node:fs';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { allPostFormats, postFormats, postPictureName } from '../../../src/artefacts/social/formats.ts';
import { postPicture, type PostPictureView } from '../../../src/artefacts/social/post-picture.ts';
import { documentLanguage } from '../../../src/i18n/languages.ts';
import { looksAtEverything } from '../../depth.ts';
import { ownCache } from '../../own-folder.ts';
import { hostileStrings } from '../../hostile/strings.ts';

const cache = ownCache();

const quote: PostPictureView = {
  lang: documentLanguage('it'),
  plate: {
    coordinates: { lat: 38.1157, lon: 13.3615 },
    region: 'sicilia',
    areas: [{ id: 'presa-in-carico', hue: 'ochre', lit: true, activities: 2 }],
    near: [{ coordinates: { lat: 37.5, lon: 15.08 }, label: 'Catania 165 km' }],
  },
  kicker: 'Palermo',
  words: '«Questo è un progetto che punta tutto sulle persone e sui loro bisogni.»',
  speaker: { name: 'Antonella Tirrito', role: 'Assessore' },
  figures: [],
  source: 'nota stampa LgNet2, Palermo, 3 novembre 2023',
  fundingStatement: 'Progetto finanziato dal Fondo Asilo, Migrazione e Integrazione (FAMI) 2014-2020.',
  publisher: 'LGNet',
};
const figure: PostPictureView = {
  ...quote,
  words: '',
  speaker: undefined,
  figures: [{ amount: 'oltre\u00a01.000', label: 'beneficiari' }],
};
const arabic: PostPictureView = { ...quote, lang: documentLanguage('ar'), words: '«هذا مشروع.»' };

/** How many pixels of a column of the picture, and of all its rows but the lowest, are as light as letters. */
const lightIn = async (bytes: Uint8Array, from: number, to: number): Promise<number> => {
  const { data, info } = await sharp(bytes).greyscale().raw().toBuffer({ resolveWithObject: true });
  let count = 0;
  for (let y = 0; y < info.height - 40; y += 1)
    for (let x = from; x < to; x += 1) if ((data[y * info.width + x] as number) > 215) count += 1;
  return count;
};

describe.each(allPostFormats)('%s', (format) => {
  const { width, height } = postFormats[format];

  test.each([
    ['a quote', quote],
    ['a number', figure],
    ['a quote in Arabic', arabic],
  ])('%s has its size, few bytes, and keeps off the edges', async (_, view) => {
    const bytes = await postPicture(view, format);
    const meta = await sharp(bytes).metadata();
    expect([meta.width, meta.height, meta.format]).toEqual([width, height, 'png']);
    expect(bytes.length).toBeLessThanOrEqual(250_000);
    expect(await lightIn(bytes, 0, width)).toBeGreaterThan(2000);
    expect((await lightIn(bytes, 0, 24)) + (await lightIn(bytes, width - 24, width))).toBe(0);
  });
});

test('Arabic stands where its lines begin', async () => {
  const bytes = await postPicture(arabic, 'link');
  expect(await lightIn(bytes, 700, 1140)).toBeGreaterThan(2 * (await lightIn(bytes, 60, 500)));
});

test('the same view gives the same bytes', async () => {
  const first = await postPicture(quote, 'square');
  rmSync(cache.folder, { recursive: true, force: true });
  expect(Buffer.compare(first, await postPicture(quote, 'square'))).toBe(0);
});

test('any text can be drawn, the longest too', async () => {
  const some = hostileStrings.filter((_, index) => looksAtEverything || index % 5 === 0);
  const words = [...some, 'Parola '.repeat(300), 'x'.repeat(900)];
  for (const text of words)
    await expect(
      postPicture({ ...quote, words: text, kicker: text, source: text, publisher: text }, 'link'),
    ).resolves.toBeInstanceOf(Uint8Array);
}, 120_000);

test('names of files can be held by every system', () => {
  expect(postPictureName('lgnet-palermo', 'citta', 'it', 'portrait')).toBe(
    'lgnet-palermo-citta-it-1080x1350.png',
  );
  expect(postPictureName('../a', 'Città d’oro', 'it', 'story')).toMatch(/^[\w-]+\.png$/);
});
