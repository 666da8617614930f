import { readBody } from '../check/body.ts';
import type { Content, ContentEntry } from '../content/read.ts';
import { entriesAt, textAt, valueAt } from '../content/values.ts';

/** An address outside the site that the content relies on. */
export interface OutsideSource {
  url: string;
  /** The title of the source, or the file of the text that links it. */
  title: string;
  /** When the newsroom read it, `2026-11-20`; absent for a link in a text. */
  consulted?: string;
  /** Pages that use it, without language prefix; none for a source that no page shows yet. */
  pages: string[];
  /** What is wrong with the form of its address, in Italian. */
  problems: string[];
}

/**
 * Every address outside the site that the Italian content names, in alphabetical order.
 * The same address in several files is one source.
 */
export const outsideSources = (content: Content): OutsideSource[] => {
  const records = content.entries.filter(({ isRecord }) => isRecord);
  const found = records.flatMap((entry) =>
    entry.concept === 'facts'
      ? ofFacts(entry, projectPageOf(records))
      : [...ofRecord(entry), ...ofBody(entry)],
  );
  return [...Map.groupBy(found, ({ url }) => url)]
    .map(([url, uses]) => {
      const read = uses.filter(({ consulted }) => consulted !== undefined);
      const [first = uses[0] as Use] = read;
      const titles = new Set(read.map(({ title }) => title));
      return {
        ...first,
        pages: [...new Set(uses.flatMap(({ pages }) => pages))].sort(),
        problems: [
          ...formProblems(url),
          ...(titles.size > 1 ? [`ha titoli diversi: ${[...titles].join(' | ')}`] : []),
        ],
      };
    })
    .sort((a, b) => (a.url < b.url ? -1 : 1));
};

type Use = Omit<OutsideSource, 'problems'>;

/** The page of the edition in front tells the network's dates and what else is known of the project. */
const projectPageOf = (records: readonly ContentEntry[]): string | undefined => {
  const first = records.find(
    ({ concept, yaml }) => concept === 'editions' && valueAt(yaml.value, ['toldFirst']) === true,
  )?.id;
  const page = records.find(
    ({ concept, yaml }) => concept === 'pages' && textAt(yaml.value, ['edition']) === first,
  );
  return page && `/${page.id}/`;
};

const ofFacts = ({ yaml: { value } }: ContentEntry, projectPage: string | undefined): Use[] => {
  const city = textAt(value, ['city']);
  const facts = entriesAt(value, ['facts']).map(([, fact]) => fact);
  return entriesAt(value, ['sources']).map(([id, source]) => {
    const own = facts.filter((fact) => textAt(fact, ['source']) === id);
    const isOnTimeline = own.some((fact) => valueAt(fact, ['timeline']) === true && textAt(fact, ['date']));
    const isOfProject = city === undefined && own.length > 0;
    return {
      ...named(source),
      pages: [
        ...(city !== undefined && own.length > 0 ? [`/citta/${city}/`] : []),
        ...((isOnTimeline || isOfProject) && projectPage !== undefined ? [projectPage] : []),
      ],
    };
  });
};

const ofRecord = (entry: ContentEntry): Use[] => {
  const source = valueAt(entry.yaml.value, ['source']);
  return textAt(source, ['url']) === undefined ? [] : [{ ...named(source), pages: [pageOf(entry)] }];
};

const named = (source: unknown): Pick<Use, 'url' | 'title' | 'consulted'> => ({
  url: textAt(source, ['url']) ?? '',
  title: textAt(source, ['title']) ?? '',
  consulted: textAt(source, ['consulted']) ?? '',
});

const ofBody = (entry: ContentEntry): Use[] =>
  (readBody(entry)?.references ?? [])
    .filter(({ kind, target }) => kind === 'link' && /^https?:/i.test(target))
    .map(({ target }) => ({ url: target, title: entry.file.path, pages: [pageOf(entry)] }));

const pageOf = ({ concept, id, yaml }: ContentEntry): string => {
  const city = textAt(yaml.value, ['city']);
  if (concept === 'press-notes') return `/note-stampa/${id}/`;
  if (concept === 'videos') return `/video/${id}/`;
  if (concept === 'partners') return '/partner/';
  if (concept === 'help') return '/aiuto/';
  if (concept === 'activities' && city !== undefined) return `/citta/${city}/`;
  if (concept === 'cities') return `/citta/${id}/`;
  return `/${id}/`;
};

/** Parameters that follow the reader and say nothing of the page. */
const TRACKING = /^(utm_\w+|fbclid|gclid|mc_[ce]id|igshid)$/;

/** What is wrong with the form of an address; whether it answers is not asked, so that nothing is contacted. */
export const formProblems = (address: string): string[] => {
  if (/\s/.test(address)) return ['contiene uno spazio'];
  const url = URL.parse(address);
  if (!url || !/^https?:$/.test(url.protocol)) return ['non è un indirizzo completo (https://…)'];
  const tracking = [...url.searchParams.keys()].filter((name) => TRACKING.test(name));
  return [
    ...(url.username || url.password ? ['contiene un nome utente o una password'] : []),
    ...(url.hostname.includes('.') ? [] : ['il nome del sito non è completo']),
    ...(tracking.length > 0 ? [`segue chi lo apre: togli ${tracking.join(', ')}`] : []),
  ];
};
