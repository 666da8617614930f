import { slugOf } from '../../../src/lib/slug.ts';
import { contentPath, isConcept } from '../../../src/schemas/content-path.ts';
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
  const found = files.flatMap(({ path }) => {
    const text = contentPath(path, languages[0] as string);
    return text?.isRecord ? [text, { ...text, id: slugsOf(text.id) }] : idOfMisnamed(path);
  });
  const ids = (concept: string): Set<string> =>
    new Set(found.filter((each) => each.concept === concept).map(({ id }) => id));
  return Object.fromEntries(
    Object.keys(concepts).map((name) => [name, ids(name)]),
  ) as unknown as CheckContext['ids'];
};

const slugsOf = (id: string): string => id.split('/').map(slugOf).join('/');

/** The folder of an Italian text with a wrong ending is told of there, and not at every mention of it. */
const idOfMisnamed = (path: string): { concept: string; id: string }[] => {
  const [, concept = '', id = ''] = /^([^/]+)\/(.+)\/it\.(?:mdx?|markdown|txt)(?:\.\w+)*$/i.exec(path) ?? [];
  return isConcept(concept) && concepts[concept].format === 'mdx' ? [{ concept, id: slugsOf(id) }] : [];
};
