import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { readFileSync, statSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { languages } from '../../src/i18n/languages.ts';
import { browserAtSite } from './browser-at-site.ts';
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
const queries: Record<string, readonly (readonly [typed: string, page: string])[]> = {
  it: [
    ['Palermo', '/citta/palermo/'],
    ['palermo', '/citta/palermo/'],
    ['PERUGIA', '/citta/perugia/'],
    ['l’inclusione abitativa', '/ambiti/housing/'],
    ["l'inclusione abitativa", '/ambiti/housing/'],
    ['INCLUSIONE ABITATIVA', '/ambiti/housing/'],
    ['citta', '/citta/'],
    ['città', '/citta/'],
    ['one stop shop', '/ambiti/presa-in-carico/'],
    ['one-stop-shop', '/ambiti/presa-in-carico/'],
    ['sportello unico', '/citta/caserta/'],
    ['casa', '/ambiti/housing/'],
    ['alloggio', '/ambiti/housing/'],
    ['Tirrito', '/note-stampa/2023-11-03-palermo/'],
    ['sartoria', '/citta/roma/'],
    ['safe space', '/citta/palermo/'],
    ['centro penc', '/citta/palermo/'],
    ['unita mobili', '/citta/roma/'],
    ['minori stranieri non accompagnati', '/citta/caserta/'],
    ['impegno civico', '/ambiti/impegno-civico/'],
    ['volontariato', '/ambiti/impegno-civico/'],
    ['docufilm', '/video/'],
    ['accessibilita', '/accessibilita/'],
    ['privacy', '/privacy/'],
    ['mappa', '/mappa/'],
    ['asp citta di bologna', '/citta/bologna/'],
    ['affitto', '/ambiti/housing/'],
    ['psicologo', '/ambiti/presa-in-carico/'],
    ['scuola', '/citta/palermo/'],
    ['bambini', '/citta/palermo/'],
    ['donne', '/citta/palermo/'],
    ['teatro', '/citta/roma/'],
    ['giornalisti', '/note-stampa/'],
    ['dormire', '/ambiti/housing/'],
  ],
  en: [
    ['Rome', '/citta/roma/'],
    ['Roma', '/citta/roma/'],
    ['housing first', '/citta/perugia/'],
    ['unaccompanied minors', '/citta/caserta/'],
    ['civic engagement', '/ambiti/impegno-civico/'],
    ['mobile units', '/citta/roma/'],
    ['tailoring', '/citta/palermo/'],
    ['solidarity co-living', '/citta/perugia/'],
    ['Naples', '/citta/napoli/'],
    ['accessibility', '/accessibilita/'],
    ['film', '/video/'],
    ['press release Caserta', '/note-stampa/2023-11-23-caserta/'],
    ['volunteering', '/ambiti/impegno-civico/'],
    ['rent', '/ambiti/housing/'],
    ['house', '/ambiti/housing/'],
    ['psychologist', '/ambiti/presa-in-carico/'],
    ['shelter', '/citta/perugia/'],
    ['school', '/citta/palermo/'],
    ['child', '/citta/palermo/'],
    ['women', '/citta/palermo/'],
    ['journalist', '/note-stampa/'],
    ['documentary', '/video/'],
    ['hosting family', '/citta/caserta/'],
    ['one stop shop', '/ambiti/presa-in-carico/'],
  ],
  fr: [
    ['Rome', '/citta/roma/'],
    ['Palerme', '/citta/palermo/'],
    ["l'engagement civique", '/ambiti/impegno-civico/'],
    ['guichet unique', '/ambiti/presa-in-carico/'],
    ['mineurs étrangers non accompagnés', '/citta/caserta/'],
    ['mineurs etrangers non accompagnes', '/citta/caserta/'],
    ['unités mobiles', '/citta/roma/'],
    ['logement', '/ambiti/housing/'],
    ['Naples', '/citta/napoli/'],
    ['hébergeur', '/privacy/'],
    ['l’hébergeur', '/privacy/'],
    ['école', '/citta/palermo/'],
    ['ecole', '/citta/palermo/'],
    ['hébergement', '/ambiti/housing/'],
    ['psychologue', '/ambiti/presa-in-carico/'],
    ['bénévolat', '/ambiti/impegno-civico/'],
    ['documentaire', '/video/'],
    ['couture', '/citta/palermo/'],
    ['refuge', '/citta/perugia/'],
    ['communiqué de presse', '/note-stampa/'],
    ['loyer', '/ambiti/housing/'],
    ['théâtre', '/citta/roma/'],
    ['journaliste', '/note-stampa/'],
    ['Pérouse', '/citta/perugia/'],
  ],
  es: [
    ['Roma', '/citta/roma/'],
    ['Nápoles', '/citta/napoli/'],
    ['napoles', '/citta/napoli/'],
    ['compromiso cívico', '/ambiti/impegno-civico/'],
    ['vivienda', '/ambiti/housing/'],
    ['menores extranjeros no acompañados', '/citta/caserta/'],
    ['menores extranjeros no acompanados', '/citta/caserta/'],
    ['unidades móviles', '/citta/roma/'],
    ['accesibilidad', '/accessibilita/'],
    ['papeles', '/citta/caserta/'],
    ['documentos', '/citta/caserta/'],
    ['alquiler', '/ambiti/housing/'],
    ['ventanilla única', '/ambiti/presa-in-carico/'],
    ['psicólogo', '/ambiti/presa-in-carico/'],
    ['documental', '/video/'],
    ['costura', '/citta/palermo/'],
    ['refugio', '/citta/perugia/'],
    ['voluntariado', '/ambiti/impegno-civico/'],
    ['periodista', '/note-stampa/'],
    ['escuela', '/citta/palermo/'],
    ['mujeres', '/citta/palermo/'],
    ['casa', '/ambiti/housing/'],
  ],
  ar: [
    ['باليرمو', '/citta/palermo/'],
    ['Palermo', '/citta/palermo/'],
    ['روما', '/citta/roma/'],
    ['نابولي', '/citta/napoli/'],
    ['السكن', '/ambiti/housing/'],
    ['سكن', '/ambiti/housing/'],
    ['الوحدات المتنقلة', '/ambiti/presa-in-carico/'],
    ['وَحَدات متنقّلة', '/citta/roma/'],
    ['المشاركة المدنية', '/ambiti/impegno-civico/'],
    ['القاصرين الأجانب غير المصحوبين', '/citta/caserta/'],
    ['الخريطة', '/mappa/'],
    ['مدرسة', '/citta/taranto/'],
    ['المدارس', '/citta/taranto/'],
    ['مدارس', '/citta/taranto/'],
    ['بيوت', '/ambiti/housing/'],
    ['بيت', '/ambiti/housing/'],
    ['أطفال', '/citta/palermo/'],
    ['طفل', '/citta/palermo/'],
    ['نساء', '/citta/palermo/'],
    ['امرأة', '/citta/palermo/'],
    ['شبابيك', '/ambiti/presa-in-carico/'],
    ['فيلم', '/video/'],
    ['أفلام', '/video/'],
    ['تطوع', '/ambiti/impegno-civico/'],
    ['إيجار', '/ambiti/housing/'],
  ],
};

describe.each(languages.map(({ code }) => [code] as const))('in %s', (lang) => {
  let page: Page;
  beforeAll(async () => {
    page = await browser.newPage();
  });
  afterAll(() => page.close());

  test.each(queries[lang] ?? [])('“%s” finds %s', async (typed, expected) => {
    await page.goto(`${site.origin}${prefix(lang)}/cerca/?q=${encodeURIComponent(typed)}`);
    await answered(page);
    const found = await resultPaths(page);
    expect(found.slice(0, 3)).toContain(`${prefix(lang)}${expected}`);
    // No page of another language: a text that has no translation is not found in a language that it is not in.
    expect(found.filter((path) => /^\/[a-z]{2}\//.test(path) !== (lang !== 'it'))).toEqual([]);
  });
});

test('the table has at least a hundred queries, and every language of the site is in it', () => {
  expect(Object.values(queries).flat().length).toBeGreaterThanOrEqual(100);
  expect(languages.map(({ code }) => code).filter((code) => !queries[code])).toEqual([]);
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
    await page.locator('#search input[name=q]').fill(lang === 'ar' ? 'باليرمو' : 'Palermo');
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
