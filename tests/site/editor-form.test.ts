import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { load } from 'cheerio';
import { HtmlValidate } from 'html-validate';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addPicture } from './add-picture.ts';
import { checkContent } from '../../scripts/editing/check/check-content.ts';
import { openForm, type OpenForm } from '../../scripts/editing/form/open-form.ts';
import { builtDir, files, keptBrowser, leaveBrowser, pages, serve } from './built-site.ts';

const contentDir = join(import.meta.dirname, '../../content');
const html = (path: string): string => readFileSync(join(builtDir, path), 'utf8');

describe('the editors’ form is no part of the public site', () => {
  test.each(['admin/index.html', 'admin/guida/index.html', 'admin/guida/errori/index.html'])(
    '%s is valid and not for search engines',
    async (path) => {
      const validator = new HtmlValidate({
        extends: ['html-validate:standard'],
        rules: { 'void-style': 'off', 'no-trailing-whitespace': 'off', 'long-title': 'off' },
      });
      const report = await validator.validateString(html(path));
      expect(report.results.flatMap(({ messages }) => messages)).toEqual([]);
      const $ = load(html(path));
      expect($('meta[name=robots]').attr('content')).toBe('noindex, nofollow');
      expect($('html').attr('lang')).toBe('it');
    },
  );

  test('no page, sitemap or index names it', () => {
    for (const page of pages) expect(page.html, page.path).not.toContain('/admin');
    for (const file of files().filter((path) => /^\/(?:sitemap.*\.xml|robots\.txt)$/.test(path)))
      expect(html(file), file).not.toContain('/admin');
  });

  test('its policy runs the site’s own scripts only, and lets in no other server', () => {
    const policy =
      load(html('admin/index.html'))('meta[http-equiv=Content-Security-Policy]').attr('content') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).toMatch(/script-src 'self' 'wasm-unsafe-eval';/);
    expect(policy).not.toContain('http');
    expect(html('admin/index.html')).not.toMatch(/<script(?![^>]*\bsrc=)/);
  });
});

describe('in a browser', () => {
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

  test('on the public site, where nothing can be saved, it says where one can', async () => {
    const page = await browser.newPage();
    await page.route('http://site.test/**', async (route) =>
      route.fulfill({
        response: await route.fetch({
          url: route.request().url().replace('http://site.test', server.origin),
        }),
      }),
    );
    await page.goto('http://site.test/admin/');
    await page.getByRole('heading', { name: 'Il modulo si usa sul proprio computer' }).waitFor();
    expect(await page.getByRole('link', { name: 'guida per la redazione', exact: true }).count()).toBe(1);
    await page.close();
  });

  test.each(['/admin/guida/', '/admin/guida/errori/'])(
    '%s can be read on a phone, its links lead somewhere',
    async (path) => {
      const page = await browser.newPage({ viewport: { width: 320, height: 700 } });
      await page.goto(`${server.origin}${path}`);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
      const dead = await page.evaluate(() =>
        [...document.querySelectorAll('a[href^="#"]')]
          .map((link) => decodeURIComponent((link as HTMLAnchorElement).hash.slice(1)))
          .filter((id) => !document.getElementById(id)),
      );
      expect(dead).toEqual([]);
      const own = await page.evaluate(() =>
        [...document.querySelectorAll('main a[href]')].map((link) => (link as HTMLAnchorElement).href),
      );
      for (const href of own.filter((href) => href.startsWith(server.origin)))
        expect((await fetch(href)).status, href).toBe(200);
      const broken = await page.evaluate(async () => {
        const images = [...document.images];
        await Promise.all(
          images.map(async (image) => {
            image.loading = 'eager';
            await image.decode().catch(() => undefined);
          }),
        );
        return images.filter((image) => image.naturalWidth === 0 || image.alt === '').map(({ src }) => src);
      });
      expect(broken).toEqual([]);
      await page.close();
    },
  );

  describe('on the editor’s own files', () => {
    let form: OpenForm;
    let page: Page;
    const asked: string[] = [];
    const said: string[] = [];
    const complaints: string[] = [];
    let before: Map<string, string>;
    beforeAll(async () => {
      form = await openForm(browser, server.origin, contentDir);
      page = form.page;
      page.on('request', (request) => asked.push(request.url()));
      page.on('console', (message) => {
        if (message.type() === 'warning' || message.type() === 'error') said.push(message.text());
      });
      await page.reload();
      before = await form.texts();
      // Without a repository there is no account to sign in with.
      await page.getByRole('button', { name: 'Lavora con Repository Locale' }).waitFor();
      expect(await page.getByRole('button', { name: /Token/ }).count()).toBe(0);
      await page.getByRole('button', { name: 'Lavora con Repository Locale' }).click();
      await page.getByText('Note stampa').first().waitFor();
      complaints.push(...said);
    }, 60_000);

    const open = async (collection: string, entry: string): Promise<void> => {
      await page.goto(`${server.origin}/admin/#/collections/${collection}`);
      await page.getByText(entry).first().click();
      await page.getByText('Modifica', { exact: true }).first().waitFor();
    };
    const save = async (): Promise<void> => {
      await page.getByRole('button', { name: 'Salva', exact: true }).click();
      await page.getByText('Voce salvata').first().waitFor();
    };
    const changed = async (): Promise<Record<string, { gone: string[]; come: string[] }>> => {
      const now = await form.texts();
      return Object.fromEntries(
        [...now]
          .filter(([path, text]) => before.get(path) !== text)
          .map(([path, text]) => {
            const [old, next] = [(before.get(path) ?? '').split('\n'), text.split('\n')];
            return [
              path,
              {
                gone: old.filter((line) => !next.includes(line)),
                come: next.filter((line) => !old.includes(line)),
              },
            ];
          }),
      );
    };

    test('it speaks Italian and shows every record, and no translation as one', async () => {
      await page.goto(`${server.origin}/admin/#/collections/cities`);
      await page.getByText('Palermo').first().waitFor();
      const cities = [...before.keys()].filter((path) => /^content\/cities\/[a-z-]+\.yaml$/.test(path));
      await expect.poll(() => page.locator('[role=grid] [role=row]').count()).toBe(cities.length);
    });

    test('a title is changed: one line of one file, and nothing else', async () => {
      await open('press-notes', 'Palermo fra i Comuni');
      await page.getByRole('textbox', { name: 'Titolo' }).first().fill('Palermo: "uno" sportello');
      await save();
      const note = 'content/press-notes/2023-11-03-palermo/it.mdx';
      expect(await changed()).toEqual({
        [note]: {
          gone: [expect.stringMatching(/^title: /)],
          come: ['title: "Palermo: \\"uno\\" sportello"'],
        },
      });
      before = await form.texts();
    }, 60_000);

    test('a new note with a picture is a draft that the check finds sound', async () => {
      // Fields out of sight are not drawn: a tall window shows them all.
      await page.setViewportSize({ width: 1280, height: 3600 });
      await page.goto(`${server.origin}/admin/#/collections/press-notes/new`);
      const fill = (name: string, words: string) =>
        page.getByRole('textbox', { name, exact: true }).first().fill(words);
      await fill('Titolo', 'Palermo apre "uno" sportello: ecco dove');
      await fill('Sommario', 'Il sommario: con i due punti.');
      await fill('Sommario della città', 'Nella città di Palermo, in particolare, uno sportello.');
      await fill('Per i risultati di ricerca', 'A Palermo uno sportello.');
      await page.getByRole('combobox', { name: 'Città' }).click();
      await page.getByRole('option', { name: 'Palermo' }).click();
      await page.getByRole('radio', { name: 'LgNet2' }).click();
      await fill('Data', '2023-12-01');
      await fill('Testo', '**Palermo, 1 dicembre 2023** – Il testo della nota.\n\n<Picture id="porta" />');
      const photo = await addPicture(page, fill, 'La Porta.JPG');
      await save();

      const root = mkdtempSync(join(tmpdir(), 'content-'));
      try {
        cpSync(contentDir, root, { recursive: true });
        const folder = join(root, 'press-notes/2023-12-01-palermo');
        mkdirSync(folder);
        const written = [...(await form.texts()).keys()].filter((path) =>
          path.includes('2023-12-01-palermo'),
        );
        expect(written.map((path) => basename(path)).sort()).toEqual(['it.mdx', 'la-porta.jpg']);
        writeFileSync(
          join(folder, 'it.mdx'),
          (await form.texts()).get(written.find((path) => path.endsWith('it.mdx')) ?? '') ?? '',
        );
        writeFileSync(join(folder, 'la-porta.jpg'), photo);
        expect(checkContent(root)).toEqual([]);
        expect(readFileSync(join(folder, 'it.mdx'), 'utf8')).toContain('\nstatus: draft\n');
      } finally {
        rmSync(root, { recursive: true });
      }
      await page.setViewportSize({ width: 1280, height: 900 });
    }, 90_000);

    test('what a record refers to is shown by its name', async () => {
      await open('activities', 'Safe Space');
      await expect.poll(() => page.locator('#nc-root').innerText()).toContain('Palermo');
      expect(await page.getByRole('combobox').allInnerTexts()).toContain('Palermo');
    }, 60_000);

    test('nothing was asked of another server, and the form found its configuration sound', () => {
      const own = new URL(server.origin).host;
      expect(asked.filter((url) => url.startsWith('http') && new URL(url).host !== own)).toEqual([]);
      // The status page of the Git service is asked for, and the policy refuses: the form goes on.
      expect(complaints.filter((text) => !text.includes('githubstatus') && !text.includes('404'))).toEqual(
        [],
      );
    });
  });
});
