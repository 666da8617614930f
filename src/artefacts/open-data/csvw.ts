import type { Translate } from '../../i18n/strings.ts';
import { listSeparator } from './csv.ts';
import type { Column, Table } from './tables.ts';

/** The licence of the open data. */
export const licenceName = 'CC BY 4.0';
export const licenceUrl = 'https://creativecommons.org/licenses/by/4.0/';

const column = (
  { name, datatype, list, lang, required, meaning }: Column,
  says: (key: Column['meaning']) => object,
) => ({
  name: name.replaceAll('-', '_'),
  titles: name,
  'dc:description': says(meaning),
  datatype,
  ...(list ? { separator: listSeparator, ordered: false } : {}),
  ...(lang ? { lang } : {}),
  required,
});

/**
 * Describes all tables for machines, as CSV on the Web (https://www.w3.org/TR/tabular-metadata/). A reader that knows
 * the standard looks for it at `csv-metadata.json` beside the tables.
 * @param tables the published tables
 * @param translators the interface strings of each language
 * @param sourceLang the language that is authoritative
 */
export const csvwMetadata = (
  tables: readonly Table[],
  translators: ReadonlyMap<string, Translate>,
  sourceLang: string,
): string => {
  const inAll = (key: Column['meaning']) =>
    [...translators].map(([lang, t]) => ({ '@value': t(key), '@language': lang }));
  return `${JSON.stringify(
    {
      '@context': ['http://www.w3.org/ns/csvw', { '@language': sourceLang }],
      'dc:license': { '@id': licenceUrl },
      dialect: { encoding: 'utf-8', header: true, delimiter: ',', lineTerminators: ['\r\n'] },
      tables: tables.map(({ id, title, meaning, columns }) => ({
        url: `${id}.csv`,
        'dc:title': inAll(title),
        'dc:description': inAll(meaning),
        tableSchema: {
          primaryKey: 'id',
          columns: columns.map((each) => column(each, inAll)),
          // The standard compares whole cells, so a list cannot be followed to another table.
          foreignKeys: columns
            .filter(({ refersTo, list }) => refersTo && !list)
            .map(({ name, refersTo }) => ({
              columnReference: name,
              reference: { resource: `${refersTo}.csv`, columnReference: 'id' },
            })),
        },
      })),
    },
    null,
    2,
  )}\n`;
};
