import type { UiKey } from '../../i18n/strings.ts';
import type { OpenDataView, Texts } from '../../queries/open-data.ts';

/** What a cell holds; `null` is an empty cell. */
export type Cell = string | number | boolean | readonly string[] | null;

/** A column of a published table. */
export interface Column {
  name: string;
  /** XML Schema datatype, as CSV on the Web names it. */
  datatype: 'string' | 'integer' | 'decimal' | 'boolean' | 'date' | 'anyURI';
  /** Whether the cell holds any number of values. */
  list: boolean;
  /** The language of a column of texts. */
  lang?: string;
  /** Whether no cell is empty. */
  required: boolean;
  /** The table whose `id` the cell names. */
  refersTo?: TableId;
  /** Interface string that says what the column means. */
  meaning: UiKey;
}

export const tableIds = ['edizioni', 'citta', 'attivita', 'partner', 'cifre', 'note-stampa'] as const;
export type TableId = (typeof tableIds)[number];

/** A published table: the same for CSV, JSON, the page's preview and the description for machines. */
export interface Table {
  id: TableId;
  title: UiKey;
  meaning: UiKey;
  columns: readonly Column[];
  rows: readonly Readonly<Record<string, Cell>>[];
}

type ColumnOptions = Partial<Pick<Column, 'datatype' | 'list' | 'required' | 'refersTo'>>;

/** A column and what it takes from a record. */
type Source<Item> = readonly [Column, (item: Item) => Cell];

const column = <Item>(
  name: string,
  meaning: UiKey,
  pick: (item: Item) => Cell,
  options: ColumnOptions = {},
): Source<Item> => [{ name, meaning, datatype: 'string', list: false, required: false, ...options }, pick];

/** One column a language: `titolo_it`, `titolo_en` … */
const texts = <Item>(
  name: string,
  meaning: UiKey,
  languages: readonly string[],
  pick: (item: Item) => Texts | Readonly<Record<string, readonly string[]>>,
  options: ColumnOptions = {},
): Source<Item>[] =>
  languages.map((lang) => [
    { name: `${name}_${lang}`, meaning, datatype: 'string', list: false, required: false, lang, ...options },
    (item) => pick(item)[lang] ?? null,
  ]);

const table = <Item>(id: TableId, sources: readonly Source<Item>[], items: readonly Item[]): Table => ({
  id,
  title: `data.table.${id}`,
  meaning: `data.table.${id}.meaning`,
  columns: sources.map(([column]) => column),
  rows: items.map((item) => Object.fromEntries(sources.map(([{ name }, pick]) => [name, pick(item)]))),
});

const required = { required: true } as const;
const list = { list: true } as const;
const address = { datatype: 'anyURI' } as const;

/**
 * The tables that the site publishes.
 * @param view the content as data
 * @param languages codes of the site's languages: each has its own column of texts
 */
export const openDataTables = (view: OpenDataView, languages: readonly string[]): Table[] => [
  table<OpenDataView['editions'][number]>(
    'edizioni',
    [
      column('id', 'data.column.id', ({ id }) => id, required),
      column('nome', 'data.column.edition-name', ({ name }) => name, required),
      column('comincia', 'data.column.begins', ({ begins }) => begins),
      column('finisce', 'data.column.ends', ({ ends }) => ends),
      column('stato', 'data.column.state', ({ state }) => state, required),
      column('pagina', 'data.column.page', ({ page }) => page, { ...address, ...required }),
    ],
    view.editions,
  ),
  table<OpenDataView['cities'][number]>(
    'citta',
    [
      column('id', 'data.column.id', ({ id }) => id, required),
      ...texts<OpenDataView['cities'][number]>('nome', 'data.column.name', languages, ({ name }) => name),
      column('nome_ufficiale', 'data.column.official-name', ({ officialName }) => officialName),
      column('regione', 'data.column.region', ({ region }) => region, required),
      column('latitudine', 'data.column.lat', ({ lat }) => lat, { datatype: 'decimal', required: true }),
      column('longitudine', 'data.column.lon', ({ lon }) => lon, { datatype: 'decimal', required: true }),
      column('edizioni', 'data.column.editions', ({ editions }) => editions, { ...list, ...required }),
      column('ambiti', 'data.column.areas-by-edition', ({ areas }) => areas, list),
      column('attivita', 'data.column.activity-count', ({ activityCount }) => activityCount, {
        datatype: 'integer',
        required: true,
      }),
      column('note', 'data.column.notes', ({ notes }) => notes, { ...list, refersTo: 'note-stampa' }),
      column('video', 'data.column.video', ({ hasVideo }) => hasVideo, {
        datatype: 'boolean',
        required: true,
      }),
      ...texts<OpenDataView['cities'][number]>(
        'descrizione',
        'data.column.summary',
        languages,
        ({ summary }) => summary,
      ),
      column('fonte', 'data.column.source', ({ source }) => source, address),
      column('pagina', 'data.column.page', ({ page }) => page, { ...address, ...required }),
    ],
    view.cities,
  ),
  table<OpenDataView['activities'][number]>(
    'attivita',
    [
      column('id', 'data.column.id', ({ id }) => id, required),
      column('citta', 'data.column.city', ({ city }) => city, { ...required, refersTo: 'citta' }),
      column('edizione', 'data.column.edition', ({ edition }) => edition, required),
      column('ambiti', 'data.column.areas', ({ areas }) => areas, { ...list, ...required }),
      ...texts<OpenDataView['activities'][number]>(
        'titolo',
        'data.column.title',
        languages,
        ({ title }) => title,
      ),
      ...texts<OpenDataView['activities'][number]>(
        'descrizione',
        'data.column.summary',
        languages,
        ({ summary }) => summary,
      ),
      ...texts<OpenDataView['activities'][number]>(
        'per_chi',
        'data.column.for-whom',
        languages,
        ({ forWhom }) => forWhom,
      ),
      ...texts<OpenDataView['activities'][number]>(
        'laboratori',
        'data.column.workshops',
        languages,
        ({ workshops }) => workshops,
        list,
      ),
      column('luoghi', 'data.column.places', ({ places }) => places, list),
      column('fonte', 'data.column.source', ({ source }) => source, { ...address, ...required }),
      column('pagina', 'data.column.page', ({ page }) => page, { ...address, ...required }),
    ],
    view.activities,
  ),
  table<OpenDataView['partners'][number]>(
    'partner',
    [
      column('id', 'data.column.id', ({ id }) => id, required),
      column('nome', 'data.column.partner-name', ({ name }) => name, required),
      column('ruolo', 'data.column.role', ({ role }) => role, required),
      column('edizioni', 'data.column.editions', ({ editions }) => editions, { ...list, ...required }),
      column('citta', 'data.column.cities', ({ cities }) => cities, { ...list, refersTo: 'citta' }),
      ...texts<OpenDataView['partners'][number]>(
        'spiegazione',
        'data.column.explanation',
        languages,
        ({ explanation }) => explanation,
      ),
      column('sito', 'data.column.website', ({ website }) => website, address),
      column('fonti', 'data.column.sources', ({ sources }) => sources, { ...address, ...list, ...required }),
    ],
    view.partners,
  ),
  table<OpenDataView['figures'][number]>(
    'cifre',
    [
      column('id', 'data.column.id', ({ id }) => id, required),
      column('origine', 'data.column.origin', ({ origin }) => origin, required),
      column('valore', 'data.column.value', ({ value }) => value, { datatype: 'decimal' }),
      column('precisione', 'data.column.qualifier', ({ qualifier }) => qualifier),
      ...texts<OpenDataView['figures'][number]>(
        'etichetta',
        'data.column.label',
        languages,
        ({ label }) => label,
      ),
      column('ambiti', 'data.column.areas', ({ areas }) => areas, list),
      column('citta', 'data.column.city', ({ city }) => city, { refersTo: 'citta' }),
      column('edizione', 'data.column.edition', ({ edition }) => edition),
      column('affidabilita', 'data.column.confidence', ({ confidence }) => confidence, required),
      column('fonte', 'data.column.source', ({ source }) => source, { ...address, ...required }),
    ],
    view.figures,
  ),
  table<OpenDataView['notes'][number]>(
    'note-stampa',
    [
      column('id', 'data.column.id', ({ id }) => id, required),
      column('data', 'data.column.date', ({ date }) => date, { datatype: 'date', required: true }),
      column('modificata', 'data.column.modified', ({ modified }) => modified, {
        datatype: 'date',
        required: true,
      }),
      column('citta', 'data.column.city', ({ city }) => city, { ...required, refersTo: 'citta' }),
      column('edizione', 'data.column.edition', ({ edition }) => edition, required),
      column('ambiti', 'data.column.areas', ({ areas }) => areas, list),
      ...texts<OpenDataView['notes'][number]>('titolo', 'data.column.title', languages, ({ title }) => title),
      ...texts<OpenDataView['notes'][number]>(
        'sommario',
        'data.column.subtitle',
        languages,
        ({ subtitle }) => subtitle,
      ),
      ...texts<OpenDataView['notes'][number]>(
        'sommario_citta',
        'data.column.city-summary',
        languages,
        ({ citySummary }) => citySummary,
      ),
      column('lingue', 'data.column.languages', ({ languages }) => languages, { ...list, ...required }),
      column('pagina', 'data.column.page', ({ page }) => page, { ...address, ...required }),
    ],
    view.notes,
  ),
];
