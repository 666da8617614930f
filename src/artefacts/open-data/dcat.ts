import type { Translate } from '../../i18n/strings.ts';
import { licenceUrl } from './csvw.ts';
import type { Table, TableId } from './tables.ts';

/** What the catalogue says beyond its tables. */
export interface CatalogueFacts {
  /** Address of the page of the data, ending in `/`. */
  page: string;
  /** Name of the body that publishes, and an identifier of its own. */
  publisher: { name: string; identifier: string; homepage: string };
  contactEmail: string;
  /** The day that each table's newest record or source is of, `YYYY-MM-DD`; a table without dates has the newest. */
  modified: Readonly<Partial<Record<TableId, string>>>;
  /** The first and the last year that the data tell of. */
  years: { first: string; last: string } | undefined;
  /** Names of the network's editions. */
  editions: readonly string[];
}

const authority = 'http://publications.europa.eu/resource/authority';
const vocabulary = 'https://w3id.org/italia/controlled-vocabulary';

/** The European Union's codes of languages, by ours. */
const languageCodes: Readonly<Record<string, string>> = {
  it: 'ITA',
  en: 'ENG',
  fr: 'FRA',
  es: 'SPA',
  ar: 'ARA',
  uk: 'UKR',
  zh: 'ZHO',
  bn: 'BEN',
  ur: 'URD',
  sq: 'SQI',
};

/** What is said of a file of each format. */
const fileMeanings = {
  csv: 'data.file.csv',
  json: 'data.file.json',
  geojson: 'data.file.geojson',
} as const;

/**
 * The catalogue of the open data in the Italian profile of DCAT
 * (https://www.dati.gov.it/content/dcat-ap-it-v10-profilo-italiano-dcat-ap-0), as JSON-LD.
 * @param tables the published tables
 * @param translators the interface strings of each language
 */
export const catalogue = (
  tables: readonly Table[],
  translators: ReadonlyMap<string, Translate>,
  { page, publisher, contactEmail, modified, years, editions }: CatalogueFacts,
): string => {
  type Key =
    Table['title'] | 'data.title' | 'data.description' | (typeof fileMeanings)[keyof typeof fileMeanings];
  const inAll = (key: Key) => [...translators].map(([lang, t]) => ({ '@value': t(key), '@language': lang }));
  const dated = (day: string | undefined) =>
    day === undefined ? {} : { 'dct:modified': { '@value': day, '@type': 'xsd:date' } };
  const newest = Object.values(modified).sort().at(-1);
  const keywords = [...translators].flatMap(([lang, t]) =>
    t('data.keywords')
      .split(',')
      .map((word) => ({ '@value': word.trim(), '@language': lang })),
  );
  const period = years && {
    'dct:temporal': {
      '@type': 'dct:PeriodOfTime',
      'dcat:startDate': { '@value': years.first, '@type': 'xsd:gYear' },
      'dcat:endDate': { '@value': years.last, '@type': 'xsd:gYear' },
    },
  };
  const language = [...translators.keys()].flatMap((lang) =>
    languageCodes[lang] ? [{ '@id': `${authority}/language/${languageCodes[lang]}` }] : [],
  );
  const agent = { '@id': `${page}#editore` };
  const licence = { '@id': `${vocabulary}/licences/A21_CCBY40` };
  const contact = { '@id': `${page}#contatto` };

  const distribution = (
    table: Table,
    ending: keyof typeof fileMeanings,
    format: string,
    mediaType: string,
  ) => ({
    '@id': `${page}${table.id}.${ending}`,
    '@type': ['dcatapit:Distribution', 'dcat:Distribution'],
    'dct:title': [...translators].map(([lang, t]) => ({
      '@value': `${t(table.title)} (${format.replace('_', ' ')})`,
      '@language': lang,
    })),
    'dct:description': inAll(fileMeanings[ending]),
    'dct:format': { '@id': `${authority}/file-type/${format}` },
    'dcat:mediaType': { '@id': `https://www.iana.org/assignments/media-types/${mediaType}` },
    'dcat:accessURL': { '@id': page },
    'dcat:downloadURL': { '@id': `${page}${table.id}.${ending}` },
    'dct:conformsTo': { '@id': `${page}csv-metadata.json` },
    'dct:license': licence,
    ...dated(modified[table.id] ?? newest),
  });

  const datasets = tables.map((table) => ({
    '@id': `${page}#${table.id}`,
    '@type': ['dcatapit:Dataset', 'dcat:Dataset'],
    'dct:identifier': table.id,
    'dct:title': inAll(table.title),
    'dct:description': inAll(table.meaning),
    ...dated(modified[table.id] ?? newest),
    'dcat:keyword': [...keywords, ...editions.map((name) => ({ '@value': name, '@language': 'it' }))],
    ...period,
    'dcat:theme': { '@id': `${authority}/data-theme/SOCI` },
    'dct:accrualPeriodicity': { '@id': `${authority}/frequency/IRREG` },
    'dct:language': language,
    'dct:spatial': { '@id': `${authority}/country/ITA` },
    'dct:rightsHolder': agent,
    'dct:publisher': agent,
    'dct:creator': agent,
    'dcat:contactPoint': contact,
    'dcat:landingPage': { '@id': page },
    'dcat:distribution': [
      distribution(table, 'csv', 'CSV', 'text/csv'),
      distribution(table, 'json', 'JSON', 'application/json'),
      ...(table.id === 'citta' ? [distribution(table, 'geojson', 'GEOJSON', 'application/geo+json')] : []),
    ],
  }));

  return `${JSON.stringify(
    {
      '@context': {
        dcat: 'http://www.w3.org/ns/dcat#',
        dcatapit: 'http://dati.gov.it/onto/dcatapit#',
        dct: 'http://purl.org/dc/terms/',
        foaf: 'http://xmlns.com/foaf/0.1/',
        vcard: 'http://www.w3.org/2006/vcard/ns#',
        xsd: 'http://www.w3.org/2001/XMLSchema#',
      },
      '@graph': [
        {
          '@id': `${page}#catalogo`,
          '@type': ['dcatapit:Catalog', 'dcat:Catalog'],
          'dct:title': inAll('data.title'),
          'dct:description': inAll('data.description'),
          'dct:publisher': agent,
          ...dated(newest),
          'dct:language': language,
          'dct:license': licence,
          'foaf:homepage': { '@id': page },
          'dcat:themeTaxonomy': { '@id': `${authority}/data-theme` },
          'dcat:dataset': datasets.map((dataset) => ({ '@id': dataset['@id'] })),
        },
        ...datasets,
        {
          ...agent,
          '@type': ['dcatapit:Agent', 'foaf:Agent'],
          'foaf:name': publisher.name,
          'dct:identifier': publisher.identifier,
          'foaf:homepage': { '@id': publisher.homepage },
        },
        {
          ...contact,
          '@type': ['dcatapit:Organization', 'vcard:Organization'],
          'vcard:fn': publisher.name,
          'vcard:hasEmail': { '@id': `mailto:${contactEmail}` },
        },
        {
          ...licence,
          '@type': ['dcatapit:LicenseDocument', 'dct:LicenseDocument'],
          'foaf:name': 'Creative Commons Attribuzione 4.0 Internazionale (CC BY 4.0)',
          'dct:type': { '@id': 'http://purl.org/adms/licencetype/Attribution' },
          'foaf:page': { '@id': licenceUrl },
        },
      ],
    },
    null,
    2,
  )}\n`;
};
