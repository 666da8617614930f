import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { keptBrowser, leaveBrowser, pageAt, serve } from './built-site.ts';
import { pageTypes } from '../../scripts/building/bench/page-types.ts';

let browser: Browser;
let server: Awaited<ReturnType<typeof serve>>;
beforeAll(async () => {
  browser = await keptBrowser();
  server = await serve();
});
afterAll(async () => {
  await leaveBrowser(browser);
  server.close();
});

test('no page sets a cookie, stores anything or asks anybody else', async () => {
  const context = await browser.newContext({ locale: 'en-GB' });
  const others: string[] = [];
  context.on('request', (request) => {
    if (!/^(?:data|blob):/.test(request.url()) && !request.url().startsWith(server.origin))
      others.push(request.url());
  });
  const page = await context.newPage();
  const kept: Record<string, unknown> = {};
  for (const path of pageTypes) {
    await page.goto(`${server.origin}${path}`, { waitUntil: 'networkidle' });
    const stored = await page.evaluate(async () => ({
      local: { ...localStorage },
      session: { ...sessionStorage },
      databases: (await indexedDB.databases()).map(({ name }) => name),
      caches: await caches.keys(),
      workers: (await navigator.serviceWorker.getRegistrations()).length,
    }));
    if (JSON.stringify(stored) !== '{"local":{},"session":{},"databases":[],"caches":[],"workers":0}')
      kept[path] = stored;
  }
  expect(kept).toEqual({});
  expect(await context.cookies()).toEqual([]);
  expect(others).toEqual([]);
  await context.close();
});

test('what a reader asks to be remembered is named on the privacy page', async () => {
  const context = await browser.newContext({ locale: 'en-GB' });
  const page = await context.newPage();
  await page.goto(`${server.origin}/`);
  await page.locator('#language-offer button:visible').click();
  expect(await page.evaluate(() => Object.keys(localStorage))).toEqual(['language-offer-dismissed']);
  const named = pageAt('/privacy/').$('main').text();
  expect(named).toContain('chiudi l’offerta di leggere in un’altra lingua');
  // The other one: src/components/video/player.ts.
  expect(named).toContain('Se in un video scegli «Ricorda la scelta», il browser ricorda anche quella');
  await context.close();
});

describe('the editors’ form', () => {
  test('asks nobody else and lets the reader zoom', async () => {
    const context = await browser.newContext();
    const others: string[] = [];
    context.on('request', (request) => {
      if (!/^(?:data|blob):/.test(request.url()) && !request.url().startsWith(server.origin))
        others.push(request.url());
    });
    const page = await context.newPage();
    for (const path of ['/admin/', '/admin/guida/', '/admin/guida/errori/']) {
      await page.goto(`${server.origin}${path}`, { waitUntil: 'networkidle' });
      const viewports = await page
        .locator('meta[name=viewport]')
        .evaluateAll((metas) => metas.map((meta) => meta.getAttribute('content')));
      expect(viewports.join(' '), path).not.toMatch(/user-scalable\s*=\s*(?:no|0)|maximum-scale/);
      expect(await context.cookies(), path).toEqual([]);
    }
    expect(others).toEqual([]);
    await context.close();
  });
});

describe('on a phone', () => {
  test('the offer of another language moves nothing that was painted', async () => {
    for (const [locale, path] of [
      ['en-GB', '/'],
      ['en-GB', '/ar/'],
      ['ar', '/citta/palermo/'],
    ] as const) {
      const context = await browser.newContext({ locale, viewport: { width: 360, height: 640 } });
      const page = await context.newPage();
      await page.goto(`${server.origin}${path}`, { waitUntil: 'load' });
      expect(await page.locator('#language-offer').isVisible(), path).toBe(true);
      const shift = await page.evaluate(
        () =>
          new Promise<number>((done) => {
            let sum = 0;
            new PerformanceObserver((list) => {
              for (const entry of list.getEntries())
                sum += (entry as PerformanceEntry & { value: number }).value;
            }).observe({ type: 'layout-shift', buffered: true });
            setTimeout(() => done(sum), 500);
          }),
      );
      expect(shift, `${locale} ${path}`).toBeLessThan(0.005);
      await context.close();
    }
  });

  test('text at twice its size makes no page wider than the screen', async () => {
    const context = await browser.newContext({ viewport: { width: 360, height: 640 }, bypassCSP: true });
    const page = await context.newPage();
    const wide: string[] = [];
    for (const path of pageTypes) {
      await page.goto(`${server.origin}${path}`);
      await page.addStyleTag({ content: 'html { font-size: 200% }' });
      const width = await page.evaluate(() => document.documentElement.scrollWidth);
      if (width > 360) wide.push(`${path} ${width}`);
    }
    expect(wide).toEqual([]);
    await context.close();
  });
});
