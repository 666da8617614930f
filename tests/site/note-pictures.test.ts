import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import sharp from 'sharp';
import { beforeAll, describe, expect, test } from 'vitest';
import { pagesIn, type BuiltPage } from './built-site.ts';
import { sharedSite } from './shared-site/index.ts';
import { pictureNote as id } from './shared-site/note-with-picture.ts';

let dir = '';
let page: BuiltPage;

beforeAll(async () => {
  ({ dir } = await sharedSite());
  page = pagesIn(dir).find(({ path }) => path === `/note-stampa/${id}/`) as BuiltPage;
}, 240_000);

describe('a picture in a note', () => {
  test('is shown upright, in the size that the screen needs, with words for those who do not see it', () => {
    const { $ } = page;
    const image = $('figure.picture img');
    expect(image.attr('alt')).toBe('Un rettangolo azzurro');
    expect([image.attr('width'), image.attr('height')]).toEqual(['2000', '1000']);
    expect(image.attr('loading')).toBe('lazy');
    expect($('figure.picture figcaption').text()).toContain('La foto di prova.');
    expect($('figure.picture figcaption').text()).toContain('Comune di Palermo · CC BY 4.0');
    const addresses = $('figure.picture source')
      .toArray()
      .flatMap((source) =>
        ($(source).attr('srcset') ?? '').split(', ').map((part) => part.split(' ')[0] ?? ''),
      );
    expect(addresses).toHaveLength(8);
    for (const address of [...addresses, image.attr('src') ?? ''])
      expect(existsSync(join(dir, address)), address).toBe(true);
  });

  test('tells nobody where and by what it was taken, in no size', async () => {
    const files = globSync(`note-stampa/${id}/laboratorio-*`, { cwd: dir });
    expect(files).toHaveLength(8);
    for (const file of files) {
      const { exif, width = 0, height = 0 } = await sharp(join(dir, file)).metadata();
      expect(exif, file).toBeUndefined();
      expect(width / height).toBeCloseTo(2, 1);
    }
    expect(readFileSync(join(dir, `note-stampa/${id}/laboratorio-480.avif`)).length).toBeLessThan(20_000);
  });

  test('leaves its original to the press pack alone', async () => {
    const pack = globSync(`note-stampa/${id}/*.zip`, { cwd: dir })[0] as string;
    const entries = unzipSync(readFileSync(join(dir, pack)));
    const name = Object.keys(entries).find((entry) => entry.endsWith('foto.jpg')) as string;
    const { width, height, exif } = await sharp(entries[name] as Uint8Array).metadata();
    expect([width, height]).toEqual([2000, 1000]);
    expect(exif).toBeUndefined();
    expect(globSync('**/foto.jpg', { cwd: dir })).toEqual([]);
  });

  test('stands beside a video of the network, planned as it is', () => {
    expect(page.$('.prose .video-card').text()).toContain('non ancora qui');
  });
});
