import { globSync, readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { parse } from 'yaml';
import type { z } from 'zod';
import type * as documentModule from '../../src/documents/note-document/index.ts';
import { languages } from '../../src/i18n/languages.ts';
import type * as overlayModule from '../../src/lib/overlay.ts';
import type * as publicationModule from '../../src/queries/publication.ts';
import { concepts, translationOf, type ConceptName } from '../../src/schemas/index.ts';

/** What a build of all pages costs, in pieces of work and not in time. */
interface Work {
  /** Texts of entries put into a language. */
  localised: number;
  /** Texts under a front matter read. */
  parsed: number;
  /** How often it was asked what readers may see of a note. */
  statesAsked: number;
  /** Elements of lists that were gone through. */
  walked: number;
}

const work: Work = { localised: 0, parsed: 0, statesAsked: 0, walked: 0 };
let notes = 0;

interface StoredEntry {
  id: string;
  data: unknown;
  body: string;
  filePath: string;
}

/** A file of the real content, as Astro's store has it. */
const entryOf = (concept: ConceptName, file: string): StoredEntry => {
  const [, front = '', body = ''] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(readFileSync(file, 'utf8')) ?? [
    '',
    readFileSync(file, 'utf8'),
  ];
  const { record, texts } = concepts[concept];
  const data = parse(front) as Record<string, unknown>;
  const id = file
    .slice(`content/${concept}/`.length)
    .replace(/(?:\.yaml|\/it\.mdx)$/, '')
    .replace(/(?:\/([a-z]{2,3})\.mdx|\.([a-z]{2,3}))$/, '@$1$2');
  const schema = 'translation' in data ? translationOf<z.ZodRawShape>(texts) : record;
  return { id, data: schema.parse(data), body: body.trim(), filePath: file };
};

const cities = globSync('content/cities/*.yaml')
  .map((file) => (file.split('/').at(-1) as string).split('.')[0] as string)
  .filter((city, index, all) => all.indexOf(city) === index)
  .sort();

/** What the synthetic notes exist in. */
const SYNTHETIC_LANGUAGES = ['it', 'en'];

/** As many notes as are asked for, a day each, in Italian and English, shared out among the cities. */
const syntheticNotes = (count: number): StoredEntry[] => {
  const real = SYNTHETIC_LANGUAGES.map((lang) => ({
    ...entryOf('press-notes', `content/press-notes/2023-11-03-palermo/${lang}.mdx`),
    body: 'Un testo breve.\n\n<Quote id="prova" speaker="Maria Rossi" role="Sindaca">\n«Parole.»\n</Quote>',
  }));
  return Array.from({ length: count }, (_, index) => {
    const date = new Date(Date.UTC(2023, 11, 1 + index)).toISOString().slice(0, 10);
    const city = cities[index % cities.length] as string;
    return real.map(({ id, data, ...entry }) => ({
      ...entry,
      id: id.replace('2023-11-03-palermo', `${date}-${city}`),
      data: id.includes('@') ? data : { ...(data as object), date, city },
    }));
  }).flat();
};

vi.mock('astro:content', () => ({
  getCollection: (name: ConceptName | 'glossaries'): StoredEntry[] => {
    if (name === 'glossaries') return [];
    const real = globSync(`content/${name}/**/*.{yaml,mdx}`).map((file) => entryOf(name, file));
    return name === 'press-notes' ? [...real, ...syntheticNotes(notes)] : real;
  },
}));

vi.mock('../../src/lib/overlay.ts', async (original) => {
  const { overlay } = await original<typeof overlayModule>();
  return {
    overlay: (...given: Parameters<typeof overlay>) => {
      work.localised += 1;
      return overlay(...given);
    },
  };
});

vi.mock('../../src/documents/note-document/index.ts', async (original) => {
  const actual = await original<typeof documentModule>();
  return {
    ...actual,
    readNoteDocument: (...given: Parameters<typeof actual.readNoteDocument>) => {
      work.parsed += 1;
      return actual.readNoteDocument(...given);
    },
  };
});

vi.mock('../../src/queries/publication.ts', async (original) => {
  const actual = await original<typeof publicationModule>();
  return {
    ...actual,
    publicationState: (...given: Parameters<typeof actual.publicationState>) => {
      work.statesAsked += 1;
      return actual.publicationState(...given);
    },
  };
});

const walks = ['filter', 'find', 'findIndex', 'flatMap', 'map', 'some', 'every', 'sort', 'toSorted', 'slice'];

/** Counts the elements of every list that is gone through while something is done. */
const counted = async (run: () => Promise<void>): Promise<void> => {
  const prototype = Array.prototype as unknown as Record<string, (...given: unknown[]) => unknown>;
  const own = walks.map((name) => [name, prototype[name]] as const);
  for (const [name, walk] of own) {
    prototype[name] = function (this: unknown[], ...given: unknown[]) {
      // A slice costs what it takes, everything else what it goes through.
      const result = (walk as (...given: unknown[]) => unknown).apply(this, given);
      work.walked += name === 'slice' ? (result as unknown[]).length : this.length;
      return result;
    };
  }
  try {
    await run();
  } finally {
    for (const [name, walk] of own) Object.assign(prototype, { [name]: walk });
  }
};

/** Asks for everything that the pages of a site ask for, in every language. */
const askForEveryPage = async (): Promise<void> => {
  const { noteStory } = await import('../../src/queries/note-story.ts');
  const { cityStory } = await import('../../src/queries/city-story.ts');
  const { editionStory } = await import('../../src/queries/edition-story.ts');
  const { feedIn } = await import('../../src/queries/feeds.ts');
  const { openData } = await import('../../src/queries/open-data.ts');
  const { alphabeticalIndex } = await import('../../src/queries/alphabetical-index.ts');
  const { notesIn } = await import('../../src/queries/press-notes.ts');
  const { noteIdsWithPage } = await import('../../src/queries/sources.ts');
  const { downloadableNotes, publishedNotes } = await import('../../src/queries/published-notes.ts');
  const { citiesByRegion, citiesIn } = await import('../../src/queries/cities.ts');
  const { citySharing, noteSharing } = await import('../../src/queries/sharing.ts');
  const { searchWords } = await import('../../src/queries/search-words.ts');
  const { pageIn, pagesIn } = await import('../../src/queries/pages.ts');
  const { bodyIn } = await import('../../src/queries/bodies.ts');
  const { pageData } = await import('../../src/queries/site.ts');
  await openData();
  for (const { id } of await downloadableNotes()) await publishedNotes(id);
  for (const { code } of languages) {
    await Promise.all([alphabeticalIndex(code), feedIn(code), notesIn(code), citiesByRegion(code)]);
    await searchWords(code);
    for (const id of await noteIdsWithPage()) {
      const { note } = await noteStory(code, id);
      await noteSharing(code, id);
      await pageData({ lang: code, path: note.path, title: note.title, description: note.description });
    }
    for (const { id } of await citiesIn(code)) {
      await Promise.all([cityStory(code, id), feedIn(code, id), citySharing(code, id)]);
    }
    for (const { id } of await pagesIn(code)) {
      const { edition } = await pageIn(code, id);
      await bodyIn('pages', code, id);
      if (edition) await editionStory(code, edition);
    }
  }
};

const workOf = async (count: number): Promise<Work> => {
  vi.resetModules();
  Object.assign(work, { localised: 0, parsed: 0, statesAsked: 0, walked: 0 });
  notes = count;
  await counted(askForEveryPage);
  return { ...work };
};

beforeEach(() => {
  vi.stubEnv('SITE_DEV_SERVER', '');
  vi.stubEnv('SITE_NOW', '2026-01-01T00:00:00Z');
});
afterEach(() => vi.unstubAllEnvs());

describe('the work of a build', () => {
  test('makes each view once a language, and reads each text once', async () => {
    const none = await workOf(0);
    const some = await workOf(50);
    expect(some.localised - none.localised).toBe(50 * languages.length);
    // A language that has no translation shows the Italian text, which is not read again for it.
    expect(some.parsed - none.parsed).toBe(50 * SYNTHETIC_LANGUAGES.length);
    expect(none.localised).toBe(
      languages.length *
        Object.keys(concepts).reduce(
          (sum, name) =>
            sum +
            new Set(
              globSync(`content/${name}/**/*.{yaml,mdx}`).map(
                (file) => entryOf(name as ConceptName, file).id.split('@')[0],
              ),
            ).size,
          0,
        ),
    );
  });

  test('grows with the notes and not with their square', async () => {
    const few = await workOf(50);
    const more = await workOf(125);
    const most = await workOf(200);
    for (const kind of ['localised', 'parsed', 'statesAsked', 'walked'] as const) {
      const growth = [more[kind] - few[kind], most[kind] - more[kind]] as const;
      expect(growth[0], kind).toBeGreaterThan(0);
      // A list of all notes gone through by each page would add 75 × 75 × languages twice over to the second step.
      expect(growth[1] - growth[0], kind).toBeLessThan(75 * 75);
    }
  });
});
