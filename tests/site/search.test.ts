import { join } from 'node:path';
import { brotliCompressSync, gunzipSync } from 'node:zlib';
import { existsSync, globSync, readFileSync, statSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { parse } from 'yaml';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { languages } from '../../src/i18n/languages.ts';
import { browserAtSite } from './browser-at-site.ts';
import { looksAtEverything } from './depth.ts';
import { builtDir, pages } from './built-site.ts';

const { browser, site } = await browserAtSite();

const prefix = (lang: string): string => (lang === 'it' ? '' : `/${lang}`);

/** Waits until the page has said how many results there are, or that there are none. */
const answered = async (page: Page): Promise<string> => {
  await page.waitForFunction(() => {
    const said = document.querySelector('#search [role=status]')?.textContent?.trim() ?? '';
    return said !== '' && !said.endsWith('…');
  });
  return (await page.locator('#search [role=status]').textContent()) ?? '';
};

const resultPaths = (page: Page): Promise<string[]> =>
  page
    .locator('.search-results h2 a')
    .evaluateAll((links) => links.map((link) => new URL((link as HTMLAnchorElement).href).pathname));

/** What people type, and the page that must be among the first three. Without language prefix. */
const queriesIn = (lang: string): (readonly [typed: string, page: string])[] => {
  const file = join(import.meta.dirname, 'search-queries', `${lang}.yaml`);
  return existsSync(file) ? (parse(readFileSync(file, 'utf8')) as [string, string][]) : [];
};

/** Every language once a day; each time those whose words are folded, stemmed and joined in different ways. */
const searched = languages
  .map(({ code }) => code)
  .filter((code) => looksAtEverything || ['it', 'ar', 'uk'].includes(code));

describe.each(searched.map((code) => [code] as const))('in %s', (lang) => {
  let page: Page;
  beforeAll(async () => {
    page = await browser.newPage();
  });
  afterAll(() => page.close());

  test.each(queriesIn(lang))('“%s” finds %s', async (typed, expected) => {
    await page.goto(`${site.origin}${prefix(lang)}/cerca/?q=${encodeURIComponent(typed)}`);
    await answered(page);
    const found = await resultPaths(page);
    expect(found.slice(0, 3)).toContain(`${prefix(lang)}${expected}`);
    // No page of another language: a text that has no translation is not found in a language that it is not in.
    expect(found.filter((path) => /^\/[a-z]{2,3}\//.test(path) !== (lang !== 'it'))).toEqual([]);
  });
});

test('every language of the site has at least fifteen queries in its table', () => {
  expect(languages.map(({ code }) => code).filter((code) => queriesIn(code).length < 15)).toEqual([]);
});

describe('the search page', () => {
  const open = async (address: string): Promise<Page> => {
    const page = await browser.newPage({ viewport: { width: 390, height: 800 } });
    await page.goto(`${site.origin}${address}`);
    return page;
  };

  test('finds as the reader types, tells how many, and keeps the words in the address', async () => {
    const page = await open('/cerca/');
    await page.locator('#search input[name=q]').pressSequentially('sartoria', { delay: 20 });
    expect(await answered(page)).toMatch(/^\d+ risultat/);
    await page.waitForURL(/\?q=sartoria$/);
    expect(await page.locator('.search-results mark').first().textContent()).toMatch(/sartoria/i);
    await page.close();
  });

  test('leads to the place in the page', async () => {
    const page = await open('/cerca/?q=sartoria');
    await answered(page);
    const hrefs = await page
      .locator('.search-results a')
      .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
    const deep = hrefs.filter((href) => href.includes('#'));
    expect(deep.length).toBeGreaterThan(0);
    await page.goto(`${site.origin}${deep[0]}`);
    const { hash } = new URL(page.url());
    expect(await page.locator(`[id="${decodeURIComponent(hash.slice(1))}"]`).count()).toBe(1);
    await page.close();
  });

  test('narrows by kind with the keyboard alone, with counts, and remembers it in the address', async () => {
    const page = await open('/cerca/?q=palermo');
    await answered(page);
    const kind = page.locator('select[name=kind]');
    await kind.focus();
    const options = await kind.locator('option').allTextContents();
    const note = options.find((option) => option.startsWith('Nota stampa')) ?? '';
    expect(note).toMatch(/\(\d+\)$/);
    await page.keyboard.type('Nota');
    await page.waitForURL(/kind=/);
    await answered(page);
    await page.waitForFunction(() =>
      [...document.querySelectorAll('.search-results h2 a')].every((link) =>
        (link as HTMLAnchorElement).pathname.startsWith('/note-stampa/'),
      ),
    );
    expect((await resultPaths(page)).length).toBeGreaterThan(0);
    await page.reload();
    await answered(page);
    expect((await resultPaths(page)).every((path) => path.startsWith('/note-stampa/'))).toBe(true);
    await page.close();
  });

  test('orders by date, the newest first', async () => {
    const page = await open('/cerca/?q=lgnet2&kind=Nota+stampa&order=date');
    await answered(page);
    const days = (await resultPaths(page)).map((path) => path.split('/')[2]?.slice(0, 10) ?? '');
    expect(days.length).toBeGreaterThan(2);
    expect(days).toEqual([...days].sort().reverse());
    await page.close();
  });

  test('shows more when asked, and goes on from there', async () => {
    const page = await open('/cerca/?q=rete');
    await answered(page);
    const before = (await resultPaths(page)).length;
    await page.locator('[data-more]').click();
    await page.waitForFunction(
      (count) => document.querySelectorAll('.search-results > li').length > count,
      before,
    );
    const focused = await page.evaluate(
      () => document.activeElement?.closest('li')?.parentElement?.className,
    );
    expect(focused).toContain('search-results');
    await page.close();
  });

  test.each([
    ['plaermo', 'Palermo'],
    ['hosing', 'housing'],
  ])('asks whether “%s” meant %s', async (typed, meant) => {
    const page = await open(`/cerca/?q=${typed}`);
    const said = await answered(page);
    if (!said.includes('Nessun')) expect((await resultPaths(page)).length).toBeGreaterThan(0);
    else expect(said.toLowerCase()).toContain(meant.toLowerCase());
    await page.close();
  });

  test('helps where nothing is found', async () => {
    const page = await open('/cerca/?q=xyzzyqwv');
    expect(await answered(page)).toContain('Nessun risultato');
    expect(await page.locator('[data-no-results]').isVisible()).toBe(true);
    expect(await page.locator('[data-no-results] a').count()).toBeGreaterThanOrEqual(3);
    await page.close();
  });

  test('drops words one by one where no page has all of them, and says which are left', async () => {
    const page = await open(`/cerca/?q=${encodeURIComponent('affitto sartoria')}`);
    expect(await answered(page)).toMatch(/Nessuna pagina ha tutte.*«sartoria»: \d+ risultat/);
    expect((await resultPaths(page)).length).toBeGreaterThan(0);
    await page.close();
  });

  test('offers the same words in another language where nothing is found', async () => {
    const page = await open('/cerca/?q=youth');
    expect(await answered(page)).toContain('Nessun risultato');
    await page.locator('[data-no-results] a[lang=en]').click();
    await page.waitForURL(/\/en\/cerca\/\?q=youth$/);
    expect(await answered(page)).toMatch(/^\d+ result/);
    await page.close();
  });

  test('takes the words along to another language', async () => {
    const page = await open('/cerca/?q=housing');
    await answered(page);
    await page.locator('#search input[name=q]').fill('housing first');
    await page.waitForURL(/q=housing\+first/);
    await page.locator('header summary').filter({ hasText: 'Italiano' }).click();
    await page.locator('header a[hreflang=fr]').click();
    await page.waitForURL(/\/fr\/cerca\/\?q=housing%20first$/);
    expect(await page.locator('#search input[name=q]').inputValue()).toBe('housing first');
    await page.close();
  });

  test('comes back from a result to the same place among as many results', async () => {
    const page = await open('/cerca/?q=rete');
    await answered(page);
    for (const count of [6, 12]) {
      await expect.poll(async () => (await resultPaths(page)).length).toBeGreaterThanOrEqual(count);
      await page.locator('[data-more]').click();
    }
    await expect.poll(async () => (await resultPaths(page)).length).toBeGreaterThan(12);
    const before = await resultPaths(page);
    await page.locator('.search-results h2 a').nth(13).click();
    await page.waitForURL((url) => !url.pathname.startsWith('/cerca/'));
    const left = await page.evaluate(() => history.length);
    await page.goBack();
    await answered(page);
    expect(left).toBeGreaterThan(1);
    await expect.poll(() => resultPaths(page)).toEqual(before);
    const link = page.locator('.search-results h2 a').nth(13);
    await expect
      .poll(() => link.evaluate((element) => element.getBoundingClientRect().top))
      .toSatisfy((top: number) => top > 0 && top < 800);
    await page.close();
  });

  test('says so without JavaScript, and offers the index', async () => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(`${site.origin}/citta/palermo/`);
    await page.locator('header input[name=q]').fill('sartoria');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/cerca\/\?q=sartoria$/);
    expect(await page.locator('main').innerText()).toContain('JavaScript');
    expect(await page.locator('main a[href="/indice/"]').count()).toBeGreaterThan(0);
    await context.close();
  });

  test('hears a query from the header of any page', async () => {
    const page = await open('/citta/roma/');
    await page.locator('header input[name=q]').fill('unità mobili');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/cerca\//);
    await answered(page);
    expect((await resultPaths(page)).length).toBeGreaterThan(0);
    await page.close();
  });
});

/** What a file weighs on its way to a phone: the host compresses text, and the index is compressed already. */
const bytesSent = (path: string): number => {
  const file = join(builtDir, path);
  return /\.(js|json|css|html)$/.test(path)
    ? brotliCompressSync(readFileSync(file)).length
    : statSync(file).size;
};

test.each(languages.map(({ code }) => [code] as const))(
  'a first query in %s costs a phone at most 140 kB, and nothing before the field is used',
  async (lang) => {
    const page = await browser.newPage();
    const loaded: string[] = [];
    page.on('request', (request) => loaded.push(new URL(request.url()).pathname));
    await page.goto(`${site.origin}${prefix(lang)}/cerca/`, { waitUntil: 'networkidle' });
    expect(loaded.filter((path) => path.startsWith('/pagefind/'))).toEqual([]);
    await page.locator('#search input[name=q]').fill(queriesIn(lang)[0]?.[0] ?? 'Palermo');
    await answered(page);
    const index = loaded.filter((path) => path.startsWith('/pagefind/'));
    expect(index.length).toBeGreaterThan(3);
    expect(index.reduce((sum, path) => sum + bytesSent(path), 0)).toBeLessThan(140_000);
    await page.close();
  },
);

test('no other page loads a byte of the search', () => {
  const loading = pages.filter(
    ({ path, html }) => !path.endsWith('/cerca/') && /pagefind\/|search-page/.test(html),
  );
  expect(loading.map(({ path }) => path)).toEqual([]);
});

test('menus, footers and notices are in no result', async () => {
  const page = await browser.newPage();
  await page.goto(`${site.origin}/cerca/?q=${encodeURIComponent('dichiarazione di accessibilità')}`);
  await answered(page);
  expect((await resultPaths(page)).length).toBeLessThan(6);
  await page.close();
});

test('a missing address is searched for by its words, in its language', async () => {
  const page = await browser.newPage();
  await page.goto(`${site.origin}/en/citta/palermo-safe-space/`);
  const offer = page.locator('section').first().locator('[data-search] a');
  expect(await offer.textContent()).toContain('citta palermo safe space');
  await offer.click();
  await page.waitForURL(/\/en\/cerca\//);
  await page.close();
});

test('the words of two elements never run together in what the index keeps', () => {
  const kept = globSync('pagefind/fragment/*.pf_fragment', { cwd: builtDir }).map((file) => {
    const text = gunzipSync(readFileSync(join(builtDir, file))).toString();
    return JSON.parse(text.slice(text.indexOf('{'))) as { url: string; content: string };
  });
  expect(kept.length).toBeGreaterThan(100);
  const contents = new Map(kept.map(({ url, content }) => [url, content]));
  const together = pages.flatMap(({ path, $ }) => {
    const content = contents.get(path);
    if (content === undefined) return [];
    return $('main *')
      .toArray()
      .flatMap((element) => {
        const next = element.nextSibling;
        if (!next || !('tagName' in next)) return [];
        const [end, start] = [$(element).text().slice(-12), $(next).text().slice(0, 12)];
        return /[\p{L}\d]$/u.test(end) && /^[\p{L}\d]/u.test(start) && content.includes(end + start)
          ? [`${path}: ${end}|${start}`]
          : [];
      });
  });
  expect([...new Set(together)]).toEqual([]);
});
