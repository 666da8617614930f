import { globSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { check } from '@placemarkio/check-geojson';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { languages } from '../../src/i18n/languages.ts';
import { pathIn } from '../../src/i18n/paths.ts';
import { contentDir } from '../../src/lib/content-dir.ts';
import { parseCsv, recordsOf } from '../artefacts/open-data/parse-csv.ts';
import { builtDir, pageAt } from './built-site.ts';

const published = (file: string): string => readFileSync(join(builtDir, 'dati', file), 'utf8');

/** Ids of the content's files: `name.yaml`, not their translations. */
const idsIn = (folder: string): string[] =>
  globSync('**/*.yaml', { cwd: join(contentDir(), folder) })
    .filter((file) => /^[^.]+\.yaml$/.test(file))
    .map((file) => file.replace('.yaml', ''))
    .sort();
const record = (folder: string, id: string) =>
  parse(readFileSync(join(contentDir(), folder, `${id}.yaml`), 'utf8')) as Record<string, unknown>;

describe('the CSV files parse back to the content', () => {
  test('figures that other sources state', () => {
    const rows = recordsOf(published('cifre.csv'));
    const stated = idsIn('facts').flatMap((id) => {
      const sheet = record('facts', id) as {
        city?: string;
        facts: Record<string, { kind: string; text: string; source: string }>;
        sources: Record<string, { url: string; republishes?: boolean }>;
      };
      return Object.entries(sheet.facts)
        .filter(([, { kind }]) => kind === 'figure')
        .map(([name, fact]) => ({
          id: `${sheet.city ?? 'rete'}/${name}`,
          etichetta_it: fact.text.trim(),
          fonte: sheet.sources[fact.source]?.url,
          origine: sheet.sources[fact.source]?.republishes ? 'republished' : 'external',
        }));
    });
    for (const figure of stated) expect(rows.find(({ id }) => id === figure.id)).toMatchObject(figure);
    expect(rows.filter(({ origine }) => /^(?:external|republished)$/.test(origine ?? ''))).toHaveLength(
      stated.length,
    );
    expect(stated.some(({ origine }) => origine === 'republished')).toBe(true);
  });

  test('cities', () => {
    const rows = recordsOf(published('citta.csv'));
    expect(rows.map(({ id }) => id)).toEqual(idsIn('cities'));
    for (const row of rows) {
      const city = record('cities', row['id']!) as {
        name: string;
        region: string;
        summary: string;
        coordinates: { lat: number; lon: number };
        editions: { edition: string }[];
      };
      expect(row['nome_it']).toBe(city.name);
      expect(row['regione']).toBe(city.region);
      expect(row['descrizione_it']).toBe(city.summary.trim());
      expect([Number(row['latitudine']), Number(row['longitudine'])]).toEqual([
        city.coordinates.lat,
        city.coordinates.lon,
      ]);
      expect(row['edizioni']!.split('|')).toEqual(city.editions.map(({ edition }) => edition));
    }
  });

  test('activities', () => {
    const rows = recordsOf(published('attivita.csv'));
    expect(rows.map(({ id }) => id)).toEqual(idsIn('activities'));
    for (const row of rows) {
      const activity = record('activities', row['id']!) as {
        title: string;
        city: string;
        places?: { name: string }[];
      };
      expect(row['titolo_it']).toBe(activity.title);
      expect(row['citta']).toBe(activity.city);
      expect(row['luoghi']).toBe((activity.places ?? []).map(({ name }) => name).join('|'));
      expect(row['fonte']).toMatch(/^https?:/);
    }
  });

  test('partners', () => {
    const rows = recordsOf(published('partner.csv'));
    expect(rows.map(({ id }) => id)).toEqual(idsIn('partners'));
    for (const row of rows) expect(row['nome']).toBe(record('partners', row['id']!)['name']);
  });

  test('notes and their figures', () => {
    const notes = recordsOf(published('note-stampa.csv'));
    expect(notes.map(({ id }) => id)).toEqual(readdirSync(join(contentDir(), 'press-notes')).sort());
    const figures = recordsOf(published('cifre.csv'));
    for (const { id } of notes) {
      const [, front] =
        /^---\n(.*?)\n---/s.exec(
          readFileSync(join(contentDir(), 'press-notes', id ?? '', 'it.mdx'), 'utf8'),
        ) ?? [];
      const note = parse(front ?? '') as { title: string; figures?: Record<string, { value: number }> };
      expect(notes.find((row) => row['id'] === id)?.['titolo_it']).toBe(note.title);
      for (const [name, { value }] of Object.entries(note.figures ?? {})) {
        const row = figures.find((figure) => figure['id'] === `${id}/${name}`);
        expect(Number(row?.['valore'])).toBe(value);
        expect(row?.['fonte']).toContain(`/note-stampa/${id}/#cifra-${name}`);
      }
    }
  });
});

test.each(['edizioni', 'citta', 'attivita', 'partner', 'cifre', 'note-stampa'])(
  '%s is the same as CSV and as JSON',
  (table) => {
    const rows = recordsOf(published(`${table}.csv`));
    const objects = JSON.parse(published(`${table}.json`)) as Record<string, unknown>[];
    expect(objects).toHaveLength(rows.length);
    expect(rows.length).toBeGreaterThan(0);
    expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length);
    for (const [index, row] of rows.entries()) {
      for (const [name, cell] of Object.entries(objects[index]!)) {
        const written = (Array.isArray(cell) ? cell : [cell ?? '']).join('|');
        expect(row[name]!.replace(/^'(?=['\s]*[=+\-@])/, ''), name).toBe(written);
      }
    }
    for (const field of parseCsv(published(`${table}.csv`)).flat()) expect(field).not.toMatch(/^[=+\-@\t]/);
  },
);

test('the GeoJSON is valid, and every city lies in Italy', () => {
  const { features } = check(published('citta.geojson')) as unknown as {
    features: { id: string; geometry: { coordinates: [number, number] } }[];
  };
  expect(features.map(({ id }) => id)).toEqual(idsIn('cities'));
  for (const { geometry } of features) {
    const [lon, lat] = geometry.coordinates;
    expect(lon).toBeGreaterThan(6.6);
    expect(lon).toBeLessThan(18.6);
    expect(lat).toBeGreaterThan(35.4);
    expect(lat).toBeLessThan(47.1);
  }
});

test('the catalogue lists files that exist', () => {
  const { '@graph': graph } = JSON.parse(published('catalogo.jsonld')) as {
    '@graph': Record<string, unknown>[];
  };
  const urls = graph
    .flatMap((node) => (node['dcat:distribution'] as Record<string, { '@id': string }>[] | undefined) ?? [])
    .map((file) => file['dcat:downloadURL']!['@id']);
  expect(urls).toHaveLength(13);
  for (const url of urls) expect(published(new URL(url).pathname.replace('/dati/', ''))).not.toBe('');
});

test.each(languages.map(({ code }) => pathIn(code, '/dati/')))(
  '%s explains every column and links every file',
  (path) => {
    const { html } = pageAt(path);
    for (const table of ['citta', 'attivita', 'partner', 'cifre', 'note-stampa']) {
      const [header = []] = parseCsv(published(`${table}.csv`));
      for (const name of header)
        expect(html).toMatch(new RegExp(`<th scope="row"[^>]*>\\s*${name}\\s*</th>`));
      for (const ending of ['csv', 'json']) expect(html).toContain(`href="/dati/${table}.${ending}"`);
    }
    expect(html).toContain('href="/dati/citta.geojson"');
  },
);
