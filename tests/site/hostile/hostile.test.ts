import { execFileSync } from 'node:child_process';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { load } from 'cheerio';
import { unzipSync, strFromU8 } from 'fflate';
import ICAL from 'ical.js';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { withoutMarks } from '../../../src/i18n/bidi.ts';
import { makeHostile, type HostileField } from '../../hostile/hostile-content.ts';
import { hostileStrings } from '../../hostile/strings.ts';
import { parseCsv } from '../../artefacts/open-data/parse-csv.ts';
import { forbiddenHtml } from '../allowed-html.ts';
import { keptBrowser, leaveBrowser, pagesIn, serve, type BuiltPage } from '../built-site.ts';
import { builtFixtureSite } from '../fixture-site.ts';
import { speakFew } from '../../few-languages.ts';

let dir = '';
let fields: HostileField[] = [];
let pages: BuiltPage[] = [];
let files: string[] = [];

beforeAll(async () => {
  ({ dir } = await builtFixtureSite('hostile', (content) => {
    speakFew(content.dir, ['it', 'ar', 'bn']);
    fields = makeHostile(content.dir);
  }));
  pages = pagesIn(dir);
  files = globSync('**/*.*', { cwd: dir }).filter((file) => !file.startsWith('admin/'));
}, 600_000);

const bytes = (file: string): Buffer => readFileSync(join(dir, file));
const ending = (...endings: string[]): string[] =>
  files.filter((file) => endings.some((end) => file.endsWith(end)));
/** Words whatever blanks are between them, whatever sets them apart, and whether a letter was written as one or as two. */
const words = (text: string): string => withoutMarks(text).normalize('NFC').replace(/\s+/g, '');

test('there are enough strings, in enough fields', () => {
  expect(new Set(hostileStrings).size).toBeGreaterThanOrEqual(80);
  expect(fields.length).toBeGreaterThan(1000);
  expect(new Set(fields.map(({ file }) => file.split('/')[0])).size).toBe(10);
});

describe('pages', () => {
  test('hold no element and no attribute that a text could have brought in', () => {
    expect(pages.flatMap(({ path, $ }) => forbiddenHtml($).map((found) => `${path}: ${found}`))).toEqual([]);
  });

  test('have no string in a script that runs, and none in a style', () => {
    for (const { path, $ } of pages) {
      for (const script of $('script:not([type$="json"])').toArray())
        expect($(script).text(), path).not.toContain('__hostile');
      for (const style of $('style').toArray())
        expect($(style).text(), path).not.toContain('hostile.example');
    }
  });

  test('say every string that stands in a field of theirs whole, letter by letter', () => {
    const shown = pages.map(({ $ }) => words($('main').text()));
    const met = new Set<string>();
    const wrong = fields.filter(({ text, marker }) => {
      const own = shown.filter((page) => page.includes(marker));
      if (own.length > 0) met.add(marker);
      return own.length > 0 && !own.some((page) => page.includes(words(text)));
    });
    expect(wrong.map(({ file, path, text }) => `${file} ${path}: ${text}`)).toEqual([]);
    expect(met.size).toBeGreaterThan(fields.length / 2);
  });

  test('say all of them in the text of a note', () => {
    const note = pages.find(({ path }) => path === '/note-stampa/2023-11-03-palermo/');
    const text = words(note?.$('.prose').text() ?? '');
    expect(hostileStrings.filter((string) => !text.includes(words(string)))).toEqual([]);
  });

  test('tell machines the same, in data that they can read', () => {
    const data = pages.flatMap(({ $ }) =>
      $('script[type="application/ld+json"]')
        .toArray()
        .map((script) => JSON.stringify(JSON.parse($(script).text()))),
    );
    expect(data.length).toBeGreaterThan(pages.length / 2);
    expect(data.some((json) => json.includes('__hostile'))).toBe(true);
  });
});

describe('files', () => {
  test('of XML are well-formed, inside Word files and books too', () => {
    const parts = [
      ...ending('.xml', '.svg').map((file) => bytes(file)),
      ...ending('.docx', '.epub').flatMap((file) =>
        Object.entries(unzipSync(bytes(file)))
          .filter(([name]) => /\.(?:xml|rels|xhtml|opf|svg)$/.test(name))
          .map(([, part]) => Buffer.from(part)),
      ),
    ];
    expect(parts.length).toBeGreaterThan(100);
    const input = JSON.stringify(parts.map((part) => part.toString('base64')));
    const reader =
      'import sys,json,base64,xml.dom.minidom as d\nfor p in json.load(sys.stdin): d.parseString(base64.b64decode(p))';
    expect(() => execFileSync('python3', ['-c', reader], { input, maxBuffer: 1e9 })).not.toThrow();
  });

  test('of JSON can be read', () => {
    const all = ending('.json', '.geojson', '.jsonld', '.webmanifest');
    expect(all.length).toBeGreaterThan(5);
    for (const file of all) expect(() => JSON.parse(String(bytes(file))) as unknown, file).not.toThrow();
  });

  test('of tables have as many cells a row, and no cell that a calculation sheet would work out', () => {
    const tables = ending('.csv');
    expect(tables.length).toBeGreaterThan(3);
    for (const file of tables) {
      const rows = parseCsv(String(bytes(file)));
      expect(new Set(rows.map((row) => row.length)).size, file).toBe(1);
      for (const cell of rows.flat()) expect(/^[=+@\t\r]|^-[^\d]/.test(cell), `${file}: ${cell}`).toBe(false);
    }
  });

  test('have names that every system can hold, inside archives too', () => {
    const inside = ending('.zip').flatMap((file) => Object.keys(unzipSync(bytes(file))));
    expect(inside.length).toBeGreaterThan(20);
    for (const name of [...files, ...inside]) expect(name).toMatch(/^[\w./@-]+$/);
    for (const name of inside) expect(name).not.toMatch(/^\/|\.\./);
  });

  test.each(['.docx', '.md', '.txt', '.pdf'])('%s of a note holds its title whole', (end) => {
    const title = fields.find(
      ({ file, path }) => file === 'press-notes/2023-11-03-palermo/it.mdx' && path === 'title',
    );
    const [file = ''] = ending(`-it${end}`).filter((path) => path.includes('/2023-11-03-palermo/'));
    const text =
      end === '.docx'
        ? strFromU8(unzipSync(bytes(file))['word/document.xml'] as Uint8Array)
        : end === '.pdf'
          ? String(execFileSync('pdftotext', [join(dir, file), '-']))
          : String(bytes(file));
    expect(text).toContain(title?.marker);
  });
});

describe('what others take with them', () => {
  const codeElements = new Set(['blockquote', 'p', 'strong', 'br', 'small', 'a']);
  const elementsOf = (html: string): string[] =>
    load(
      html,
      null,
      false,
    )('*')
      .toArray()
      .flatMap((node) => ('tagName' in node ? [node.tagName] : []));

  test('frames hold no element, no script and no attribute that a text could have brought in', () => {
    const frames = files.filter((file) => file.startsWith('riquadri/') && file.endsWith('.html'));
    expect(frames.length).toBeGreaterThan(20);
    const found = frames.flatMap((file) => {
      const $ = load(bytes(file));
      return [
        ...forbiddenHtml($),
        ...$('script')
          .toArray()
          .map(() => 'script'),
      ].map((fault) => `${file}: ${fault}`);
    });
    expect(found).toEqual([]);
  });

  test('code to paste is one frame, or a few words', () => {
    let count = 0;
    for (const { path, $ } of pages.filter(({ path: own }) => own.endsWith('/incorpora/')))
      for (const option of $('option[data-code]').toArray()) {
        count += 1;
        expect(elementsOf($(option).attr('data-code') ?? ''), path).toEqual(['iframe']);
        const plain = $(option).attr('data-words') ?? '';
        expect(
          elementsOf(plain).filter((name) => !codeElements.has(name)),
          path,
        ).toEqual([]);
        const links = load(plain)('a').toArray();
        expect(
          links.map((link) => link.attribs['href']?.startsWith('https://lgnet.example/')),
          path,
        ).toEqual([true]);
      }
    expect(count).toBeGreaterThan(20);
  });

  test('cards are one frame', () => {
    const cards = ending('oembed.json').map((file) => JSON.parse(String(bytes(file))) as { html?: string });
    expect(cards.length).toBeGreaterThan(20);
    for (const { html } of cards) if (html !== undefined) expect(elementsOf(html)).toEqual(['iframe']);
  });

  test('calendars hold nothing but their events', () => {
    for (const file of ending('.ics')) {
      const calendar = new ICAL.Component(ICAL.parse(String(bytes(file))) as unknown[]);
      expect(
        calendar.getAllSubcomponents().every(({ name }) => name === 'vevent'),
        file,
      ).toBe(true);
      for (const event of calendar.getAllSubcomponents())
        expect(new Set(event.getAllProperties().map(({ name }) => name)).size, file).toBe(
          event.getAllProperties().length,
        );
    }
  });
});

describe('in a browser without the content security policy', () => {
  let browser: Browser;
  let site: Awaited<ReturnType<typeof serve>>;
  beforeAll(async () => {
    browser = await keptBrowser();
    site = await serve(dir);
  });
  afterAll(async () => {
    await leaveBrowser(browser);
    site.close();
  });

  test('nothing runs, nothing opens, nobody else is asked', async () => {
    const context = await browser.newContext();
    const wrong: string[] = [];
    const { origin } = site;
    await context.route('**/*', async (route) => {
      const url = route.request().url();
      if (!url.startsWith(origin) && !url.startsWith('data:')) {
        wrong.push(`asked ${url}`);
        return route.abort();
      }
      const response = await route.fetch();
      if (!(response.headers()['content-type'] ?? '').includes('html')) return route.fulfill({ response });
      const html = (await response.text()).replace(/<meta[^>]*content-security-policy[^>]*>/gi, '');
      return route.fulfill({ response, body: html });
    });
    const page = await context.newPage();
    page.on('dialog', (dialog) => {
      wrong.push(`opened ${dialog.message()}`);
      void dialog.dismiss();
    });
    const kinds = [
      ...[
        '/',
        '/citta/',
        '/citta/palermo/',
        '/note-stampa/',
        '/note-stampa/2023-11-03-palermo/',
        '/attivita/',
      ],
      ...['/partner/', '/video/', '/mappa/', '/dati/', '/indice/', '/progetto/', '/privacy/', '/ambiti/'],
      ...['/en/', '/ar/citta/palermo/', '/cerca/?q=hostile'],
    ];
    for (const path of kinds) {
      await page.goto(origin + path, { waitUntil: 'networkidle' });
      if (await page.evaluate(() => '__hostile' in window)) wrong.push(`ran on ${path}`);
    }
    expect(wrong).toEqual([]);
  }, 240_000);
});
