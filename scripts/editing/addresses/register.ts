import { z } from 'zod';
import { publicationState } from '../../../src/queries/publication.ts';
import type { Content, ContentEntry } from '../content/read.ts';
import { parseYaml, type YamlSource } from '../content/yaml-source.ts';
import { textAt } from '../content/values.ts';
import { addressOf } from './of-content.ts';

/** The file of the register, below the content folder. */
export const REGISTER = 'addresses.yaml';

const address = z.string().regex(/^\/(?:[a-z0-9-]+\/)*$/, {
  error: 'Un indirizzo comincia e finisce con "/": /note-stampa/2023-11-03-palermo/',
});

/** The addresses that the site has published, and where those that are gone lead now. None has a language in front. */
export const addressRegister = z.strictObject({
  published: z.array(address).default([]).meta({
    title: 'Indirizzi pubblicati',
    why: 'Con questi indirizzi il controllo confronta le pagine di oggi.',
    example: '[/note-stampa/2023-11-03-palermo/, /privacy/]',
  }),
  moved: z.record(address, address).default({}).meta({
    title: 'Indirizzi di prima',
    why: 'Chi apre un indirizzo di prima viene portato a quello di oggi.',
    example: '{ /video/palermo/: /video/ }',
  }),
});

export type AddressRegister = z.infer<typeof addressRegister>;

/** The register of a content; nothing where there is none, or one that cannot be read. */
export const readRegister = (
  content: Pick<Content, 'byPath'>,
): { register: AddressRegister; yaml: YamlSource } | undefined => {
  const text = content.byPath.get(REGISTER)?.text;
  if (text === undefined) return undefined;
  const yaml = parseYaml(text);
  if (yaml.errors.length > 0) return undefined;
  const parsed = addressRegister.safeParse(yaml.value ?? {});
  return parsed.success ? { register: parsed.data, yaml } : undefined;
};

const HEAD = `# Gli indirizzi che il sito ha pubblicato. Qualcuno li ha già citati: non spariscono mai.
# published lo scrive "npm run indirizzi"; moved, cioè dove porta oggi un indirizzo di prima, lo scrive "npm run sposta".
`;

/** The register as its file. */
export const registerText = ({ published, moved }: AddressRegister): string =>
  [
    HEAD.trimEnd(),
    'published:',
    ...[...new Set(published)].sort().map((path) => `  - ${path}`),
    ...(Object.keys(moved).length > 0 ? ['moved:'] : []),
    ...Object.entries(moved)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([from, to]) => `  ${from}: ${to}`),
    '',
  ].join('\n');

/** The state of a note, by what stands in its file. */
export const stateOf = (note: ContentEntry, now: Date): ReturnType<typeof publicationState> =>
  publicationState(
    {
      status: (textAt(note.yaml.value, ['status']) ?? 'published') as 'published',
      date: textAt(note.yaml.value, ['date']) ?? '',
      embargo: textAt(note.yaml.value, ['embargo']),
    },
    now,
  );

const hidden: readonly string[] = ['draft', 'embargoed'];

/** Whether readers may know at an instant that there is such an entry: nothing that waits for a note is told before it. */
export const isKnown = (entry: ContentEntry, content: Pick<Content, 'entries'>, now: Date): boolean => {
  if (entry.concept === 'press-notes') return !hidden.includes(stateOf(entry, now));
  const source = textAt(entry.yaml.value, ['source', 'note']);
  const note = content.entries.find(
    ({ concept, id, isRecord }) => isRecord && concept === 'press-notes' && id === source,
  );
  return source === undefined || (note !== undefined && !hidden.includes(stateOf(note, now)));
};

/** The addresses that the content gives the site at an instant, with the entry behind each. */
export const publicAddresses = (
  content: Pick<Content, 'entries'>,
  now: Date,
): ReadonlyMap<string, ContentEntry> =>
  new Map(
    content.entries
      .filter((entry) => entry.isRecord && isKnown(entry, content, now))
      .flatMap((entry) => {
        const path = addressOf(entry);
        return path === undefined ? [] : [[path, entry] as const];
      }),
  );

/**
 * Adds to a register what is public and not in it yet.
 * @returns the register with it, and what was added, in the order of the alphabet
 */
export const registerPublic = (
  register: AddressRegister,
  content: Parameters<typeof publicAddresses>[0],
  now: Date,
): { register: AddressRegister; added: string[] } => {
  const known = new Set(register.published);
  const added = [...publicAddresses(content, now).keys()].filter((path) => !known.has(path)).sort();
  return { register: { ...register, published: [...known, ...added] }, added };
};
