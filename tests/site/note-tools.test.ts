import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { browserAtSite } from './browser-at-site.ts';
import { builtDir, pageAt } from './built-site.ts';

const { browser, site } = await browserAtSite();

const open = async (
  path: string,
  options: BrowserContextOptions = { permissions: ['clipboard-read', 'clipboard-write'] },
  before?: (page: Page) => Promise<unknown>,
): Promise<Page> => {
  const page = await (await browser.newContext(options)).newPage();
  await before?.(page);
  await page.goto(`${site.origin}${path}`);
  return page;
};

const palermo = '/note-stampa/2023-11-03-palermo/';
const clipboard = (page: Page): Promise<string> => page.evaluate(() => navigator.clipboard.readText());
const status = (page: Page) => page.getByRole('status').first();

describe('with a script', () => {
  test('the text is copied whole, and a screen reader is told', async () => {
    const page = await open(palermo);
    await page.getByRole('button', { name: 'Copia il testo' }).click();
    await page.getByText('Il testo è copiato.').waitFor();
    expect(await clipboard(page)).toBe(
      readFileSync(join(builtDir, `${palermo}lgnet2-palermo-2023-11-03-it.txt`), 'utf8'),
    );
    expect(await status(page).getAttribute('role')).toBe('status');
  });

  test('link and reference are copied', async () => {
    const page = await open('/en/note-stampa/2023-11-03-palermo/');
    await page.getByText('Share the note').click();
    const button = page.locator('[data-copy]');
    await button.click();
    await page.getByText('The link is copied.').waitFor();
    // The button itself says so, and is itself again after a while.
    expect(await button.textContent()).toBe('Copied');
    await expect.poll(async () => (await button.textContent())?.trim()).toBe('Copy the link');
    expect(await clipboard(page)).toBe('https://lgnet.example/en/note-stampa/2023-11-03-palermo/');
    await page.getByText('How to cite this press release').click();
    await page.getByRole('button', { name: 'Copy the reference' }).click();
    await page.getByText('The reference is copied.').waitFor();
    expect(await clipboard(page)).toMatch(
      /^LGNet network site, “Palermo among .*3 November 2023, https:\/\//,
    );
    await page.getByRole('button', { name: 'Copy as BibTeX' }).click();
    await expect
      .poll(() => clipboard(page))
      .toMatch(/^@online\{lgnet2-palermo-2023-11-03-en,\n {2}organization = /);
  });

  test('a quote is copied with who said it, the source and its permalink, in the language of the page', async () => {
    const page = await open('/fr/note-stampa/2023-11-03-palermo/');
    await page.getByRole('button', { name: 'Copier avec l’attribution' }).click();
    await page.getByText('La citation est copiée').waitFor();
    expect(await clipboard(page)).toMatch(
      /^«\u202f[^«»]+\u202f» – Antonella Tirrito, .*\(communiqué de presse LgNet2, Palerme, 3 novembre 2023\) https:\/\/lgnet\.example\/fr\/note-stampa\/2023-11-03-palermo\/#citazione-tirrito$/,
    );
  });

  test('the permalink of a quote leads to it', async () => {
    const page = await open(palermo);
    await page.getByRole('link', { name: 'Indirizzo di questa citazione' }).click();
    expect(page.url()).toBe(`${site.origin}${palermo}#citazione-tirrito`);
    await expect.poll(() => page.locator('#citazione-tirrito:target').count()).toBe(1);
  });

  test('a browser that refuses says so', async () => {
    const page = await open(palermo, {}, (page) =>
      page.addInitScript(() => {
        navigator.clipboard.writeText = () => Promise.reject(new Error('no'));
      }),
    );
    await page.getByText('Condividi la nota').click();
    await page.getByRole('button', { name: 'Copia l’indirizzo' }).click();
    await page.getByText('Il browser non ha permesso di copiare.').waitFor();
  });

  test('the device’s own sharing is offered where there is one', async () => {
    const without = await open(palermo);
    await without.getByText('Condividi la nota').click();
    expect(await without.getByRole('button', { name: 'Condividi…' }).count()).toBe(0);
    const page = await open(palermo, {}, (page) =>
      page.addInitScript(() => {
        navigator.share = (data) => {
          document.title = JSON.stringify(data);
          return Promise.resolve();
        };
      }),
    );
    await page.getByText('Condividi la nota').click();
    await page.getByRole('button', { name: 'Condividi…' }).click();
    expect(JSON.parse(await page.title())).toMatchObject({
      url: 'https://lgnet.example/note-stampa/2023-11-03-palermo/',
    });
  });

  test('nobody is asked anything before a click', async () => {
    const asked: string[] = [];
    await open(palermo, {}, (page) => {
      page.on('request', (request) => asked.push(request.url()));
      return Promise.resolve();
    });
    expect(asked.filter((url) => !url.startsWith(site.origin) && !url.startsWith('data:'))).toEqual([]);
  });
});

test('without a script there is no button that does nothing, and the reference can be selected', async () => {
  const page = await open(palermo, { javaScriptEnabled: false });
  expect(await page.locator('.tools button:visible, .said button').count()).toBe(0);
  await page.getByText('Come citare questa nota').click();
  expect(await page.locator('#riferimento').isVisible()).toBe(true);
  expect(await page.locator('#bibtex').isVisible()).toBe(true);
});

test('the links that share carry title and address, and nothing else', () => {
  const { $ } = pageAt(palermo);
  const links = $('.tools a[href^="mailto:"], .tools a[href^="https:"]')
    .toArray()
    .map((link) => new URL($(link).attr('href') as string));
  const title = $('h1').text();
  const address = 'https://lgnet.example/note-stampa/2023-11-03-palermo/';
  expect(links.map(({ protocol, host }) => `${protocol}${host}`)).toEqual([
    'mailto:',
    'https:wa.me',
    'https:t.me',
  ]);
  expect(Object.fromEntries(links[0]?.searchParams ?? [])).toEqual({
    subject: title,
    body: `${title}\n\n${address}`,
  });
  expect(Object.fromEntries(links[1]?.searchParams ?? [])).toEqual({ text: `${title} ${address}` });
  expect(Object.fromEntries(links[2]?.searchParams ?? [])).toEqual({ url: address, text: title });
});

test('the press room’s text on the network is copied as it stands', async () => {
  const page = await open('/en/note-stampa/');
  await page.getByRole('button', { name: 'Copy this text' }).click();
  await page.getByText('The text is copied.').waitFor();
  expect(await clipboard(page)).toBe((await page.locator('#testo-in-breve').innerText()).trim());
  expect(await clipboard(page)).toContain('2014-2020');
});
