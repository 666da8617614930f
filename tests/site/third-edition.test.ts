import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { pagesIn, type BuiltPage } from './built-site.ts';
import { sharedSite } from './shared-site/index.ts';
import { newCities } from './shared-site/third-edition.ts';

let dir = '';
let pages: BuiltPage[] = [];
const pageAt = (path: string): BuiltPage => {
  const page = pages.find((candidate) => candidate.path === path);
  if (!page) throw new RangeError(`There is no page ${path}.`);
  return page;
};

beforeAll(async () => {
  ({ dir } = await sharedSite());
  pages = pagesIn(dir);
}, 240_000);

describe('a third edition added by content alone', () => {
  test.each(newCities)('%s has its page', (id, name) => {
    const { $ } = pageAt(`/citta/${id}/`);
    expect($('h1').text().trim()).toBe(name);
    expect($('.kicker').text()).toContain('LGNET3');
  });

  test('a city of three editions says so', () => {
    expect(pageAt('/citta/torino/').$('.kicker bdi').text()).toBe('LGNetEA, LgNet2 e LGNET3');
  });

  test('its facts stand under its name', () => {
    const heads = pageAt('/citta/milano/')
      .$('.fact-head')
      .toArray()
      .map((head) => pageAt('/citta/milano/').$(head).text().trim());
    expect(heads[0]).toBe('LGNET3');
  });

  test('its cities are in the list, on the map and in the open data', () => {
    expect(pageAt('/citta/').$('main a[href="/citta/venezia/"]').length).toBeGreaterThan(0);
    expect(
      pageAt('/mappa/').$('svg a[href="/citta/venezia/"], svg a[href*="venezia"]').length,
    ).toBeGreaterThan(0);
    const geojson = JSON.parse(readFileSync(join(dir, 'dati/citta.geojson'), 'utf8')) as {
      features: { id: string }[];
    };
    expect(geojson.features.map(({ id }) => id)).toContain('venezia');
  });

  test('the edition in front stays the one that the content says', () => {
    expect(pageAt('/').$('h1').text()).not.toContain('LGNET3');
    expect(pageAt('/progetto/').$('main').text()).toContain('LGNET3');
  });
});
