import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { builtDir, pageAt } from './built-site.ts';

/** What shows that a city worked in an area in an edition, as the sources say; the facts are in content/facts. */
const evidence: Record<string, Record<string, readonly string[]>> = {
  bologna: { lgnetea: ['housing', 'presa-in-carico'], lgnet2: ['housing', 'presa-in-carico'] },
  bolzano: { lgnetea: ['housing', 'presa-in-carico'], lgnet3: ['presa-in-carico'] },
  caserta: { lgnet2: ['housing', 'impegno-civico', 'presa-in-carico'] },
  firenze: { lgnetea: ['housing', 'presa-in-carico'] },
  genova: { lgnetea: ['impegno-civico'], lgnet3: ['presa-in-carico'] },
  latina: {
    lgnetea: ['impegno-civico', 'presa-in-carico'],
    lgnet2: ['housing', 'impegno-civico', 'presa-in-carico'],
    lgnet3: ['presa-in-carico'],
  },
  milano: { lgnetea: ['impegno-civico', 'presa-in-carico'], lgnet3: ['housing', 'presa-in-carico'] },
  napoli: { lgnetea: ['presa-in-carico'], lgnet3: ['housing'] },
  palermo: { lgnet2: ['presa-in-carico'] },
  perugia: { lgnet2: ['housing', 'presa-in-carico'] },
  potenza: { lgnetea: ['housing', 'impegno-civico'], lgnet2: ['housing'], lgnet3: ['housing'] },
  roma: { lgnet2: ['presa-in-carico'] },
  sassari: { lgnetea: ['presa-in-carico'], lgnet2: ['housing', 'presa-in-carico'] },
  taranto: {
    lgnetea: ['impegno-civico', 'presa-in-carico'],
    lgnet2: ['housing', 'impegno-civico', 'presa-in-carico'],
  },
};

interface CityRow {
  id: string;
  edizioni: string[];
  ambiti: string[];
}

const { citta } = { citta: JSON.parse(readFileSync(join(builtDir, 'dati/citta.json'), 'utf8')) as unknown };
const rows = (Array.isArray(citta) ? citta : Object.values(citta as object).find(Array.isArray)) as CityRow[];

test.each(rows.map((row) => [row.id, row] as const))(
  'the tags of %s rest on what it did in each edition',
  (id, row) => {
    const expected = Object.entries(evidence[id] ?? {}).flatMap(([edition, areas]) =>
      areas.map((area) => `${edition}/${area}`),
    );
    expect(row.ambiti).toEqual(expected.sort());
    for (const tag of row.ambiti) expect(row.edizioni).toContain(tag.split('/')[0]);
  },
);

test('the table names cities of the site only', () => {
  const known = rows.map(({ id }) => id);
  expect(Object.keys(evidence).filter((id) => !known.includes(id))).toEqual([]);
});

test.each(['impegno-civico', 'presa-in-carico', 'housing'])(
  'the page of %s lists every city of it, by edition',
  (area) => {
    const { $ } = pageAt(`/ambiti/${area}/`);
    for (const edition of ['lgnetea', 'lgnet2', 'lgnet3']) {
      const listed = $(`section[aria-labelledby="edizione-${edition}"] a.tag`)
        .toArray()
        .map((link) => $(link).attr('href')?.split('/')[2])
        .sort();
      const tagged = Object.keys(evidence).filter((id) => evidence[id]?.[edition]?.includes(area));
      expect(listed, edition).toEqual(tagged.sort());
    }
  },
);

test('the map knows the areas of a city in each edition', () => {
  const { $ } = pageAt('/mappa/');
  for (const { id, ambiti } of rows) {
    const own = ($(`li[data-city="${id}"]`).attr('data-areas') ?? '').split(' ').filter(Boolean);
    expect(own.sort(), id).toEqual(ambiti);
  }
});

test.each([
  ['agrigento', 'Co-finanziato dal Fondo Asilo'],
  ['catania', 'Co-finanziato dal Fondo Asilo'],
  ['bari', 'FAMI) 2021-2027'],
  ['palermo', 'FAMI) 2014-2020'],
])('the page of %s carries the funding statement of its edition', (id, words) => {
  expect(pageAt(`/citta/${id}/`).$('.funding').text()).toContain(words);
});
