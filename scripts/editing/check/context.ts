import { contentPath } from '../../../src/schemas/content-path.ts';
import { concepts, type ConceptName } from '../../../src/schemas/index.ts';
import type { Content, ContentEntry } from '../content/read.ts';
import { readBody, type Body } from './body.ts';
import type { Problem } from './problem.ts';

/** What every check looks at. */
export interface CheckContext extends Content {
  /**
   * Ids that exist, by concept. They come from the names of files, so that one unreadable file does not make
   * every mention of it a second problem.
   */
  ids: Record<ConceptName, ReadonlySet<string>>;
  /** The Italian records that can be read. */
  records: readonly ContentEntry[];
  /** The Italian record with this id. */
  record: (concept: ConceptName, id: string) => ContentEntry | undefined;
  /** The MDX body of an entry, read once. */
  bodyOf: (entry: ContentEntry) => Body | undefined;
}

/** One kind of mistake, looked for in the whole content. */
export type Check = (context: CheckContext) => Problem[];

/** Prepares what the checks share. */
export const checkContext = (content: Content): CheckContext => {
  const records = content.entries.filter(({ isRecord }) => isRecord);
  const byId = new Map(records.map((entry) => [`${entry.concept}/${entry.id}`, entry]));
  const bodies = new Map<ContentEntry, Body | undefined>();
  return {
    ...content,
    ids: existingIds(content),
    records,
    record: (concept, id) => byId.get(`${concept}/${id}`),
    bodyOf: (entry) => {
      if (!bodies.has(entry)) bodies.set(entry, readBody(entry));
      return bodies.get(entry);
    },
  };
};

const existingIds = ({ files, languages }: Content): CheckContext['ids'] => {
  const records = files
    .map(({ path }) => contentPath(path, languages[0] as string))
    .filter((found) => found?.isRecord === true);
  const ids = (concept: string): Set<string> =>
    new Set(records.filter((found) => found?.concept === concept).map((found) => found?.id ?? ''));
  return Object.fromEntries(
    Object.keys(concepts).map((name) => [name, ids(name)]),
  ) as unknown as CheckContext['ids'];
};
