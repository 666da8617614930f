import { globSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { ConceptName } from '../../../src/schemas/index.ts';
import type { CheckContext } from './context.ts';

const pagesDir = join(import.meta.dirname, '../../../src/pages/[...lang]');

/** Which concept fills in the parameter of a route. */
const parameters: Record<string, ConceptName> = {
  ambiti: 'areas',
  citta: 'cities',
  'note-stampa': 'press-notes',
  video: 'videos',
};

let found: { fixed: ReadonlySet<string>; open: readonly string[] } | undefined;

/** The site's own routes, read from the folder of its pages so that no list has to be kept. */
const routes = () => {
  if (found) return found;
  const paths = globSync('**/*.astro', { cwd: pagesDir }).map((path) => path.replace(/(index)?\.astro$/, ''));
  const fixed = paths.filter((path) => !path.includes('[')).map((path) => `/${path}/`.replace(/\/+/g, '/'));
  const open = paths.filter((path) => path.includes('[')).map((path) => path.split('/')[0] as string);
  return (found = { fixed: new Set(fixed), open });
};

const siteDir = join(import.meta.dirname, '../../..');
/** Folders that the build makes beside the pages: the editors' form, the search's index, Astro's files. */
const BUILT_FOLDERS = ['admin', 'pagefind', '_astro'];

let taken: ReadonlySet<string> | undefined;

/** First parts of addresses that a plain page cannot have: what the site has of its own is found there instead. */
export const takenByTheSite = (): ReadonlySet<string> =>
  (taken ??= new Set([
    ...globSync(['src/pages/*', 'src/pages/[[]...lang[]]/*', 'public/*'], { cwd: siteDir })
      .map((path) => basename(path).replace(/\.(?:astro|ts)$/, ''))
      .filter((name) => !name.includes('[')),
    ...BUILT_FOLDERS,
  ]));

/** Every address of a page, without language prefix. */
export const addressesOf = ({ ids }: CheckContext): ReadonlySet<string> => {
  const ofContent = routes().open.flatMap((section) => {
    const concept = parameters[section];
    return concept ? [...ids[concept]].map((id) => `/${section}/${id}/`) : [];
  });
  return new Set([...routes().fixed, ...ofContent, ...[...ids.pages].map((id) => `/${id}/`)]);
};

/** The concept and id behind an address that has a text with fragments. */
export const textBehind = (path: string): { concept: ConceptName; id: string } => {
  const note = /^\/note-stampa\/([^/]+)\/$/.exec(path)?.[1];
  return note === undefined
    ? { concept: 'pages', id: path.slice(1, -1) }
    : { concept: 'press-notes', id: note };
};
