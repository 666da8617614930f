import { check } from '@placemarkio/check-geojson';
import { describe, expect, test } from 'vitest';
import { csvwMetadata } from '../../../src/artefacts/open-data/csvw.ts';
import { escapeCsv, toCsv } from '../../../src/artefacts/open-data/csv.ts';
import { catalogue } from '../../../src/artefacts/open-data/dcat.ts';
import { citiesGeoJson } from '../../../src/artefacts/open-data/geojson.ts';
import { toJson } from '../../../src/artefacts/open-data/json.ts';
import { openDataTables, tableIds, type Table } from '../../../src/artefacts/open-data/tables.ts';
import type { Translate } from '../../../src/i18n/strings.ts';
import type { OpenDataView } from '../../../src/queries/open-data.ts';
import { parseCsv, recordsOf } from './parse-csv.ts';

const view: OpenDataView = {
  editions: [
    {
      id: 'lgnet2',
      name: 'LgNet2',
      begins: null,
      ends: '2024-01',
      state: 'concluded',
      page: 'https://lgnet.example/progetto/',
    },
  ],
  cities: [
    {
      id: 'l-aquila',
      name: { it: 'L’Aquila', ar: 'لاكويلا' },
      officialName: null,
      region: 'abruzzo',
      lat: 42.3498,
      lon: 13.3995,
      editions: ['lgnetea', 'lgnet2'],
      areas: ['lgnet2/housing'],
      activityCount: 1,
      notes: ['2023-11-03-l-aquila'],
      hasVideo: false,
      summary: { it: 'Una "prova", con virgole\ne righe.' },
      source: null,
      page: 'https://lgnet.example/citta/l-aquila/',
    },
  ],
  activities: [
    {
      id: 'l-aquila/sportello',
      city: 'l-aquila',
      edition: 'lgnet2',
      areas: ['housing'],
      title: { it: '=HYPERLINK("https://evil.example";"Sportello")' },
      summary: { it: '@SUM(1+1)' },
      forWhom: {},
      workshops: { it: ['Sartoria', 'Ballo, e musica'] },
      places: ['Padiglione 17'],
      source: 'https://lgnet.example/note-stampa/2023-11-03-l-aquila/',
      page: 'https://lgnet.example/citta/l-aquila/#attivita-sportello',
    },
  ],
  partners: [],
  figures: [
    {
      id: '2023-11-03-l-aquila/beneficiari',
      origin: 'note',
      value: 1000,
      qualifier: 'over',
      label: { it: 'beneficiari' },
      areas: [],
      city: 'l-aquila',
      edition: 'lgnet2',
      confidence: 'read',
      source: 'https://lgnet.example/note-stampa/2023-11-03-l-aquila/#cifra-beneficiari',
    },
  ],
  notes: [],
  modified: { 'note-stampa': '2023-11-03' },
  years: { first: '2020', last: '2024' },
};

const tables = openDataTables(view, ['it', 'ar']);
const tableOf = (id: Table['id']): Table => tables.find((table) => table.id === id) as Table;
const say =
  (lang: string): Translate =>
  (key) =>
    `${key} (${lang})`;
const translators = new Map([
  ['it', say('it')],
  ['ar', say('ar')],
]);

describe('a CSV field', () => {
  test.each([
    ['plain words', 'Palermo', 'Palermo'],
    ['an apostrophe inside', 'L’Aquila', 'L’Aquila'],
    ['a comma', 'Bologna, Roma', '"Bologna, Roma"'],
    ['quotation marks', 'Polo "one stop shop"', '"Polo ""one stop shop"""'],
    ['two lines', 'uno\ndue', '"uno\ndue"'],
    ['nothing', '', ''],
    ['a formula', '=1+1', "'=1+1"],
    ['a formula behind blanks', '  =1+1', "'  =1+1"],
    ['a sum behind a plus', '+39 06', "'+39 06"],
    ['a list item’s dash', '- uno', "'- uno"],
    ['a function behind an at sign', '@SUM(A1)', "'@SUM(A1)"],
    ['a wide equals sign', '＝1+1', "'＝1+1"],
    ['a tab', '\t=1', "'\t=1"],
    ['a command', "=cmd|' /C calc'!A0", "'=cmd|' /C calc'!A0"],
    ['a formula that already has an apostrophe', "'=1", "''=1"],
    ['an equals sign inside', 'a=b', 'a=b'],
    ['Arabic', 'باليرمو', 'باليرمو'],
  ])('holds %s', (_case, text, expected) => {
    expect(escapeCsv(text)).toBe(expected);
  });
});

describe('a table as CSV', () => {
  test('parses back to what was written', () => {
    const [record] = recordsOf(toCsv(tableOf('citta')));
    expect(record).toMatchObject({
      id: 'l-aquila',
      nome_it: 'L’Aquila',
      nome_ar: 'لاكويلا',
      descrizione_it: 'Una "prova", con virgole\ne righe.',
      descrizione_ar: '',
      latitudine: '42.3498',
      edizioni: 'lgnetea|lgnet2',
      video: 'false',
      fonte: '',
    });
  });

  test('holds no cell that a spreadsheet would run', () => {
    for (const table of tables) {
      for (const field of parseCsv(toCsv(table)).flat()) expect(field).not.toMatch(/^\s*[=+\-@]/);
    }
    expect(recordsOf(toCsv(tableOf('attivita')))[0]?.['titolo_it']).toMatch(/^'=HYPERLINK/);
  });

  test('lets a negative number be a number', () => {
    const table: Table = { ...tableOf('citta'), rows: [{ id: 'x', latitudine: -1.5 }] };
    expect(recordsOf(toCsv(table))[0]?.['latitudine']).toBe('-1.5');
  });

  test('writes another sign where an item has the one that separates items', () => {
    const table: Table = { ...tableOf('attivita'), rows: [{ id: 'x', luoghi: ['Sala A|B'] }] };
    expect(toCsv(table)).toContain('Sala A¦B');
  });

  test('has a header where it has no rows', () => {
    expect(toCsv(tableOf('partner')).split('\r\n')).toHaveLength(2);
  });
});

test('a table as JSON keeps numbers, lists and empty cells', () => {
  const [figure] = JSON.parse(toJson(tableOf('cifre'))) as Record<string, unknown>[];
  expect(figure).toMatchObject({ valore: 1000, etichetta_it: 'beneficiari', etichetta_ar: null, ambiti: [] });
});

describe('the cities as GeoJSON', () => {
  test('are valid, and lie in Italy', () => {
    const { features } = check(citiesGeoJson(view.cities)) as {
      features: { geometry: { coordinates: number[] } }[];
    };
    expect(features).toHaveLength(1);
    expect(features[0]?.geometry.coordinates).toEqual([13.3995, 42.3498]);
  });
});

interface CsvwColumn {
  name: string;
  titles: string;
  separator?: string;
  lang?: string;
}

describe('the description for machines', () => {
  const metadata = JSON.parse(csvwMetadata(tables, translators, 'it')) as {
    tables: {
      url: string;
      tableSchema: { columns: CsvwColumn[]; foreignKeys: { columnReference: string }[] };
    }[];
  };

  test('describes every column of every table in the order of the file', () => {
    expect(metadata.tables.map(({ url }) => url)).toEqual(tableIds.map((id) => `${id}.csv`));
    for (const { url, tableSchema } of metadata.tables) {
      const [header] = parseCsv(toCsv(tableOf(url.replace('.csv', '') as Table['id'])));
      expect(tableSchema.columns.map(({ titles }) => titles)).toEqual(header);
    }
  });

  test('says which column is in which language, and which holds a list', () => {
    const columns = metadata.tables[tableIds.indexOf('citta')]?.tableSchema.columns ?? [];
    expect(columns.find(({ name }) => name === 'nome_ar')?.lang).toBe('ar');
    expect(columns.find(({ name }) => name === 'edizioni')?.separator).toBe('|');
  });

  test('leads from an activity to its city', () => {
    expect(metadata.tables[tableIds.indexOf('attivita')]?.tableSchema.foreignKeys).toContainEqual({
      columnReference: 'citta',
      reference: { resource: 'citta.csv', columnReference: 'id' },
    });
  });
});

describe('the catalogue', () => {
  const graph = (
    JSON.parse(
      catalogue(tables, translators, {
        page: 'https://lgnet.example/dati/',
        publisher: {
          name: 'LGNet',
          identifier: 'https://lgnet.example/',
          homepage: 'https://lgnet.example/',
        },
        contactEmail: 'dati@lgnet.example',
        modified: { citta: '2026-01-02', 'note-stampa': '2023-11-23' },
        years: { first: '2020', last: '2024' },
        editions: ['LgNet2', 'LGNetEA'],
      }),
    ) as { '@graph': Record<string, unknown>[] }
  )['@graph'];
  const typed = (type: string) => graph.filter((node) => (node['@type'] as string[]).includes(type));

  test('dates each dataset by its own data, says what it is about and of which years', () => {
    const datasets = typed('dcatapit:Dataset');
    const days = datasets.map((dataset) => (dataset['dct:modified'] as { '@value': string })['@value']);
    expect(days).toEqual([...Array<string>(5).fill('2026-01-02'), '2023-11-23']);
    for (const dataset of datasets) {
      expect(dataset['dcat:keyword']).toContainEqual({ '@value': 'data.keywords (ar)', '@language': 'ar' });
      expect(dataset['dcat:keyword']).toContainEqual({ '@value': 'LGNetEA', '@language': 'it' });
      expect(dataset['dct:temporal']).toMatchObject({
        'dcat:startDate': { '@value': '2020' },
        'dcat:endDate': { '@value': '2024' },
      });
      for (const file of dataset['dcat:distribution'] as Record<string, unknown[]>[])
        expect(file['dct:description']).toHaveLength(2);
    }
  });

  test('lists every table as a dataset with what DCAT-AP_IT makes mandatory', () => {
    const [own] = typed('dcatapit:Catalog');
    expect(own).toBeDefined();
    for (const property of [
      'dct:title',
      'dct:description',
      'dct:publisher',
      'dct:modified',
      'dcat:dataset',
    ]) {
      expect(own).toHaveProperty([property]);
    }
    const datasets = typed('dcatapit:Dataset');
    expect(datasets.map((dataset) => dataset['dct:identifier'])).toEqual([...tableIds]);
    for (const dataset of datasets) {
      for (const property of [
        'dct:title',
        'dct:description',
        'dct:modified',
        'dcat:theme',
        'dct:rightsHolder',
        'dct:accrualPeriodicity',
      ]) {
        expect(dataset).toHaveProperty([property]);
      }
    }
  });

  test('says of every file its format, its licence and where it is', () => {
    const files = typed('dcatapit:Dataset').flatMap((dataset) => dataset['dcat:distribution'] as object[]);
    expect(files).toHaveLength(13);
    for (const file of files) {
      for (const property of ['dct:format', 'dct:license', 'dcat:accessURL', 'dcat:downloadURL']) {
        expect(file).toHaveProperty([property]);
      }
    }
  });

  test('explains every node that it points to', () => {
    const known = new Set(graph.map((node) => node['@id']));
    for (const key of ['dct:publisher', 'dct:license']) {
      expect(known).toContain((typed('dcatapit:Catalog')[0]?.[key] as { '@id': string })['@id']);
    }
    expect(known).toContain(
      (typed('dcatapit:Dataset')[0]?.['dcat:contactPoint'] as { '@id': string })['@id'],
    );
  });
});
