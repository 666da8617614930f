import type { APIRoute, GetStaticPaths } from 'astro';
import { csvwMetadata } from '../../artefacts/open-data/csvw.ts';
import { toCsv } from '../../artefacts/open-data/csv.ts';
import { catalogue } from '../../artefacts/open-data/dcat.ts';
import { citiesGeoJson } from '../../artefacts/open-data/geojson.ts';
import { toJson } from '../../artefacts/open-data/json.ts';
import { openDataTables, tableIds } from '../../artefacts/open-data/tables.ts';
import { languages, sourceLanguage } from '../../i18n/languages.ts';
import { translator } from '../../i18n/strings.ts';
import { openData } from '../../queries/open-data.ts';
import { absoluteUrl } from '../../queries/addresses.ts';
import { siteConfig } from '../../site.config.ts';
import { addresses } from '../../lib/addresses.ts';

const types = {
  csv: 'text/csv; charset=utf-8; header=present',
  json: 'application/json; charset=utf-8',
  geojson: 'application/geo+json',
  jsonld: 'application/ld+json',
};

export const getStaticPaths = (() =>
  [
    ...tableIds.flatMap((id) => [`${id}.csv`, `${id}.json`]),
    'citta.geojson',
    'csv-metadata.json',
    'catalogo.jsonld',
  ].map((file) => ({ params: { file } }))) satisfies GetStaticPaths;

const textOf = async (file: string): Promise<string> => {
  const view = await openData();
  const tables = openDataTables(
    view,
    languages.map(({ code }) => code),
  );
  const translators = new Map(languages.map(({ code }) => [code, translator(code)]));
  if (file === 'citta.geojson') return citiesGeoJson(view.cities);
  if (file === 'csv-metadata.json') return csvwMetadata(tables, translators, sourceLanguage.code);
  if (file === 'catalogo.jsonld') {
    return catalogue(tables, translators, {
      page: absoluteUrl(addresses.data),
      publisher: {
        name: siteConfig.responsible.publisher?.name ?? translator(sourceLanguage.code)('responsible.unset'),
        identifier: absoluteUrl('/'),
        homepage: siteConfig.responsible.publisher?.url ?? absoluteUrl('/'),
      },
      contactEmail: siteConfig.responsible.contact?.email ?? siteConfig.feedbackEmail,
      modified: view.modified,
      years: view.years,
      editions: view.editions.map(({ name }) => name),
    });
  }
  const [id, ending] = file.split('.');
  const table = tables.find((candidate) => candidate.id === id);
  if (!table) throw new RangeError(`There is no open data file "${file}".`);
  return ending === 'csv' ? toCsv(table) : toJson(table);
};

/** The files of the open data. */
export const GET: APIRoute = async ({ params }) => {
  const file = params['file'] as string;
  const ending = file.split('.').at(-1) as keyof typeof types;
  return new Response(await textOf(file), { headers: { 'content-type': types[ending] } });
};
