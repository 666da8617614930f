import { execFile, execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { load } from 'cheerio';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fixtureNotes, writeFixture } from './content.ts';
import { everyByte, placesOf } from './every-byte.ts';
import { speakFew } from '../../few-languages.ts';

// Astro reads content only below the project's folder.
mkdirSync('.cache', { recursive: true });
const folder = mkdtempSync(resolve('.cache/note-states-'));
const contentDir = join(folder, 'content');
const cacheDir = join(folder, 'cache');

const build = async (now: string, outDir: string): Promise<void> => {
  await promisify(execFile)('node', ['scripts/build.ts'], {
    env: {
      ...process.env,
      SITE_COMPRESS: 'no',
      // An environment like a developer's must not open what is closed.
      DEV: '1',
      SITE_DEV_SERVER: '1',
      NODE_ENV: 'production',
      SITE_CONTENT_DIR: contentDir,
      SITE_OUT_DIR: outDir,
      SITE_CACHE_DIR: cacheDir,
      SITE_NOW: now,
    },
  });
};

const kept = (): string[] =>
  readdirSync(join(cacheDir, 'artefacts'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ name }) => name)
    .sort();

const before = join(folder, 'before');
const after = join(folder, 'after');
let contents: ReturnType<typeof everyByte>;
let keptBefore: string[];
let languages: readonly string[];

beforeAll(async () => {
  writeFixture(contentDir);
  languages = speakFew(contentDir, ['it', 'en', 'fr']);
  // What the site's own build has made of the same content is not made again; what is counted is what comes on top.
  const artefacts = resolve(process.env['SITE_CACHE_DIR'] ?? '.cache', 'artefacts');
  mkdirSync(cacheDir, { recursive: true });
  if (existsSync(artefacts)) execFileSync('cp', ['-al', artefacts, cacheDir]);
  await build('2024-01-15T09:00:00+01:00', before);
  keptBefore = kept();
  contents = everyByte(before);
}, 300_000);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('a public note is found in every form, so the search is able to find', () => {
  const places = placesOf(fixtureNotes.public.word, contents);
  for (const expected of [
    /^\/note-stampa\/2023-12-01-potenza-pubblica\/index\.html$/,
    /^\/en\/note-stampa\/2023-12-01-potenza-pubblica\/index\.html$/,
    /-it\.pdf!$/,
    /-it\.docx!word\/document\.xml$/,
    /-en\.txt$/,
    /\.zip!.*-it\.pdf!$/,
    /\.zip!.*-en\.docx!word\/document\.xml$/,
    /^\/note-stampa\/feed\.xml$/,
    /^\/citta\/potenza\/feed\.json$/,
    /^\/dati\/note-stampa\.csv$/,
    /^\/pagefind\/.*!$/,
    /^\/citta\/potenza\/index\.html$/,
  ])
    expect(
      places.some((place) => expected.test(place)),
      String(expected),
    ).toBe(true);
});

describe('not one byte of the site tells of', () => {
  test.each([
    ['a draft', 'Zqbozza'],
    ['a note under embargo', 'Zqembargo'],
    ['a note of a day to come', 'Zqdomani'],
    ['the text of a withdrawn note', 'Zqritirata'],
    ['the text of a note published in error', 'Zqerrore'],
    ['an activity whose source is under embargo', 'Zqattivita'],
    ['a city whose source is under embargo', 'Zqcitta'],
    ['a partner whose source is under embargo', 'Zqpartner'],
    ['a video whose source is under embargo', 'Zqvideo'],
    ['a film of a day to come', 'Zqfilm'],
    ['a change of a day to come', 'Zqfuturo'],
  ])('%s', (_, word) => {
    expect(placesOf(word, contents)).toEqual([]);
  });
});

describe.each([
  ['withdrawn', fixtureNotes.withdrawn, 'Zqmotivo'],
  ['published in error', fixtureNotes.error, 'Zqsbaglio'],
] as const)('the address of a note %s', (_, note, reason) => {
  test('explains why in every language, and has no files beside it', () => {
    const places = placesOf(reason, contents);
    for (const prefix of ['', '/en', '/fr'])
      expect(places).toContain(`${prefix}/note-stampa/${note.id}/index.html`);
    for (const prefix of ['', '/en'])
      expect(readdirSync(join(before, prefix, 'note-stampa', note.id))).toEqual(['index.html']);
  });

  test('is told by no list, feed, sitemap, search, map or data', () => {
    const own = new RegExp(`^(?:/[a-z]{2,3})?/note-stampa/${note.id}/(?:index\\.html)?$`);
    expect(placesOf(note.titleWord, contents).filter((place) => !own.test(place))).toEqual([]);
    expect(placesOf(note.id, contents).filter((place) => !own.test(place))).toEqual([]);
  });
});

test('a note published in error leads to the one that holds in its place', () => {
  expect(placesOf('Zqtitoloerrore', contents)).toContain(`/note-stampa/${fixtureNotes.error.id}/index.html`);
  expect(placesOf('Zqpubblica', contents)).toContain(`/note-stampa/${fixtureNotes.error.id}/index.html`);
});

test('a changed note says what changed, in its files too', () => {
  const places = placesOf('Zqcorretto', contents);
  expect(places).toContain(`/note-stampa/${fixtureNotes.changed.id}/index.html`);
  expect(places.some((place) => place.endsWith('-it.docx!word/document.xml'))).toBe(true);
  expect(places.some((place) => place.endsWith('-it.pdf!'))).toBe(true);
});

test('a reader of a translation is told that a correction or a reason is still Italian', () => {
  const page = (note: { id: string }): string =>
    readFileSync(join(before, 'en', 'note-stampa', note.id, 'index.html'), 'utf8');
  for (const [note, words] of [
    [fixtureNotes.changed, 'Corretto Zqcorretto'],
    [fixtureNotes.withdrawn, 'Motivo Zqmotivo'],
  ] as const) {
    const text = load(page(note))('main').text().replace(/\s+/g, ' ');
    expect(text).toContain(`This text has not been translated yet. The Italian text follows. ${words}`);
  }
  expect(load(page(fixtureNotes.changed))('h1 ~ .meta').text()).toContain('changed on 22 December 2023');
  expect(readFileSync(join(before, 'sitemap-en-0.xml'), 'utf8')).toMatch(
    new RegExp(`/en/note-stampa/${fixtureNotes.changed.id}/</loc><lastmod>2023-12-22T`),
  );
});

describe('once the embargo is over', () => {
  beforeAll(() => build('2024-01-31T11:00:00+01:00', after), 300_000);

  test('the note and what comes from it are there, at the instant', () => {
    const lifted = everyByte(after);
    const places = placesOf('Zqembargo', lifted);
    expect(places).toContain(`/note-stampa/${fixtureNotes.embargoed.id}/index.html`);
    expect(places).toContain('/note-stampa/feed.xml');
    expect(placesOf('Zqattivita', lifted)).toContain('/citta/potenza/index.html');
    expect(placesOf('Zqcitta', lifted)).toContain('/citta/zqcitta/index.html');
    expect(placesOf('Zqpartner', lifted)).toContain('/partner/index.html');
    for (const word of ['Zqvideo', 'Zqfilm']) expect(placesOf(word, lifted)).toContain('/video/index.html');
    expect(placesOf('Zqfuturo', lifted)).toContain(`/note-stampa/${fixtureNotes.changed.id}/index.html`);
    expect(placesOf('Zqdomani', lifted)).toContain(`/note-stampa/${fixtureNotes.scheduled.id}/index.html`);
    expect(placesOf('Zqbozza', lifted)).toEqual([]);
  });

  test('only what is new was made: all else was kept from the build before', () => {
    expect(keptBefore.length).toBeGreaterThan(100);
    const made = kept().filter((name) => !keptBefore.includes(name));
    const count = (ending: string): number => made.filter((name) => name.endsWith(ending)).length;
    // Two new notes, the one that changed, and the one that leads to what was under embargo; each in two languages.
    const notes = 4 * 2;
    // The new city, and the four that count it among their nearest: their pictures show it.
    const drawn = 5;
    const newsroomLanguages = 2;
    // To post: of the notes and of the cities that are drawn anew, and of no others.
    const posts = count('.post.png');
    const postsBefore = keptBefore.filter((name) => name.endsWith('.post.png')).length;
    expect(posts).toBeGreaterThan(drawn * languages.length);
    expect(posts).toBeLessThan(postsBefore / 2);
    expect({
      docx: count('.docx'),
      zip: count('.zip'),
      pdf: count('.pdf'),
      svg: count('.svg'),
      png: count('.png') - posts,
    }).toEqual({
      docx: notes,
      zip: notes / 2,
      // In every language the sheet of a city that now has something to hang up, and the book, which has all notes, in both forms.
      pdf: notes + 3 * languages.length,
      svg: drawn * newsroomLanguages,
      // To share: the notes, the cities, the network. To take away: the cities.
      // And the covers of the book, which has one city more.
      png: notes + (drawn + 2) * languages.length + drawn * newsroomLanguages,
    });
  });
});
