import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { languages } from '../../src/i18n/languages.ts';
import { browserAtSite } from './browser-at-site.ts';
import { builtDir, pageAt, pages } from './built-site.ts';

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const { browser, site } = await browserAtSite();

/** The code of a language of the site that runs from right to left. */
const rightToLeft = languages.find(({ dir }) => dir === 'rtl')?.code;

const phone: BrowserContextOptions = {
  viewport: { width: 360, height: 720 },
  hasTouch: true,
  isMobile: true,
};

/** What went wrong on a page: errors, and requests to anybody else. */
const complaints = new WeakMap<Page, string[]>();

const open = async (path: string, options: BrowserContextOptions = {}): Promise<Page> => {
  const context = await browser.newContext({ locale: 'it-IT', ...options });
  await context.addInitScript(axeSource);
  const page = await context.newPage();
  const wrong: string[] = [];
  complaints.set(page, wrong);
  page.on('pageerror', (error) => wrong.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') wrong.push(message.text());
  });
  page.on('request', (request) => {
    if (!request.url().startsWith(site.origin)) wrong.push(request.url());
  });
  await page.goto(`${site.origin}${path}`);
  return page;
};

/** Closes a page, on which nothing may have gone wrong. */
const done = async (page: Page): Promise<void> => {
  await page.context().close();
  expect(complaints.get(page)).toEqual([]);
};

/** Waits until Leaflet has taken the drawing over. */
const ready = async (page: Page): Promise<void> => {
  await page.locator('#mappa').scrollIntoViewIfNeeded();
  await page.locator('[data-map-ready]').waitFor();
};

/** Waits until no zoom is under way: Leaflet takes no other before its end. */
const still = async (page: Page): Promise<void> => {
  await expect.poll(() => page.locator('.leaflet-zoom-anim').count()).toBe(0);
};

const city = (page: Page, id: string) => page.locator(`.network-map-city[data-city="${id}"]`);
const card = (page: Page) => page.locator('[data-map-card-content]');
const status = (page: Page) => page.locator('.map-filters [role="status"]');

/** Where the middle of every dot is on the page. */
const dots = (page: Page): Promise<Record<string, [number, number]>> =>
  page.evaluate(() =>
    Object.fromEntries(
      [...document.querySelectorAll<SVGAElement>('.network-map-city')].map((link) => {
        const box = link.querySelector('.network-map-dot')!.getBoundingClientRect();
        const middle: [number, number] = [box.x + box.width / 2 + scrollX, box.y + box.height / 2 + scrollY];
        return [link.dataset['city'] ?? '', middle];
      }),
    ),
  );

describe('without a script', () => {
  test('the list and the drawing lead to every city', async () => {
    const page = await open('/mappa/', { javaScriptEnabled: false });
    const inList = await page
      .locator('.map-list a')
      .evaluateAll((links) => links.map((a) => a.getAttribute('href')));
    const inMap = await page
      .locator('.network-map-city')
      .evaluateAll((links) => links.map((a) => a.getAttribute('href')));
    expect(inList).toHaveLength(24);
    expect(inMap).toEqual(inList);
    expect(await page.locator('.map-filters').isVisible()).toBe(false);
    expect(await page.locator('.map-card').isVisible()).toBe(false);
    await city(page, 'caserta').locator('.network-map-target').click();
    expect(new URL(page.url()).pathname).toBe('/citta/caserta/');
    await done(page);
  });

  test('it prints with every name and without controls', async () => {
    const page = await open('/mappa/');
    await ready(page);
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('.network-map-city text:visible').count()).toBe(24);
    expect(await page.locator('.map-filters, .map-card, .map-buttons').first().isVisible()).toBe(false);
    await done(page);
  });
});

describe.each([
  ['a phone', phone],
  ['a small phone', { ...phone, viewport: { width: 320, height: 640 } }],
  ['a desk', { viewport: { width: 1280, height: 900 } }],
] as const)('on %s', (_name, options) => {
  test('Leaflet takes the drawing over without moving anything', async () => {
    const page = await open('/mappa/', options);
    const before = await dots(page);
    const height = await page.evaluate(
      () => document.querySelector('.map-stage')!.getBoundingClientRect().height,
    );
    await ready(page);
    const after = await dots(page);
    for (const [id, [x, y]] of Object.entries(before)) {
      expect(Math.abs(after[id]![0] - x), id).toBeLessThan(1.5);
      expect(Math.abs(after[id]![1] - y), id).toBeLessThan(1.5);
    }
    expect(
      await page.evaluate(() => document.querySelector('.map-stage')!.getBoundingClientRect().height),
    ).toBe(height);
    await done(page);
  });

  test('every target is at least 24 px wide, and hit where it is', async () => {
    const page = await open('/mappa/', options);
    await ready(page);
    const hits = await page.evaluate(() =>
      [...document.querySelectorAll<SVGAElement>('.network-map-city')].map((link) => {
        const box = link.querySelector('.network-map-target')!.getBoundingClientRect();
        scrollBy(0, box.y - innerHeight / 3);
        const { x, y, width, height } = link.querySelector('.network-map-target')!.getBoundingClientRect();
        const hit = document
          .elementFromPoint(x + width / 2, y + height / 2)
          ?.closest<SVGAElement>('.network-map-city');
        return { id: link.dataset['city'], size: Math.min(width, height), own: hit === link };
      }),
    );
    expect(hits).toHaveLength(24);
    for (const { id, size, own } of hits) {
      expect(size, id).toBeGreaterThanOrEqual(24);
      expect(own, id).toBe(true);
    }
    await done(page);
  });

  test('no name covers another name or a dot', async () => {
    const page = await open('/mappa/', options);
    const overlaps = await page.evaluate(() => {
      const links = [...document.querySelectorAll<SVGAElement>('.network-map-city')];
      const boxes = links.map((link) => ({
        id: link.dataset['city'],
        // The box of a line of text is higher than its letters.
        name: link.querySelector('text')!.getBoundingClientRect(),
        dot: link.querySelector('.network-map-dot')!.getBoundingClientRect(),
      }));
      const cover = (a: DOMRect, b: DOMRect): boolean => {
        const slack = a.height / 4;
        return (
          a.left < b.right &&
          b.left < a.right &&
          a.top + slack < b.bottom - slack / 2 &&
          b.top + slack / 2 < a.bottom - slack
        );
      };
      return boxes.flatMap((a) =>
        boxes
          .filter((b) => b !== a && (cover(a.name, b.name) || cover(a.name, b.dot)))
          .map((b) => `${a.id} covers ${b.id}`),
      );
    });
    expect(overlaps).toEqual([]);
    await done(page);
  });
});

describe('with the keyboard only', () => {
  test('a reader filters, chooses a city, reads its card, comes back and goes to its page', async () => {
    const page = await open('/mappa/');
    await ready(page);
    const area = page.locator('select[name="ambito"]');
    await area.focus();
    await page.keyboard.press('h');
    expect(await area.inputValue()).toBe('housing');
    const shown = await page.locator('.network-map-city:not(.is-off)').count();
    expect(shown).toBeGreaterThan(0);
    expect(shown).toBeLessThan(24);
    expect(await status(page).textContent()).toContain(String(shown));
    expect(new URL(page.url()).search).toBe('?ambito=housing');

    await page.locator('[data-zoom="whole"]').focus();
    await page.keyboard.press('Tab');
    const focused = await page.evaluate(
      () => (document.activeElement as unknown as SVGAElement).dataset['city'],
    );
    const first = await page.locator('.map-list li:not([hidden])').first().getAttribute('data-city');
    expect(focused).toBe(first);

    await page.keyboard.press('Enter');
    expect(
      await card(page)
        .locator('h3')
        .evaluate((heading) => heading === document.activeElement),
    ).toBe(true);
    expect(await city(page, first ?? '').getAttribute('aria-pressed')).toBe('true');
    expect(await status(page).textContent()).toContain(
      await card(page)
        .locator('h3')
        .textContent()
        .then((text) => text!.trim()),
    );
    expect(new URL(page.url()).search).toBe(`?citta=${first}&ambito=housing`);

    await page.keyboard.press('Escape');
    expect(await city(page, first ?? '').evaluate((link) => link === document.activeElement)).toBe(true);
    expect(new URL(page.url()).search).toBe('?ambito=housing');

    await page.keyboard.press(' ');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.waitForURL(`**/citta/${first}/`);
    await done(page);
  });

  test('a reader zooms and moves the map, and a city in focus comes into sight', async () => {
    const page = await open('/mappa/');
    await ready(page);
    const width = () => page.locator('.network-map').evaluate((svg) => svg.getBoundingClientRect().width);
    const before = await width();
    await page.locator('[data-map-stage]').focus();
    await page.keyboard.press('+');
    await expect.poll(width).toBeGreaterThan(before * 1.9);
    await still(page);
    const start = (await dots(page))['roma']!;
    await page.keyboard.press('ArrowDown');
    await expect.poll(async () => (await dots(page))['roma']![1]).toBeLessThan(start[1] - 10);
    for (const id of ['trieste', 'palermo', 'torino']) {
      await city(page, id).focus();
      await expect
        .poll(() =>
          page.evaluate((id) => {
            const dot = document
              .querySelector(`[data-city="${id}"] .network-map-dot`)!
              .getBoundingClientRect();
            const stage = document.querySelector('.map-stage')!.getBoundingClientRect();
            return (
              dot.left > stage.left &&
              dot.right < stage.right &&
              dot.top > stage.top &&
              dot.bottom < stage.bottom
            );
          }, id),
        )
        .toBe(true);
    }
    expect(
      await page.locator('[data-map-stage]').evaluate((stage) => stage.scrollTop + stage.scrollLeft),
    ).toBe(0);
    await still(page);
    await page.locator('[data-zoom="whole"]').click();
    await expect.poll(width).toBeCloseTo(before, -1);
    await done(page);
  });
});

describe('with a finger', () => {
  /** Moves one or two fingers up by 200 px over the map. */
  const swipe = async (page: Page, fingers: number): Promise<void> => {
    const client = await page.context().newCDPSession(page);
    const points = (y: number) => Array.from({ length: fingers }, (_, id) => ({ x: 120 + id * 90, y, id }));
    await client.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: points(520) });
    for (let y = 510; y >= 320; y -= 10) {
      await client.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: points(y) });
      await page.waitForTimeout(8);
    }
    await client.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
    await page.waitForTimeout(500);
  };
  const place = (page: Page) =>
    page.evaluate(() => ({
      scroll: scrollY,
      map: document.querySelector('.network-map')!.getBoundingClientRect().y + scrollY,
    }));
  const opened = async (): Promise<Page> => {
    const page = await open('/mappa/', phone);
    await ready(page);
    await page.evaluate(() =>
      document.querySelector('.map-stage')!.scrollIntoView({ block: 'end', behavior: 'instant' }),
    );
    await page.locator('[data-zoom="in"]').tap();
    await page.waitForTimeout(500);
    return page;
  };

  test('one scrolls the page and leaves the map alone', async () => {
    const page = await opened();
    const before = await place(page);
    await swipe(page, 1);
    const after = await place(page);
    expect(after.scroll).toBeGreaterThan(before.scroll + 50);
    expect(after.map).toBeCloseTo(before.map, 0);
    await done(page);
  });

  test('two move the map and leave the page alone', async () => {
    const page = await opened();
    const before = await place(page);
    await swipe(page, 2);
    const after = await place(page);
    expect(after.scroll).toBe(before.scroll);
    expect(after.map).toBeLessThan(before.map - 50);
    await done(page);
  });

  test('Napoli and Caserta are two cities', async () => {
    const page = await open('/mappa/', phone);
    await ready(page);
    for (const id of ['napoli', 'caserta']) {
      await city(page, id).locator('.network-map-target').tap();
      await expect.poll(() => new URL(page.url()).search).toBe(`?citta=${id}`);
      expect(await card(page).locator('a.button').getAttribute('href')).toBe(`/citta/${id}/`);
      // The card is in sight together with the city.
      const [dot, open] = await Promise.all([
        city(page, id).locator('.network-map-dot').boundingBox(),
        page.locator('.map-card').boundingBox(),
      ]);
      expect(open!.y + open!.height).toBeLessThanOrEqual(720);
      await expect
        .poll(async () => (await city(page, id).locator('.network-map-dot').boundingBox())!.y)
        .toBeLessThan(open!.y);
      expect(dot).not.toBeNull();
    }
    await done(page);
  });
});

describe('with a mouse', () => {
  test('the wheel scrolls the page until Ctrl or a click says otherwise', async () => {
    const page = await open('/mappa/', { viewport: { width: 1280, height: 700 } });
    await ready(page);
    const width = () => page.locator('.network-map').evaluate((svg) => svg.getBoundingClientRect().width);
    const before = await width();
    await page.evaluate(() =>
      document.querySelector('.map-stage')!.scrollIntoView({ block: 'start', behavior: 'instant' }),
    );
    const box = (await page.locator('.map-stage').boundingBox())!;
    await page.mouse.move(box.x + 40, box.y + 300);
    const from = await page.evaluate(() => scrollY);
    await page.mouse.wheel(0, 60);
    await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(from);
    expect(await width()).toBe(before);

    await page.keyboard.down('Control');
    await page.mouse.wheel(0, -300);
    await page.keyboard.up('Control');
    await expect.poll(width).toBeGreaterThan(before * 1.2);
    await still(page);
    await page.locator('[data-zoom="whole"]').click();
    await expect.poll(width).toBeCloseTo(before, -1);
    await still(page);

    await page.mouse.click(box.x + 40, box.y + 250);
    await page.mouse.wheel(0, -300);
    await expect.poll(width).toBeGreaterThan(before * 1.2);
    await done(page);
  });

  test('pulling the map by a city’s name is no choice of the city', async () => {
    const page = await open('/mappa/', { viewport: { width: 1280, height: 900 } });
    await ready(page);
    await page.locator('[data-zoom="in"]').click();
    await page.waitForTimeout(500);
    const dot = (await city(page, 'roma').locator('.network-map-dot').boundingBox())!;
    await page.mouse.move(dot.x + 4, dot.y + 4);
    await page.mouse.down();
    await page.mouse.move(dot.x + 60, dot.y + 60, { steps: 8 });
    await page.mouse.up();
    await page.waitForTimeout(300);
    expect(new URL(page.url()).search).toBe('');
    const moved = (await city(page, 'roma').locator('.network-map-dot').boundingBox())!;
    expect(moved.x).toBeGreaterThan(dot.x + 20);
    await done(page);
  });
});

describe('the address', () => {
  test('brings a shared choice back', async () => {
    const page = await open('/mappa/?citta=palermo&ambito=presa-in-carico');
    expect(await card(page).locator('h3').textContent()).toContain('Palermo');
    expect(await page.locator('select[name="ambito"]').inputValue()).toBe('presa-in-carico');
    await ready(page);
    expect(await city(page, 'palermo').getAttribute('aria-pressed')).toBe('true');
    expect(await city(page, 'agrigento').isVisible()).toBe(false);
    await done(page);
  });

  test('goes back step by step', async () => {
    const page = await open('/mappa/');
    await ready(page);
    await city(page, 'roma').click();
    await city(page, 'milano').click();
    await page.locator('select[name="edizione"]').selectOption('lgnetea');
    expect(await page.locator('.network-map-city.is-unlit').count()).toBe(6);
    await page.goBack();
    expect(new URL(page.url()).search).toBe('?citta=milano');
    expect(await page.locator('.network-map-city.is-unlit').count()).toBe(8);
    await page.goBack();
    expect(await card(page).locator('h3').textContent()).toContain('Roma');
    await page.goBack();
    expect(await card(page).locator('h3').count()).toBe(0);
    await done(page);
  });

  test('of a city that does not exist shows the whole map', async () => {
    const page = await open('/mappa/?citta=atlantide&ambito=%3Cscript%3E');
    expect(await card(page).locator('h3').count()).toBe(0);
    expect(await page.locator('.map-list li:visible').count()).toBe(24);
    await done(page);
  });
});

test('an operator’s tile server hears of the reader only after the click that names it', async () => {
  const context = await browser.newContext({ locale: 'it-IT' });
  const page = await context.newPage();
  const asked: string[] = [];
  await page.route('https://tiles.example/**', (route) => {
    asked.push(route.request().url());
    return route.fulfill({
      contentType: 'image/svg+xml',
      body: '<svg xmlns="http://www.w3.org/2000/svg" width="256" height="256"/>',
    });
  });
  // The page as it is built where the setting names a server; its policy then allows that server.
  await page.route('**/mappa/', (route) =>
    route.fulfill({
      contentType: 'text/html; charset=utf-8',
      body: pageAt('/mappa/')
        .html.replace(/img-src [^;]+/, "img-src 'self' https://tiles.example")
        .replace(
          '<div class="map-notes">',
          `<div class="map-notes"><p class="map-tiles" hidden>
             <button data-map-tiles="https://tiles.example/{z}/{x}/{y}.svg">Mostra le strade</button>
             <span data-map-tiles-credit hidden>© Example</span></p>`,
        ),
    }),
  );
  await page.goto(`${site.origin}/mappa/`);
  await ready(page);
  await page.locator('[data-zoom="in"]').click();
  await still(page);
  expect(asked).toEqual([]);
  expect(await page.locator('[data-map-tiles-credit]').isVisible()).toBe(false);
  await page.locator('[data-map-tiles]').click();
  await expect.poll(() => page.locator('.leaflet-tile-loaded').count()).toBeGreaterThan(3);
  expect(asked.length).toBeGreaterThan(3);
  expect(await page.locator('[data-map-tiles-credit]').isVisible()).toBe(true);
  await context.close();
});

describe('the filters', () => {
  // A filter that could only show nothing, such as that of films today, is not offered.
  test.each([['a note', 'nota', 'note']])('leave the cities with %s', async (_name, box, mark) => {
    const page = await open('/mappa/');
    const expected = await page.locator(`.map-list li[data-has~="${mark}"]`).count();
    await page.locator(`input[name="${box}"]`).check();
    expect(await page.locator('.map-list li:visible').count()).toBe(expected);
    expect(await page.locator('.network-map-city:not(.is-off)').count()).toBe(expected);
    await page.locator('.map-reset').click();
    expect(await page.locator('.map-list li:visible').count()).toBe(24);
    expect(new URL(page.url()).search).toBe('');
    await done(page);
  });

  // Where a film exists: tests/site/videos.test.ts.
  test('offer no films while no city has one, and an address that asks for them shows all cities', async () => {
    expect(pageAt('/mappa/').$('.map-list li[data-has~="video"]')).toHaveLength(0);
    const page = await open('/mappa/?video=1');
    expect(await page.locator('input[name="nota"]').count()).toBe(1);
    expect(await page.locator('input[name="video"]').count()).toBe(0);
    expect(await page.locator('.map-list li:visible').count()).toBe(24);
    await done(page);
  });

  test('keep their choice when the language changes', async () => {
    const page = await open('/mappa/?citta=palermo');
    await ready(page);
    await page.locator('select[name="edizione"]').selectOption('lgnetea');
    await page.locator('header a[hreflang="fr"]').click();
    await page.waitForURL(/\/fr\/mappa\/\?citta=palermo&edizione=lgnetea$/);
    expect(await card(page).locator('h3').textContent()).toContain('Palerme');
    await done(page);
  });

  test('of editions light 16, 18 or 22 cities', async () => {
    const page = await open('/mappa/');
    const lit = () => page.locator('.network-map-city:not(.is-unlit)').count();
    expect(await lit()).toBe(16);
    await page.locator('select[name="edizione"]').selectOption('lgnetea');
    expect(await lit()).toBe(18);
    expect(await status(page).textContent()).toContain('18');
    await page.locator('select[name="edizione"]').selectOption('lgnet3');
    expect(await lit()).toBe(22);
    await done(page);
  });
});

test('with reduced motion nothing is animated', async () => {
  const page = await open('/mappa/', { reducedMotion: 'reduce' });
  await ready(page);
  const width = () => page.locator('.network-map').evaluate((svg) => svg.getBoundingClientRect().width);
  const before = await width();
  const during = await page.evaluate(() => {
    document.querySelector<HTMLElement>('[data-zoom="in"]')!.click();
    return document.querySelector('.network-map')!.getBoundingClientRect().width;
  });
  expect(during).toBeCloseTo(before * 2, -1);
  await done(page);
});

describe.runIf(rightToLeft)('in a language that runs from right to left', () => {
  test('the map is not mirrored, and the page around it runs from right to left', async () => {
    const [italian, arabic] = await Promise.all([
      open('/mappa/', phone),
      open(`/${rightToLeft}/mappa/`, phone),
    ]);
    expect(await arabic.evaluate(() => getComputedStyle(document.body).direction)).toBe('rtl');
    const seen = async (page: Page) => {
      await ready(page);
      const stage = (await page.locator('.map-stage').boundingBox())!;
      const dot = (await city(page, 'torino').locator('.network-map-dot').boundingBox())!;
      return dot.x - stage.x;
    };
    expect(await seen(arabic)).toBeCloseTo(await seen(italian), 0);
    await city(arabic, 'torino').locator('.network-map-target').tap();
    await expect
      .poll(() => card(arabic).locator('a.button').getAttribute('href'))
      .toBe(`/${rightToLeft}/citta/torino/`);
    expect(await arabic.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
    await Promise.all([done(italian), done(arabic)]);
  });
});

test.each<readonly [string, string, boolean]>([
  ['before', '/mappa/', false],
  ['with a card', '/mappa/?citta=palermo', true],
  ...(rightToLeft ? [['from right to left', `/${rightToLeft}/mappa/?citta=palermo`, true] as const] : []),
])('axe finds nothing wrong with the map %s', async (_name, path, wait) => {
  const page = await open(path);
  if (wait) await ready(page);
  const violations = await page.evaluate(async () => {
    const { axe } = globalThis as unknown as {
      axe: {
        run: (context: string) => Promise<{ violations: { id: string; nodes: { html: string }[] }[] }>;
      };
    };
    const { violations } = await axe.run('main');
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
  });
  expect(violations).toEqual([]);
  await done(page);
});

test('the map’s script, Leaflet with it, stays within 50 kB, and no other page has it', () => {
  const entry = /src="\/_astro\/(MapExplorer[^"]+\.js)"/.exec(pageAt('/mappa/').html)?.[1] ?? '';
  expect(entry).not.toBe('');
  const script = (file: string): Buffer => readFileSync(join(builtDir, '_astro', file));
  const files = new Set([entry]);
  for (const file of files) {
    for (const [, imported] of script(file)
      .toString()
      .matchAll(/["'`]\.\/([\w.-]+\.js)["'`]/g))
      files.add(imported ?? '');
  }
  expect(files.size).toBeGreaterThan(1);
  const size = [...files].reduce((sum, file) => sum + brotliCompressSync(script(file)).length, 0);
  expect(size).toBeLessThanOrEqual(50_000);
  const others = pages.filter(({ path }) => !path.endsWith('/mappa/'));
  expect(others.filter(({ html }) => html.includes(entry)).map(({ path }) => path)).toEqual([]);
});
