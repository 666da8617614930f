import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { sharedLanguages, sharedPages } from './shared-site/index.ts';
import { newCities } from './shared-site/next-edition.ts';

const shared = sharedPages();
const { pageAt } = shared;

describe('a next edition added by content alone', () => {
  test.each(newCities)('%s has its page', (id, name) => {
    const { $ } = pageAt(`/citta/${id}/`);
    expect($('h1').text().trim()).toBe(name);
    expect($('.kicker').text()).toContain('LGNET4');
  });

  test('a city of four editions says so', () => {
    // The names stand apart from each other's direction, in marks that nobody sees (U+2066 to U+2069).
    const kicker = pageAt('/citta/torino/')
      .$('.kicker')
      .text()
      .replace(/[\u2066-\u2069]/g, '');
    expect(kicker.replace(/\s+/g, ' ').trim()).toMatch(/: LGNetEA, LgNet2, LGNET3 e LGNET4$/);
  });

  test('facts stand under the name of their edition', () => {
    const heads = pageAt('/citta/milano/')
      .$('.fact-head')
      .toArray()
      .map((head) => pageAt('/citta/milano/').$(head).text().trim());
    expect(heads[0]).toBe('LGNET3');
  });

  test('its cities are in the list, on the map and in the open data', () => {
    expect(pageAt('/citta/').$('main a[href="/citta/ancona/"]').length).toBeGreaterThan(0);
    expect(pageAt('/mappa/').$('svg a[href="/citta/ancona/"], svg a[href*="ancona"]').length).toBeGreaterThan(
      0,
    );
    const geojson = JSON.parse(readFileSync(join(shared.dir, 'dati/citta.geojson'), 'utf8')) as {
      features: { id: string }[];
    };
    expect(geojson.features.map(({ id }) => id)).toContain('ancona');
  });

  test('the edition in front stays the one that the content says', () => {
    expect(pageAt('/').$('h1').text()).not.toContain('LGNET4');
    expect(pageAt('/progetto/').$('main').text()).toContain('LGNET4');
  });
});

/** Its docufilm can be seen, and an edition has been added. */
describe('nothing that was true before contradicts what is there now', () => {
  test.each(sharedLanguages)('%s', (code) => {
    const strings = JSON.parse(readFileSync(`content/ui/${code}.json`, 'utf8')) as Record<string, string>;
    const own = shared.pages.filter(({ path }) =>
      code === 'it' ? !/^\/[a-z]{2,3}\//.test(path) : path.startsWith(`/${code}/`),
    );
    expect(own.length).toBeGreaterThan(35);
    // Sentences that stand where no film can be seen, and one that puts films off.
    const untrue = ['home.films-lead', 'videos.lead'].map((key) => plain(strings[key] ?? ''));
    for (const { path, $ } of own) {
      const words = plain($('body').text());
      expect(
        untrue.filter((sentence) => words.includes(sentence)),
        path,
      ).toEqual([]);
    }
    const home = own.find(({ path }) => path === (code === 'it' ? '/' : `/${code}/`));
    expect(plain(home?.$('body').text() ?? '')).toContain(plain(strings['videos.lead-published'] ?? ''));
    // Every page is about some edition and names its fund; the page of the project tells of the new one, and links it.
    const project = own.find(({ path }) => path.endsWith('/progetto/'));
    expect(project?.$('a[href$="/progetto/lgnet4/"]').length).toBeGreaterThan(0);
  });
});

/** Words as they are read: without the marks that set names of another direction apart. */
const plain = (text: string): string =>
  text
    .replace(/[\u2066-\u2069]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
