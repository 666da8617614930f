import { spawn, type ChildProcess } from 'node:child_process';
import { appendFileSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { load } from 'cheerio';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { takeBuildTurn } from '../build-turn.ts';
import { fixtureNotes, writeFixture } from './content.ts';
import { speakFew } from '../../few-languages.ts';

// Astro reads content only below the project's folder.
mkdirSync('.cache', { recursive: true });
const folder = mkdtempSync(resolve('.cache/editing-'));
const contentDir = join(folder, 'content');

let server: ChildProcess;
let said = '';
let origin = '';

let giveBack: () => Promise<void>;

beforeAll(async () => {
  giveBack = await takeBuildTurn();
  writeFixture(contentDir);
  speakFew(contentDir, ['it', 'en', 'fr']);
  server = spawn(process.execPath, ['scripts/redazione.ts', '--port', '4390'], {
    env: {
      ...process.env,
      // Astro serves no pages to whom it takes for a test of its own.
      VITEST: '',
      NODE_ENV: '',
      SITE_CONTENT_DIR: contentDir,
      SITE_CACHE_DIR: join(folder, 'cache'),
      SITE_NOW: '2024-01-15T09:00:00+01:00',
    },
  });
  for (const stream of [server.stdout, server.stderr])
    stream?.on('data', (text: Buffer) => {
      said += String(text);
    });
  // Without a mistake; what waits for its translator is pointed out.
  await vi.waitFor(() => expect(said).toContain('Il sito si può generare lo stesso.'), 60_000);
  origin = /http:\/\/localhost:\d+/.exec(said)?.[0] ?? '';
}, 480_000);

afterAll(async () => {
  server.kill();
  await giveBack();
  rmSync(folder, { recursive: true, force: true });
});

const page = async (path: string) => load(await (await fetch(`${origin}${path}`)).text());

test('it says in Italian where everything is', () => {
  for (const words of [
    '/redazione/modulo/?chiave=',
    '/admin/guida/',
    'La chiave vale per questo computer',
    'Ctrl+C',
  ])
    expect(said).toContain(words);
});

test.each([
  ['a draft', fixtureNotes.draft, 'Bozza: non è pubblica.'],
  ['a note under embargo', fixtureNotes.embargoed, 'Sotto embargo: non è pubblica prima'],
])(
  '%s is shown, in its list too, and every page says that this is not the public site',
  async (_, note, words) => {
    const path = `/note-stampa/${note.id}/`;
    // The server answers before it has read all contents.
    await expect
      .poll(async () => (await page(path))('main').text(), { timeout: 30_000 })
      .toContain(note.word);
    const $ = await page(path);
    expect($('main .notice').text()).toContain(words);
    expect($('aside .notice').text()).toContain('Anteprima per la redazione');
    const list = await page('/note-stampa/');
    const card = list('article.card').filter(
      (_index, element) => list(element).html()?.includes(note.id) ?? false,
    );
    expect(card.text()).toContain(words);
  },
  60_000,
);

test('the form and the guide are served', async () => {
  expect((await page('/admin/'))('title').text()).toBe('Redazione LGNet');
  expect((await page('/admin/guida/'))('h1').text()).toBe('Guida per la redazione');
}, 60_000);

test('a mistake is told as soon as the file is saved, with its line', async () => {
  appendFileSync(join(contentDir, 'cities/potenza.yaml'), 'colore: blu\n');
  await expect.poll(() => said, { timeout: 20_000 }).toContain('Il campo "colore" non esiste.');
}, 30_000);
