import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { pagesIn, type BuiltPage } from './built-site.ts';
import { builtFixtureSite, type FixtureContent } from './fixture-site.ts';

const newCities = [
  ['ancona', 'Ancona', 'marche', 43.6158, 13.5189],
  ['l-aquila', 'L’Aquila', 'abruzzo', 42.3498, 13.3995],
  ['reggio-calabria', 'Reggio Calabria', 'calabria', 38.1113, 15.6473],
] as const;

const addNextEdition = ({ write, replace }: FixtureContent): void => {
  write(
    'editions/lgnet4.yaml',
    `name: LGNET4
fullName: "LGNET4, la quarta edizione della rete"
order: 4
summary: "La quarta edizione della rete, in una prova."
fundingStatement: "Una dicitura di prova."
`,
  );
  for (const [id, name, region, lat, lon] of newCities) {
    write(
      `cities/${id}.yaml`,
      `name: ${name}
region: ${region}
coordinates:
  lat: ${lat}
  lon: ${lon}
editions:
  - edition: lgnet4
summary: "${name} è fra le nuove città della quarta edizione."
`,
    );
  }
  replace('cities/torino.yaml', '  - edition: lgnet3\n', '  - edition: lgnet3\n  - edition: lgnet4\n');
};

let dir = '';
let pages: BuiltPage[] = [];
const pageAt = (path: string): BuiltPage => {
  const page = pages.find((candidate) => candidate.path === path);
  if (!page) throw new RangeError(`There is no page ${path}.`);
  return page;
};

beforeAll(async () => {
  ({ dir } = await builtFixtureSite('next-edition', addNextEdition));
  pages = pagesIn(dir);
}, 240_000);

describe('a next edition added by content alone', () => {
  test.each(newCities)('%s has its page', (id, name) => {
    const { $ } = pageAt(`/citta/${id}/`);
    expect($('h1').text().trim()).toBe(name);
    expect($('.kicker').text()).toContain('LGNET4');
  });

  test('a city of four editions says so', () => {
    expect(pageAt('/citta/torino/').$('.kicker bdi').text()).toBe('LGNetEA, LgNet2, LGNET3 e LGNET4');
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
    const geojson = JSON.parse(readFileSync(join(dir, 'dati/citta.geojson'), 'utf8')) as {
      features: { id: string }[];
    };
    expect(geojson.features.map(({ id }) => id)).toContain('ancona');
  });

  test('the edition in front stays the one that the content says', () => {
    expect(pageAt('/').$('h1').text()).not.toContain('LGNET4');
    expect(pageAt('/progetto/').$('main').text()).toContain('LGNET4');
  });
});
