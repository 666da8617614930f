import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { load } from 'cheerio';
import { HtmlValidate } from 'html-validate';
import ICAL from 'ical.js';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { languages } from '../../src/i18n/languages.ts';
import { framed, unframed } from '../../src/hosting/headers.ts';
import { forbiddenHtml } from './allowed-html.ts';
import { builtDir, files, keptBrowser, leaveBrowser, pageAt, pages, serve } from './built-site.ts';
import { looksAtEverything } from './depth.ts';

const frames = files()
  .filter((file) => file.startsWith('/riquadri/') && file.endsWith('.html'))
  .map((file) => {
    const html = readFileSync(join(builtDir, file), 'utf8');
    return { path: file.replace('index.html', ''), html, $: load(html) };
  });
const chosen = looksAtEverything
  ? frames
  : frames.filter(({ path }) => /^\/riquadri\/(?:it|ar)\//.test(path));

describe('frames for other sites', () => {
  test('there is one for the map, every city, note and quote, in every language', () => {
    const kinds = ['mappa', 'citta', 'nota', 'citazione'];
    for (const { code } of languages)
      for (const kind of kinds)
        expect(
          frames.filter(({ path }) => path.startsWith(`/riquadri/${code}/${kind}/`)).length,
          `${code} ${kind}`,
        ).toBeGreaterThan(0);
  });

  test('weigh little, have no script, and lead to their story', () => {
    const known = new Set(pages.map(({ path }) => path));
    for (const { path, html, $ } of frames) {
      expect(brotliCompressSync(html).length, path).toBeLessThan(15_000);
      expect($('script, link[rel=stylesheet]:not([media=print]), font').length, path).toBe(0);
      expect($('h1').length, path).toBe(1);
      expect($('meta[name=robots]').attr('content'), path).toBe('noindex');
      const story = new URL($('link[rel=canonical]').attr('href') ?? '');
      expect(known, path).toContain(story.pathname);
      for (const link of $('a[href^="http"], a[href^="/"]').toArray()) {
        const target = new URL($(link).attr('href') ?? '', story);
        expect(known, `${path}: ${target.pathname}`).toContain(target.pathname);
      }
    }
  });

  test('are sound HTML, of elements that the site knows', async () => {
    const validator = new HtmlValidate(
      JSON.parse(readFileSync('.htmlvalidate.json', 'utf8')) as ConstructorParameters<typeof HtmlValidate>[0],
    );
    for (const { path, html, $ } of chosen) {
      const { results } = await validator.validateString(html, path);
      expect(results.flatMap(({ messages }) => messages.map(({ message }) => message))).toEqual([]);
      expect(forbiddenHtml($), path).toEqual([]);
    }
  });
});

describe('in a page of another origin', () => {
  let browser: Browser;
  let site: Awaited<ReturnType<typeof serve>>;
  let other: Server;
  let origin = '';
  let shown = '';
  beforeAll(async () => {
    [browser, site] = await Promise.all([keptBrowser(), serve()]);
    other = createServer((_request, response) => {
      response.setHeader('content-type', 'text/html; charset=utf-8');
      response.end(`<!doctype html><title>x</title><body style="margin:0">${shown}</body>`);
    });
    await new Promise<void>((resolve) => {
      other.listen(0, '127.0.0.1', resolve);
    });
    origin = `http://127.0.0.1:${(other.address() as AddressInfo).port}/`;
  });
  afterAll(async () => {
    await leaveBrowser(browser);
    site.close();
    other.close();
  });

  /** The code that readers copy, leading to the server of the test. */
  const codeOf = (value: string, lang = 'it'): string => {
    const page = pageAt(lang === 'it' ? '/incorpora/' : `/${lang}/incorpora/`);
    const code = page.$(`option[value="${value}"]`).attr('data-code') ?? '';
    return code.replace(/src="https?:\/\/[^/]+/, () => `src="${site.origin}`);
  };

  test.each(
    [280, 480, 900].flatMap((width) =>
      ['it', 'ar'].flatMap((lang) =>
        [
          'mappa',
          'citta/palermo',
          'citta/aosta',
          'nota/2023-11-23-roma',
          'citazione/2023-11-03-palermo/tirrito',
        ].map((kind) => [width, lang, kind] as const),
      ),
    ),
  )('at %d pixels, in %s, %s is shown whole', async (width, lang, kind) => {
    const page = await browser.newPage({ viewport: { width, height: 1200 } });
    shown = codeOf(`/riquadri/${lang}/${kind}/`, lang);
    await page.goto(origin);
    const frame = await (await page.waitForSelector('iframe')).contentFrame();
    await frame?.waitForLoadState('load');
    const size = await frame?.evaluate(() => ({
      wide: document.documentElement.scrollWidth - innerWidth,
      high: document.documentElement.scrollHeight - innerHeight,
      heading: document.querySelector('h1')?.textContent.trim() ?? '',
    }));
    expect(size?.heading).not.toBe('');
    expect(size?.wide).toBeLessThanOrEqual(0);
    expect(size?.high).toBeLessThanOrEqual(0);
    await page.close();
  });

  test('a frame is let in, and every other page refuses', async () => {
    const page = await browser.newPage();
    // What a host sends along (tests/site/hosting.test.ts asks nginx).
    await page.route(`${site.origin}/**`, async (route) => {
      const response = await route.fetch();
      const isFrame = new URL(route.request().url()).pathname.startsWith('/riquadri/');
      await route.fulfill({
        response,
        headers: { ...response.headers(), 'content-security-policy': isFrame ? framed : unframed },
      });
    });
    const textOf = async (path: string): Promise<string> => {
      shown = `<iframe src="${site.origin}${path}"></iframe>`;
      await page.goto(origin);
      await page.waitForTimeout(300);
      const frame = page.frames().find((own) => own !== page.mainFrame());
      return (await frame?.evaluate(() => document.body.textContent).catch(() => '')) ?? '';
    };
    expect(await textOf('/riquadri/it/citta/palermo/')).toContain('Palermo');
    for (const path of ['/', '/citta/palermo/', '/incorpora/', '/aiuto/', '/ar/'])
      expect(await textOf(path), path).not.toContain('LGNet');
    await page.close();
  });
});

test('the page to choose from is small, and so are those of notes', () => {
  const path = /^\/(?:ar\/|bn\/)?(?:incorpora|note-stampa\/[^/]+\/social)\/$/;
  const weighed = pages.filter((page) => path.test(page.path));
  expect(weighed.length).toBeGreaterThanOrEqual(3 * 5);
  for (const page of weighed)
    expect(
      brotliCompressSync(readFileSync(join(builtDir, page.path, 'index.html'))).length,
      page.path,
    ).toBeLessThan(20_000);
});

test('every page of what can be posted tells the code of its story', () => {
  const known = new Set(frames.map(({ path }) => path));
  for (const { path, $ } of pages.filter(({ path: own }) => own.endsWith('/social/'))) {
    const codes = $('[aria-labelledby=sito] .post-code').toArray();
    expect(codes.length, path).toBeGreaterThanOrEqual(2);
    const framed = codes
      .map((code) => load($(code).text())('iframe').attr('src') ?? '')
      .filter((src) => src !== '');
    expect(framed.length * 2, path).toBe(codes.length);
    for (const src of framed) expect(known, path).toContain(new URL(src).pathname);
  }
});

test('what was translated says how, wherever it is shown', () => {
  for (const { path, $ } of chosen.filter(({ path: own }) => !own.includes('/mappa/')))
    expect($('.frame-notice').length, path).toBe(path.startsWith('/riquadri/it/') ? 0 : 1);
  const words = pageAt('/ar/incorpora/')
    .$('option[value="/riquadri/ar/nota/2023-11-23-roma/"]')
    .attr('data-words');
  const frame = frames.find(({ path }) => path === '/riquadri/ar/nota/2023-11-23-roma/');
  expect(load(words ?? '')('small').text()).toBe(frame?.$('.frame-notice').text());
});

test('the page to choose from shows another story, with its code, once it is chosen', async () => {
  const [browser, site] = await Promise.all([keptBrowser(), serve()]);
  const context = await browser.newContext({ permissions: ['clipboard-read', 'clipboard-write'] });
  const page = await context.newPage();
  await page.goto(`${site.origin}/incorpora/`);
  await page.getByLabel('Che cosa vuoi mostrare').selectOption({ label: 'Palermo' });
  const code = await page.getByRole('textbox', { name: 'Il codice da incollare' }).inputValue();
  expect(code).toContain('/riquadri/it/citta/palermo/"');
  expect(code).toContain('title="Palermo"');
  expect(await page.getByRole('textbox', { name: 'Senza riquadro' }).inputValue()).toContain(
    '/citta/palermo/">',
  );
  await page.frameLocator('iframe').getByRole('heading', { name: 'Palermo' }).waitFor();
  await page.getByRole('button', { name: 'Copia il codice' }).first().click();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(code);
  await leaveBrowser(browser);
  site.close();
});

describe('cards by oEmbed', () => {
  const discovered = pages.flatMap(({ path, $ }) =>
    $('link[type="application/json+oembed"]')
      .toArray()
      .map((link) => ({ path, href: new URL($(link).attr('href') ?? ''), title: $(link).attr('title') })),
  );

  test('are found on cities and notes in every language', () => {
    const kinds = new Set(
      discovered.map(({ path }) => path.replace(/^\/[a-z]{2,3}(?=\/)/, '').split('/')[1]),
    );
    expect([...kinds].sort()).toEqual(['citta', 'note-stampa']);
    expect(discovered.length).toBeGreaterThan(20 * languages.length);
  });

  test('say what the specification asks for, and show a frame that is there', () => {
    const known = new Set(frames.map(({ path }) => path));
    for (const { path, href, title } of discovered) {
      const card = JSON.parse(readFileSync(join(builtDir, href.pathname), 'utf8')) as Record<string, unknown>;
      expect(card, path).toMatchObject({ version: '1.0', type: 'rich', title, width: 480 });
      expect(typeof card['height'], path).toBe('number');
      expect(typeof card['provider_name'], path).toBe('string');
      const picture = new URL(String(card['thumbnail_url'])).pathname;
      expect(readFileSync(join(builtDir, picture)).subarray(1, 4).toString()).toBe('PNG');
      const frame = load(String(card['html']))('iframe');
      expect(known, path).toContain(new URL(frame.attr('src') ?? '').pathname);
      expect(frame.attr('title')).not.toBe('');
    }
  });
});

describe('calendars', () => {
  const calendars = files().filter((file) => file.endsWith('.ics'));

  test('are there for the network and for cities, in every language', () => {
    for (const { code } of languages)
      expect(calendars).toContain(code === 'it' ? '/calendario.ics' : `/${code}/calendario.ics`);
    expect(calendars).toContain('/citta/taranto/calendario.ics');
  });

  test.each(calendars)('%s is read by a parser: whole days, lines that are folded, no name twice', (file) => {
    const text = readFileSync(join(builtDir, file), 'utf8');
    for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    expect(text).not.toMatch(/[^\r]\n/);
    const events = new ICAL.Component(ICAL.parse(text) as unknown[])
      .getAllSubcomponents('vevent')
      .map((event) => new ICAL.Event(event));
    expect(events.length).toBeGreaterThan(0);
    expect(new Set(events.map(({ uid }) => uid)).size).toBe(events.length);
    for (const event of events) {
      expect(event.startDate.isDate).toBe(true);
      expect(event.endDate.subtractDateTz(event.startDate).toSeconds()).toBe(24 * 60 * 60);
      expect(event.summary.length).toBeGreaterThan(5);
      expect(event.summary.length).toBeLessThanOrEqual(100);
      expect(text).not.toMatch(/[\u2066-\u2069]/);
    }
  });

  test('tell what the records tell', () => {
    const text = readFileSync(join(builtDir, 'citta/taranto/calendario.ics'), 'utf8');
    const [event] = new ICAL.Component(ICAL.parse(text) as unknown[])
      .getAllSubcomponents('vevent')
      .map((component) => new ICAL.Event(component))
      .filter(({ uid }) => uid.startsWith('taranto-festa-dell-integrazione@'));
    expect(event?.startDate.toString()).toBe('2023-09-26');
    expect(event?.location).toBe('Taranto');
    expect(event?.description).toContain('via Della Croce 90');
  });
});
