import { createHash } from 'node:crypto';
import { cpSync, existsSync, readFileSync, rmSync, symlinkSync, mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { filesBelow } from '../../scripts/building/steps/made-files.ts';
import { looksAtEverything } from './depth.ts';
import { speakFew } from '../few-languages.ts';
import { builtFixtureSite, fixtureFolder, type FixtureContent, type FixtureOptions } from './fixture-site.ts';

interface Change {
  what: string;
  make: (content: FixtureContent) => void;
  /** The instant from then on. */
  now?: string;
}

const INTERFACE = 'an interface string';
const PALERMO = 'press-notes/2023-11-03-palermo';
const NEW = 'press-notes/2023-11-05-palermo';

/** What editors do, one after another; each must show on every page that it touches, and only there. */
const changes: readonly Change[] = [
  {
    what: 'a word of a note corrected',
    make: ({ replace }) =>
      replace(`${PALERMO}/it.mdx`, 'Intercettare i migranti', 'Incontrare oggi i migranti'),
  },
  {
    what: 'a city renamed',
    make: ({ replace }) => replace('cities/aosta.yaml', 'name: Aosta', 'name: Aosta Nuova'),
  },
  {
    what: INTERFACE,
    make: ({ read, write }) => {
      const strings = JSON.parse(read('ui/fr.json')) as Record<string, unknown>;
      write('ui/fr.json', JSON.stringify({ ...strings, 'nav.home': 'Page d’accueil du réseau' }, null, 2));
    },
  },
  {
    what: 'a new note under embargo',
    make: ({ dir, replace }) => {
      cpSync(join(dir, PALERMO), join(dir, NEW), { recursive: true });
      replace(
        `${NEW}/it.mdx`,
        'date: 2023-11-03\n',
        'date: 2023-11-05\nembargo: 2026-06-01T10:00:00+02:00\n',
      );
    },
  },
  { what: 'the end of the embargo', make: () => undefined, now: '2026-07-01T12:00:00+02:00' },
  {
    what: 'a note deleted',
    make: ({ dir }) => rmSync(join(dir, NEW), { recursive: true }),
  },
];

const BEFORE = '2026-05-01T12:00:00+02:00';

const digests = (dir: string): Record<string, string> =>
  Object.fromEntries(
    filesBelow(dir).map((file) => [
      file,
      createHash('sha256')
        .update(readFileSync(join(dir, file)))
        .digest('hex'),
    ]),
  );

/** Builds with the first changes made, and tells the bytes and how many pages were left as they were. */
const build = async (
  name: string,
  count: number,
  env: Record<string, string> = {},
  options: FixtureOptions = {},
) => {
  const made = changes.slice(0, count);
  const now = made.findLast((change) => change.now)?.now ?? BEFORE;
  const { dir, said } = await builtFixtureSite(
    name,
    (content) => {
      speakFew(content.dir, ['it', 'fr', 'ar']);
      for (const { make } of made) make(content);
    },
    { SITE_NOW: now, ...env },
    options,
  );
  return { files: digests(dir), kept: Number(/(\d+) rimasti/.exec(said)?.[1]) };
};

/** A cache without a page, and with the files that another cache (src/artefacts/cache.ts) answers for. */
const withoutPages = (): string => {
  const cache = join(fixtureFolder('pages-anew'), '..', 'pages-anew-cache');
  const artefacts = resolve(process.env['SITE_CACHE_DIR'] ?? '.cache', 'artefacts');
  rmSync(cache, { recursive: true, force: true });
  mkdirSync(cache, { recursive: true });
  if (existsSync(artefacts)) symlinkSync(artefacts, join(cache, 'artefacts'));
  return cache;
};

/** One change at a time where there is time for it, else those that leave most pages as they are, at once. */
const steps = looksAtEverything ? changes.map((_, index) => index + 1) : [2];

test('a site that was built before is the same, byte for byte, as one that was not', async () => {
  await build('pages-kept', 0);
  for (const step of steps) {
    const after = await build('pages-kept', step, {}, { onTop: true });
    const anew = await build('pages-anew', step, { SITE_CACHE_DIR: withoutPages() });
    const what = changes[step - 1]?.what;
    expect(after.files, what).toEqual(anew.files);
    expect(anew.kept, what).toBe(0);
    // Interface strings are in every page.
    if (what !== INTERFACE) expect(after.kept, what).toBeGreaterThan(looksAtEverything ? 100 : 60);
  }
}, 900_000);
