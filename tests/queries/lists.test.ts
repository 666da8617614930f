import { globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { parse } from 'yaml';
import type { z } from 'zod';
import { writeSyntheticContent } from '../../scripts/building/bench/synthetic-content.ts';
import { splitFrontMatter } from '../../src/lib/front-matter.ts';
import { collectionId } from '../../src/schemas/content-path.ts';
import { concepts, translationOf, type ConceptName } from '../../src/schemas/index.ts';
import { looksAtEverything } from '../depth.ts';

/** The content that the queries read: the real one with many notes, or alone. */
let content = 'content';

const entryOf = (concept: ConceptName, path: string) => {
  const text = readFileSync(join(content, path), 'utf8');
  const parts = splitFrontMatter(text);
  const [yaml, body] = 'missing' in parts ? [text, ''] : [parts.yaml, parts.body];
  const data = parse(yaml) as Record<string, unknown>;
  const { record, texts } = concepts[concept];
  const schema = 'translation' in data ? translationOf<z.ZodRawShape>(texts) : record;
  return { id: collectionId(path, 'it'), data: schema.parse(data), body: body.trim(), filePath: path };
};

const read = new Map<string, ReturnType<typeof entryOf>[]>();

vi.mock('astro:content', () => ({
  getCollection: (name: ConceptName | 'glossaries') => {
    if (name === 'glossaries') return [];
    const key = `${content} ${name}`;
    const known =
      read.get(key) ??
      globSync(`${name}/**/*.{yaml,mdx}`, { cwd: content }).map((path) => entryOf(name, path));
    read.set(key, known);
    return known;
  },
}));

const folder = mkdtempSync(join(tmpdir(), 'lgnet-lists-'));
const many = join(folder, 'content');

beforeAll(() => {
  writeSyntheticContent('content', many, 250);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

beforeEach(() => {
  vi.resetModules();
  vi.stubEnv('SITE_DEV_SERVER', '');
  vi.stubEnv('SITE_NOW', '2026-01-01T00:00:00Z');
});

const noteLists = () => import('../../src/queries/note-lists.ts');
const feeds = () => import('../../src/queries/feeds.ts');

describe('with many notes', () => {
  beforeEach(() => {
    content = many;
  });

  test('the list of notes has pages, each of which leads to its neighbours', async () => {
    const pages = await (await noteLists()).noteListPages('it');
    expect(pages.length).toBe(11);
    expect(pages[0]?.place).toMatchObject({
      path: '/note-stampa/',
      previous: undefined,
      next: '/note-stampa/2/',
    });
    expect(pages[1]?.place).toMatchObject({ previous: '/note-stampa/', next: '/note-stampa/3/' });
    expect(pages.at(-1)?.place.next).toBeUndefined();
    const dates = pages.flatMap(({ notes }) => notes.map(({ date }) => date));
    expect(dates).toHaveLength(254);
    expect(dates).toEqual(dates.toSorted().reverse());
    expect(Math.max(...pages.map(({ notes }) => notes.length))).toBe(24);
  });

  test('each year is led to where it begins, in every language alike', async () => {
    const { noteListPages } = await noteLists();
    const pages = await noteListPages('ar');
    for (const { year, path } of pages[0]?.years ?? []) {
      const page = pages.find(({ place }) => place.path === path);
      expect(page?.notes.some(({ date }) => date.startsWith(year))).toBe(true);
      const before = pages.slice(0, (page?.place.page ?? 1) - 1);
      expect(before.flatMap(({ notes }) => notes).some(({ date }) => date.startsWith(year))).toBe(false);
    }
    expect(pages[0]?.years).toEqual((await noteListPages('it'))[0]?.years);
  });

  test('a city tells its newest notes and leads to the rest', async () => {
    const { cityStory } = await import('../../src/queries/city-story.ts');
    const { CITY_NOTES, noteListPages } = await noteLists();
    const { notes, allNotes, quotes } = await cityStory('it', 'palermo');
    expect(notes).toHaveLength(CITY_NOTES);
    expect(quotes.length).toBe(CITY_NOTES);
    expect(allNotes).toBe('/citta/palermo/note-stampa/');
    const [first] = await noteListPages('it', 'palermo');
    expect(first?.place.path).toBe(allNotes);
    expect(first?.notes.slice(0, CITY_NOTES)).toEqual(notes);
  });

  test('the index has a page for each letter, and all links stand on one of them', async () => {
    const { alphabeticalIndex } = await import('../../src/queries/alphabetical-index.ts');
    for (const lang of ['it', 'ar']) {
      const { letters, pages } = await alphabeticalIndex(lang);
      expect(pages.flatMap(({ links }) => links)).toEqual(letters.flatMap(({ links }) => links));
      expect(new Set(pages.map(({ path }) => path)).size).toBe(pages.length);
      for (const { path, links } of pages) {
        expect(path).toMatch(/^\/indice\/[a-z0-9]+\/(?:\d+\/)?$/);
        expect(links.length).toBeLessThanOrEqual(100);
      }
    }
  });

  test('one chooses what to show elsewhere from few stories, and every note tells its own code', async () => {
    const { framePaths, framesOfNote, framesToChoose } = await import('../../src/queries/frames.ts');
    const { embedCodes } = await import('../../src/queries/oembed.ts');
    const { notesIn } = await import('../../src/queries/press-notes.ts');
    for (const lang of looksAtEverything ? ['it', 'ur'] : ['ur']) {
      const { frames, hasOthers } = await framesToChoose(lang);
      expect(hasOthers).toBe(true);
      const count = Map.groupBy(frames, ({ kind }) => kind);
      expect([count.get('map')?.length, count.get('note')?.length]).toEqual([1, 12]);
      expect(count.get('quote')?.length).toBeLessThanOrEqual(12);
      const codes = embedCodes(frames).map(({ code, plain, title }) => [code, plain, title]);
      expect(brotliCompressSync(JSON.stringify(codes)).length).toBeLessThan(12_000);
      const [newest] = await notesIn(lang);
      expect(count.get('note')?.[0]?.ids).toEqual([newest?.id]);
      for (const { id } of await notesIn(lang)) expect((await framesOfNote(lang, id))[0].ids).toEqual([id]);
    }
    expect((await framePaths('note')).filter(({ params }) => params.lang === 'it')).toHaveLength(254);
  }, 120_000);

  test('every note has its texts to post, the newest have pictures too', async () => {
    const { hasPostPictures, notesWithPosts, notesWithTexts } = await import('../../src/queries/posts.ts');
    const all = await notesWithTexts();
    expect(all).toHaveLength(254);
    expect(await notesWithPosts()).toEqual(all.slice(0, 12));
    expect(await hasPostPictures(all[11]?.id ?? '')).toBe(true);
    expect(await hasPostPictures(all[12]?.id ?? '')).toBe(false);
  });

  test('a feed tells the newest 30, and its archives all others once', async () => {
    const { feedArchives, feedIn } = await feeds();
    const idsOf = async (archive?: number): Promise<string[]> =>
      (await feedIn('it', undefined, archive)).items.map((item) =>
        'release' in item ? item.release.id : item.video.url,
      );
    const archives = await feedArchives('it');
    const older = await Promise.all(Array.from({ length: archives }, (_, index) => idsOf(index + 1)));
    expect(older.every((ids) => ids.length === 30)).toBe(true);
    const archived = older.toReversed().flat();
    expect(new Set(archived).size).toBe(archived.length);
    const { notesIn } = await import('../../src/queries/press-notes.ts');
    const all = (await notesIn('it')).map(({ id }) => id);
    const newest = await idsOf();
    expect(newest).toHaveLength(30);
    expect(new Set([...newest, ...archived])).toEqual(new Set(all));
    expect(newest[0]).toBe(all[0]);
    expect(await feedIn('it', undefined, 1)).toMatchObject({
      rss: 'https://lgnet.example/note-stampa/feed-1.xml',
      older: undefined,
      archive: { newer: { rss: 'https://lgnet.example/note-stampa/feed-2.xml' } },
    });
    expect((await feedIn('it')).older?.json).toBe(`https://lgnet.example/note-stampa/feed-${archives}.json`);
  });
});

describe('with the notes of today', () => {
  beforeEach(() => {
    content = 'content';
  });

  test('every list is one page, and no feed has an archive', async () => {
    const { cityNotesList, noteListPages } = await noteLists();
    const { alphabeticalIndex } = await import('../../src/queries/alphabetical-index.ts');
    expect(await noteListPages('it')).toHaveLength(1);
    expect(await cityNotesList('it', 'palermo')).toBeUndefined();
    expect((await alphabeticalIndex('it')).pages).toEqual([]);
    expect(await (await feeds()).feedArchives('it')).toBe(0);
    expect((await (await feeds()).feedIn('it')).older).toBeUndefined();
  });
});
