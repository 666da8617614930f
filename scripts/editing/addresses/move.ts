import { resolve } from 'node:path';
import { isConcept } from '../../../src/schemas/content-path.ts';
import { concepts, type ConceptName } from '../../../src/schemas/index.ts';
import { SLUG } from '../../../src/lib/slug.ts';
import { stop } from '../command-line.ts';
import type { Content, ContentEntry } from '../content/read.ts';
import { fieldAt } from '../content/schema-fields.ts';
import { leavesOf } from '../content/values.ts';
import { addressOf } from './of-content.ts';

/** An entry with an address of its own. */
export interface Place {
  concept: ConceptName;
  id: string;
  address: string;
}

/** What the name of a city is part of cannot be moved one by one. */
const movable: readonly ConceptName[] = ['press-notes', 'pages', 'videos', 'areas'];

/**
 * The place that somebody names: its folder (`content/press-notes/2023-11-03-palermo`) or its address
 * (`/note-stampa/2023-11-03-palermo/`). A name that means no such place ends the command.
 */
export const placeOf = (typed: string, content: Pick<Content, 'root'>): Place => {
  const below = resolve(typed).startsWith(`${content.root}/`)
    ? resolve(typed).slice(content.root.length + 1)
    : typed.replace(/^(?:\.\/)?content\//, '');
  const found =
    typed.startsWith('/') && !resolve(typed).startsWith(content.root) ? byAddress(typed) : byFolder(below);
  if (!found || !found.id.split('/').every((part) => SLUG.test(part)))
    return stop(
      `"${typed}" non è la cartella di un contenuto né un indirizzo del sito. Scrivi per esempio: npm run sposta -- press-notes/2023-11-03-palermo press-notes/2023-11-04-palermo`,
    );
  if (!movable.includes(found.concept))
    stop(
      `Con questo comando si spostano note, pagine, video e ambiti. Il nome di una città è anche nelle cartelle delle sue note e attività: cambialo solo con chi gestisce il sito.`,
    );
  return { ...found, address: addressOf(found) as string };
};

const byFolder = (path: string): { concept: ConceptName; id: string } | undefined => {
  const [folder = '', ...rest] = path.replace(/\/+$/, '').split('/');
  const id = rest.join('/').replace(/\/it\.mdx$|\.yaml$/, '');
  return isConcept(folder) && id !== '' ? { concept: folder, id } : undefined;
};

const byAddress = (path: string): { concept: ConceptName; id: string } | undefined => {
  const address = path.endsWith('/') ? path : `${path}/`;
  const sections = (Object.keys(concepts) as ConceptName[]).filter((concept) => concept !== 'pages');
  for (const concept of [...sections, 'pages' as const]) {
    const start = addressOf({ concept, id: 'X' })?.replace(/X\/$/, '');
    if (start === undefined || !address.startsWith(start)) continue;
    const id = address.slice(start.length, -1);
    if (id !== '' && (concept === 'pages' || !id.includes('/'))) return { concept, id };
  }
  return undefined;
};

/** The files of an entry by path, and where they stand after the move. */
export const filesOf = (content: Content, from: Place, to: Place): ReadonlyMap<string, string> => {
  const isMdx = concepts[from.concept].format === 'mdx';
  const start = `${from.concept}/${from.id}`;
  return new Map(
    content.files.flatMap(({ path }) => {
      const rest = path.startsWith(start) ? path.slice(start.length) : undefined;
      // The texts of a page; below its folder others may have theirs. A video has its files in a folder of its name.
      const isOwn =
        rest !== undefined &&
        (isMdx ? /^\/[^/]+$/.test(rest) : /^(?:\.[a-z]{2,3})?\.yaml$/.test(rest) || /^\/[^/]+$/.test(rest));
      return isOwn ? [[path, `${to.concept}/${to.id}${rest}`] as const] : [];
    }),
  );
};

/** Where in a text an entry is named by its id: its way in the YAML, and its characters in the file. */
const named = (entry: ContentEntry, { concept, id }: Place): number[] => {
  const lines = (entry.file.text ?? '').split('\n');
  const starts = lines.reduce<number[]>((all, line) => [...all, (all.at(-1) ?? 0) + line.length + 1], [0]);
  return leavesOf(entry.yaml.value)
    .filter(({ path, value }) => value === id && fieldAt(entry.schema, path)?.refersTo === concept)
    .map(({ path }) => {
      const { line, column } = entry.yaml.valuePositionOf(path);
      return (starts[line - 1] ?? 0) + column - 1;
    });
};

/**
 * The texts that name an entry or lead to it, as they are after its move.
 * @returns new texts by path; what names it nowhere is left out
 */
export const renamedIn = (content: Content, from: Place, to: Place): ReadonlyMap<string, string> => {
  const entries = new Map(content.entries.map((entry) => [entry.file.path, entry]));
  const changed = new Map<string, string>();
  for (const { path, text } of content.files) {
    if (text === undefined || path.startsWith('README') || path === 'addresses.yaml') continue;
    const entry = entries.get(path);
    let next = text;
    for (const start of (entry ? named(entry, from) : []).sort((a, b) => b - a)) {
      const at = next.indexOf(from.id, start);
      next = next.slice(0, at) + to.id + next.slice(at + from.id.length);
    }
    // An address ends where the slash is: "/video/a/" is no part of "/video/a-b/".
    next = next.replaceAll(from.address, to.address);
    if (from.concept === 'videos') next = next.replaceAll(`<Video id="${from.id}"`, `<Video id="${to.id}"`);
    if (next !== text) changed.set(path, next);
  }
  return changed;
};
