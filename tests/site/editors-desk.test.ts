import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { looksAtEverything } from './depth.ts';
import { addPicture } from './add-picture.ts';
import { checkContent } from '../../scripts/editing/check/check-content.ts';
import { isMistake } from '../../scripts/editing/check/problem.ts';
import { takeBuildTurn } from './build-turn.ts';
import { keptBrowser, leaveBrowser } from './serve.ts';

const root = resolve(import.meta.dirname, '../..');
const id = '2023-12-01-palermo';
const words = 'Il testo della nota, parola per parola.';

let folder = '';
let contentDir = '';
let server: ChildProcess;
let browser: Browser;
let page: Page;
/** What `npm run redazione` prints, and its two addresses with the key. */
let said = '';
let form = '';
let desk = '';

let giveBack: () => Promise<void>;

beforeAll(async () => {
  giveBack = await takeBuildTurn();
  // Astro reads content only below the project's folder.
  mkdirSync(join(root, '.cache'), { recursive: true });
  folder = mkdtempSync(join(root, '.cache/desk-'));
  contentDir = join(folder, 'content');
  cpSync(join(root, 'content'), contentDir, { recursive: true });
  // Under a test runner Astro's server answers no page.
  const { VITEST: _vitest, NODE_ENV: _mode, ...env } = process.env;
  server = spawn(process.execPath, ['scripts/redazione.ts', '--port', '4471'], {
    cwd: root,
    env: { ...env, SITE_CONTENT_DIR: contentDir, SITE_CACHE_DIR: join(folder, 'cache') },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const signal = AbortSignal.timeout(200_000);
  while (!said.includes('I contenuti'))
    said += String((await once(server.stdout ?? server, 'data', { signal }))[0]);
  form = /http:\S+\/redazione\/modulo\/\?chiave=\w+/.exec(said)?.[0] ?? '';
  desk = /http:\S+\/redazione\/\?chiave=\w+/.exec(said)?.[0] ?? '';
  browser = await keptBrowser();
}, 480_000);

afterAll(async () => {
  await leaveBrowser(browser);
  server.kill();
  await giveBack();
  rmSync(folder, { recursive: true, force: true });
});

const file = (language = 'it'): string => join(contentDir, `press-notes/${id}/${language}.mdx`);
const text = (language = 'it'): string => readFileSync(file(language), 'utf8');
const mistakes = (): string[] =>
  checkContent(contentDir)
    .filter(isMistake)
    .map(({ what }) => what);
const at = (path: string): string => new URL(path, form).href;

describe('who may come in', () => {
  test.each([
    ['without the key', {}, 403],
    ['with another key', { cookie: 'chiave=00000000000000000000000000000000' }, 403],
  ])('%s nobody reads or writes a file', async (_, headers, status) => {
    expect((await fetch(at('/redazione/'), { headers })).status).toBe(status);
    expect((await fetch(at('/redazione/file/elenco/'), { headers })).status).toBe(status);
    const path = encodeURIComponent('content/cities/palermo.yaml');
    const written = await fetch(at(`/redazione/file/?path=${path}`), { method: 'PUT', headers, body: 'x' });
    expect(written.status).toBe(status);
  });

  test('with the key, a page of another site or port does not', async () => {
    const cookie = `chiave=${new URL(desk).searchParams.get('chiave')}`;
    expect((await fetch(at('/redazione/'), { headers: { cookie } })).status).toBe(200);
    for (const headers of [
      { cookie, origin: 'http://localhost:1' },
      { cookie, origin: 'https://evil.example' },
      { cookie, 'sec-fetch-site': 'cross-site' },
    ])
      expect((await fetch(at('/redazione/'), { headers })).status, JSON.stringify(headers)).toBe(403);
  });

  test.each([
    'content/../package.json',
    'content/../../secret.yaml',
    '/etc/passwd',
    'scripts/redazione.ts',
    'content/languages/it.yaml',
  ])('%s is no file that the form writes', async (path) => {
    const cookie = `chiave=${new URL(desk).searchParams.get('chiave')}`;
    const address = at(`/redazione/file/?path=${encodeURIComponent(path)}`);
    const written = await fetch(address, { method: 'PUT', headers: { cookie }, body: 'x' });
    expect(written.status).toBe(403);
  });
});

/** Steps on a busy machine: slow is not wrong. */
const patience = { timeout: 100_000 };

/** The site's first page is made when it is first asked for. */
const STEP_MS = 240_000;

/**
 * A note's life, as an editor walks through it, each step on the one before: none can be tried again. `npm test` takes the
 * short way, from a new note to its withdrawal; once a day every step is taken.
 */
describe('a note in a browser that cannot open folders', { retry: 0 }, () => {
  const daily = test.runIf(looksAtEverything);
  const fill = (name: string, value: string) =>
    page.getByRole('textbox', { name, exact: true }).first().fill(value);
  const press = (name: string) => page.getByRole('button', { name, exact: true }).first().click();
  const entry = () => page.goto(at(`/admin/#/collections/press-notes/entries/${id}/it`));

  beforeAll(async () => {
    const context = await browser.newContext({ viewport: { width: 1400, height: 4200 }, locale: 'it-IT' });
    context.setDefaultTimeout(patience.timeout);
    page = await context.newPage();
    // As Firefox and Safari are.
    await page.addInitScript(() => {
      delete (globalThis as { showDirectoryPicker?: unknown }).showDirectoryPicker;
    });
    await page.goto(form, { waitUntil: 'domcontentloaded' });
    await page.getByText('Palermo fra i Comuni').first().waitFor();
  }, STEP_MS);

  test('the list says how each note stands', async () => {
    expect(await page.getByRole('row').filter({ hasText: 'Palermo fra i Comuni' }).innerText()).toContain(
      '– pubblica',
    );
  });

  test(
    'what is wrong stands beside its field before anything is saved',
    async () => {
      await page.goto(at('/admin/#/collections/press-notes/new'));
      await fill('Titolo', 'Palermo apre uno sportello');
      await fill('Sommario', 'Il sommario della nota.');
      await fill('Per i risultati di ricerca', 'A Palermo uno sportello.');
      await page.getByRole('combobox', { name: 'Città' }).click();
      await page.getByRole('option', { name: 'Palermo' }).click();
      await page.getByRole('radio', { name: 'LgNet2' }).click();
      await fill('Data', '2023-12-01');
      await fill('Testo', `**Palermo, 1 dicembre 2023** – <b>${words}</b>`);
      const field = page.locator('[data-key-path="body"]');
      await field.getByText('L’HTML non è ammesso').waitFor();
      await press('Salva');
      await page.getByText('Il file è rimasto com’era').waitFor();
      expect(existsSync(file())).toBe(false);
      await press('OK');
    },
    STEP_MS,
  );

  test(
    'it is corrected and saved, as a draft',
    async () => {
      await fill('Testo', `**Palermo, 1 dicembre 2023** – ${words}`);
      await press('Salva');
      await expect.poll(() => existsSync(file()), patience).toBe(true);
      expect(text()).toContain('\nstatus: draft\n');
      expect(mistakes()).toEqual([]);
    },
    STEP_MS,
  );

  daily(
    'a picture and a quote are put in with buttons',
    async () => {
      await entry();
      await addPicture(page, fill, 'porta.jpg');
      const area = page.getByRole('textbox', { name: 'Testo', exact: true });
      await area.evaluate((element: HTMLTextAreaElement) => {
        element.setSelectionRange(element.value.length, element.value.length);
      });
      await press('Citazione');
      await fill('Chi parla', 'Antonella Tirrito');
      await fill('Con quale ruolo', 'Assessore');
      await press('Inserisci');
      await press('Immagine');
      await page.getByRole('combobox', { name: 'Quale immagine' }).selectOption('porta');
      await press('Inserisci');
      await press('Salva');
      await expect.poll(() => text(), patience).toContain('<Picture id="porta" />');

      expect(text()).toContain(
        `${words}\n\n<Quote id="tirrito" speaker="Antonella Tirrito" role="Assessore">\n«Le parole di chi parla.»\n</Quote>\n\n<Picture id="porta" />\n`,
      );
      expect(text()).toContain('\nstatus: draft\n');
      expect(existsSync(join(contentDir, `press-notes/${id}/porta.jpg`))).toBe(true);
      expect(mistakes()).toEqual([]);
    },
    STEP_MS,
  );

  daily(
    'beside the fields stand its state, its translations and the real page, as a draft',
    async () => {
      await entry();
      const panel = page.frameLocator('iframe');
      const state = panel.frameLocator(`iframe[src*="/redazione/nota/${id}/"]`);
      await state.getByText('bozza', { exact: true }).waitFor();
      expect(await state.getByRole('listitem').allInnerTexts()).toContain('en: manca');
      const shown = async (): Promise<string> => {
        const frame = page
          .frames()
          .find((each) => new URL(each.url(), form).pathname === `/note-stampa/${id}/`);
        return (await frame?.evaluate(() => document.body.innerText).catch(() => '')) ?? '';
      };
      await expect.poll(shown, patience).toContain(words);
      expect(await shown()).toContain('Bozza: non è pubblica');

      // What is written and not saved: the page beside has it, and nothing else.
      const before = text();
      await fill('Titolo', 'Palermo apre due sportelli nuovi');
      await expect.poll(shown, patience).toContain('Palermo apre due sportelli nuovi');
      await panel.getByText('è salvato solo quando premi Salva').waitFor();
      expect(text()).toBe(before);
      const site = await fetch(at(`/note-stampa/${id}/`));
      expect(await site.text()).not.toContain('due sportelli nuovi');

      // What cannot be shown is said, and the page stays as it was.
      await fill('Titolo', '');
      await panel.getByText('È la versione di prima').waitFor();
      expect(await shown()).toContain('Palermo apre due sportelli nuovi');

      // Somebody has changed the file since the form has read it: that is not written over.
      const later = before.replace('Il sommario della nota.', 'Il sommario di un altro.');
      writeFileSync(file(), later);
      await fill('Titolo', 'Palermo apre uno sportello');
      await fill('Per i risultati di ricerca', 'A Palermo uno sportello in più.');
      await press('Salva');
      await page.getByText('Questo file è cambiato dopo che il modulo l’ha aperto').waitFor();
      expect(text()).toBe(later);
    },
    STEP_MS,
  );

  daily(
    'it is translated beside the Italian, and the translation is stamped',
    async () => {
      await page.goto('about:blank');
      await page.goto(at(`/redazione/nota/${id}/`), { waitUntil: 'domcontentloaded' });
      await page.getByRole('link', { name: 'en', exact: true }).click();
      await page.getByText(words).first().waitFor();
      const boxes = page.getByRole('textbox');
      for (const box of await boxes.all()) {
        const name = await box.getAttribute('name');
        await box.fill(
          name === 'body'
            ? '**Palermo, 1 December 2023** – The text of the note.\n\n<Quote id="tirrito" speaker="Antonella Tirrito" role="Councillor">\n“The words.”\n</Quote>\n\n<Picture id="porta" />'
            : `In English: ${name}`,
        );
      }
      await press('Salva la traduzione');
      await page.getByText('Traduzione salvata.').waitFor();
      expect(await page.locator('.state').innerText()).toBe('completa');
      expect(text('en')).toMatch(/source: "[0-9a-f]{16}"/);
      expect(mistakes()).toEqual([]);
    },
    STEP_MS,
  );

  /** The page of the note with an action opened; its preview may come later. */
  const act = async (summary: string): Promise<void> => {
    await page.goto(at(`/redazione/nota/${id}/`), { waitUntil: 'domcontentloaded' });
    await page.getByText(summary, { exact: true }).click();
  };
  const state = () => page.locator('.state').first().innerText();

  daily(
    'it waits under an embargo, in the hour of Italy',
    async () => {
      await act('Mettere o togliere un embargo');
      await page.getByLabel('Non prima di').fill('2099-07-01T11:00');
      await press('Salva l’embargo');
      await page.getByText('Embargo salvato.').waitFor();
      expect(text()).toContain('embargo: "2099-07-01T11:00:00+02:00"');
      await act('Pubblicare');
      await press('Pubblica');
      await expect.poll(state, patience).toContain('esce il 1 luglio 2099');
      await act('Mettere o togliere un embargo');
      await page.getByLabel('Non prima di').fill('');
      await press('Salva l’embargo');
      await expect.poll(state, patience).toBe('pubblica');
      expect(text()).not.toContain('embargo');
      expect(mistakes()).toEqual([]);
    },
    STEP_MS,
  );

  test.skipIf(looksAtEverything)(
    'it is published',
    async () => {
      await act('Pubblicare');
      await press('Pubblica');
      await expect.poll(state, patience).toBe('pubblica');
      expect(mistakes()).toEqual([]);
    },
    STEP_MS,
  );

  daily(
    'it is corrected, and says so; a correction that says nothing is asked to',
    async () => {
      await act('Correggere');
      await page.getByLabel('Titolo').fill('Palermo apre due sportelli');
      await press('Salva la correzione');
      await page.getByText('Scrivi in una frase che cosa hai corretto').waitFor();
      expect(await page.getByLabel('Titolo').inputValue()).toBe('Palermo apre due sportelli');
      await page.getByLabel('Che cosa hai corretto').fill('Corretto il numero degli sportelli.');
      await press('Salva la correzione');
      await page.getByText('Correzione salvata.').waitFor();
      expect(text()).toContain('title: "Palermo apre due sportelli"');
      expect(text()).toMatch(
        /changes:\n {2}\d{4}-\d\d-\d\d:\n {4}text: "Corretto il numero degli sportelli\."/,
      );
      expect(await page.getByRole('listitem').allInnerTexts()).toContain('en: da aggiornare, non riveduta');
      expect(mistakes()).toEqual([]);
    },
    STEP_MS,
  );

  test(
    'it is withdrawn with a reason, after what rests on it was told',
    async () => {
      await act('Ritirare');
      await page.getByText('Con la nota se ne vanno 0 cifre').waitFor();
      await page.getByText('cities/palermo.yaml').waitFor();
      await page.getByLabel('Perché').fill('Lo sportello non ha aperto.');
      await press('Ritira la nota');
      await expect.poll(state, patience).toBe('ritirata');
      expect(text()).toMatch(
        /withdrawal:\n {2}date: \d{4}-\d\d-\d\d\n {2}reason: "Lo sportello non ha aperto\."/,
      );
      expect(mistakes()).toEqual([]);
      // The server reads a saved file a moment later.
      const shown = async (): Promise<string> => (await fetch(at(`/note-stampa/${id}/`))).text();
      await expect.poll(shown, { ...patience, interval: 500 }).toContain('Lo sportello non ha aperto.');
      expect(await shown()).not.toContain(words);
    },
    STEP_MS,
  );
});

test('files that the site makes are there too: a note’s PDF, a city’s picture', async () => {
  for (const path of [
    '/citta/palermo/lgnet-palermo-head-it.svg',
    '/note-stampa/2023-11-03-palermo/lgnet2-palermo-2023-11-03-it.pdf',
    '/favicon.svg',
  ])
    expect([path, (await fetch(at(path))).status]).toEqual([path, 200]);
});
