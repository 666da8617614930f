import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { builtDir, keptBrowser, leaveBrowser } from './built-site.ts';

let browser: Browser;
let site: { origin: string; close: () => void };

/** By address: what the site answers instead of its file, so that a page can change or be gone. */
const changed = new Map<string, string | undefined>();

beforeAll(async () => {
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname;
    const file = join(builtDir, path.endsWith('/') ? `${path}index.html` : path);
    const body = changed.has(path) ? changed.get(path) : existsSync(file) ? readFileSync(file) : undefined;
    response.writeHead(body === undefined ? 404 : 200, {
      'content-type': contentTypes[extname(file)] ?? 'application/octet-stream',
    });
    response.end(body);
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  site = {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () => server.close(),
  };
  browser = await keptBrowser();
});

afterAll(async () => {
  await leaveBrowser(browser);
  site.close();
});

const contentTypes: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
};

const palermo = '/citta/palermo/';
const note = '/note-stampa/2023-11-03-palermo/';

/** Workers and caches of the site on this phone. */
const onPhone = (page: Page) =>
  page.evaluate(async () => ({
    workers: (await navigator.serviceWorker.getRegistrations()).length,
    caches: await caches.keys(),
  }));

const keep = async (context: BrowserContext, path = palermo): Promise<Page> => {
  const page = await context.newPage();
  await page.goto(`${site.origin}${path}`);
  await page.getByRole('button', { name: 'Tieni sul mio telefono' }).click();
  await page.getByText('Salvata: si legge anche senza rete.').waitFor();
  return page;
};

describe('a story on the phone', () => {
  test('nothing is stored before the button is pressed', async () => {
    const page = await (await browser.newContext()).newPage();
    await page.goto(`${site.origin}${palermo}`);
    await page.getByRole('button', { name: 'Tieni sul mio telefono' }).waitFor();
    expect(await onPhone(page)).toEqual({ workers: 0, caches: [] });
    await page.context().close();
  });

  test('is read without a network with its date, its note, its sheet and the list, and then taken away', async () => {
    const context = await browser.newContext();
    const complaints: string[] = [];
    const page = await keep(context);
    page.on('pageerror', (error) => complaints.push(error.message));
    page.on('console', (message) => {
      if (/Content.Security/i.test(message.text())) complaints.push(message.text());
    });
    expect(await onPhone(page)).toEqual({ workers: 1, caches: [`kept ${palermo}`] });

    await context.setOffline(true);
    const year = String(new Date().getFullYear());
    for (const path of [palermo, note]) {
      await page.goto(`${site.origin}${path}`);
      expect(await page.locator('h1').innerText()).toContain('Palermo');
      const copy = await page.locator('[data-kept-copy]').innerText();
      expect(copy).toContain('copia salvata sul telefono');
      expect(copy).toContain(year);
    }
    // The tools of the kept page still work: the button knows that the story is here.
    await page.goto(`${site.origin}${palermo}`);
    await page.getByRole('button', { name: 'Togli dal mio telefono' }).waitFor();
    const sheet = await page.evaluate(async () => {
      const href = document.querySelector<HTMLAnchorElement>('a[type="application/pdf"]')?.href ?? '';
      return (await (await fetch(href)).text()).slice(0, 5);
    });
    expect(sheet).toBe('%PDF-');

    // Whoever asks for a page that is not here is led to what is.
    await page.goto(`${site.origin}/progetto/`);
    expect(new URL(page.url()).pathname).toBe('/salvati/');
    const entry = page.locator('#kept li');
    await entry.waitFor();
    expect(await entry.innerText()).toMatch(/Palermo[\s\S]*Salvata: [\s\S]*\d+ kB/);
    await page.getByRole('button', { name: 'Togli dal mio telefono: Palermo' }).click();
    await page.getByText('Su questo telefono non c’è niente di salvato.').waitFor();
    await expect.poll(() => onPhone(page)).toEqual({ workers: 0, caches: [] });
    expect(complaints).toEqual([]);
    await context.close();
  });

  test('is never shown to somebody who has a network, even when it has changed since', async () => {
    const context = await browser.newContext();
    const page = await keep(context);
    const before = readFileSync(join(builtDir, palermo, 'index.html'), 'utf8');
    try {
      changed.set(palermo, before.replace('<h1', '<p id="new">Nuovo</p><h1'));
      await page.goto(`${site.origin}${palermo}`);
      expect(await page.locator('#new').count()).toBe(1);
      expect(await page.locator('[data-kept-copy]').count()).toBe(0);

      // The copy is of the day on which it was kept, until the reader brings it up to date.
      await context.setOffline(true);
      await page.goto(`${site.origin}${palermo}`);
      expect(await page.locator('#new').count()).toBe(0);
      await context.setOffline(false);
      await page.goto(`${site.origin}/salvati/`);
      await page.getByRole('button', { name: 'Aggiorna: Palermo' }).click();
      await page.getByText('Salvata: si legge anche senza rete.').waitFor();
      await context.setOffline(true);
      await page.goto(`${site.origin}${palermo}`);
      expect(await page.locator('#new').count()).toBe(1);
    } finally {
      changed.clear();
      await context.close();
    }
  });

  test('is not kept by half: a part that does not come leaves nothing behind', async () => {
    const context = await browser.newContext();
    const page = await context.newPage();
    changed.set(`${palermo}lgnet-palermo-it.pdf`, undefined);
    await page.goto(`${site.origin}${palermo}`);
    await page.getByRole('button', { name: 'Tieni sul mio telefono' }).click();
    await page.getByText('Non è stato possibile salvarla.').waitFor();
    changed.clear();
    expect(await onPhone(page)).toEqual({ workers: 0, caches: [] });
    await context.close();
  });

  test('the worker stays while another story is kept', async () => {
    const context = await browser.newContext();
    await keep(context);
    const page = await keep(context, '/citta/genova/');
    await page.getByRole('button', { name: 'Togli dal mio telefono' }).click();
    await page.getByText('Tolta dal telefono.').waitFor();
    expect(await onPhone(page)).toEqual({ workers: 1, caches: [`kept ${palermo}`] });
    await context.close();
  });
});
