import { load, type CheerioAPI } from 'cheerio';
import { HtmlValidate } from 'html-validate';
import { globSync, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import sharp from 'sharp';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { axeFindings, axeSource } from './axe.ts';
import { keptBrowser, leaveBrowser, serveFolder } from './serve.ts';
import { sharedSite } from './shared-site/index.ts';

let dist: string;
let browser: Browser;
let site: Awaited<ReturnType<typeof serveFolder>>;

beforeAll(async () => {
  dist = (await sharedSite()).dir;
  [browser, site] = await Promise.all([keptBrowser(), serveFolder(dist)]);
}, 300_000);

afterAll(async () => {
  await leaveBrowser(browser);
  site.close();
});

const html = (path: string): string => readFileSync(join(dist, path, 'index.html'), 'utf8');
const pageAt = (path: string): CheerioAPI => load(html(path));
/** What the page says of its film to machines. */
const videoObjectAt = (path: string): Record<string, unknown> => {
  const { '@graph': things } = JSON.parse(pageAt(path)('script[type="application/ld+json"]').text()) as {
    '@graph': Record<string, unknown>[];
  };
  return things.find((thing) => thing['@type'] === 'VideoObject') ?? {};
};
const policyOf = ($: CheerioAPI, directive: string): string | undefined =>
  ($('meta[http-equiv=content-security-policy]').attr('content') ?? '')
    .split(';')
    .map((part) => part.trim())
    .find((part) => part.startsWith(`${directive} `));

interface Visit {
  page: Page;
  /** Addresses of other servers that the browser wanted; none was let through. */
  others: string[];
  /** Films and captions that were fetched. */
  fetched: string[];
  /** Errors of scripts, and what the content security policy refused. */
  wrong: string[];
}

/** Opens a page of the fixture site; nobody else's server can be reached. */
const visit = async (path: string, options: BrowserContextOptions = {}): Promise<Visit> => {
  const context = await browser.newContext({
    locale: 'it-IT',
    viewport: { width: 1100, height: 900 },
    ...options,
  });
  await context.addInitScript(axeSource);
  const page = await context.newPage();
  const found: Visit = { page, others: [], fetched: [], wrong: [] };
  await context.route(
    (url) => url.origin !== site.origin && url.protocol.startsWith('http'),
    (route) => {
      found.others.push(route.request().url());
      return route.abort();
    },
  );
  page.on('request', (request) => {
    if (/\.(webm|mp4|vtt)$/.test(request.url())) found.fetched.push(new URL(request.url()).pathname);
  });
  page.on('pageerror', (error) => found.wrong.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error' && /security policy|sandbox/i.test(message.text()))
      found.wrong.push(message.text());
  });
  await page.goto(`${site.origin}${path}`, { waitUntil: 'networkidle' });
  return found;
};

const close = ({ page }: Visit): Promise<void> => page.context().close();

/** Waits until the film has come to a second. */
const playedTo = (page: Page, second: number) =>
  page.waitForFunction((least) => (document.querySelector('video')?.currentTime ?? 0) >= least, second);

describe('a film of our own', () => {
  test('loads nothing before the click, then plays with captions in the language of the page', async () => {
    const visited = await visit('/video/docufilm/');
    const { page } = visited;
    expect(visited.fetched).toEqual([]);
    expect(await page.locator('video').count()).toBe(0);
    await page.getByRole('button', { name: 'Guarda il video' }).click();
    await playedTo(page, 0.6);
    expect(visited.fetched).toContain('/video/docufilm/film-360.webm');
    expect(visited.fetched).toContain('/video/docufilm/docufilm.it.vtt');
    expect(visited.fetched.filter((path) => path.endsWith('.vtt'))).toHaveLength(1);
    const tracks = await page.evaluate(() =>
      [...(document.querySelector('video')?.textTracks ?? [])].map(
        ({ language, mode }) => `${language} ${mode}`,
      ),
    );
    expect(tracks).toEqual(['it showing', 'en disabled', 'fr disabled', 'es disabled', 'ar disabled']);
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('VIDEO');
    expect(visited.others).toEqual([]);
    expect(visited.wrong).toEqual([]);
    await close(visited);
  });

  test('goes to the moment of a line of the transcript, before and after it plays', async () => {
    const visited = await visit('/video/docufilm/');
    const { page } = visited;
    const line = page.locator('.video-transcript p', { hasText: 'Dopo la pausa' });
    await line.locator('a').click();
    await playedTo(page, 7);
    expect(await page.evaluate(() => document.querySelector('video')?.currentTime ?? 0)).toBeLessThan(9);
    await page.locator('.video-transcript p', { hasText: 'un’altra voce' }).locator('a').click();
    await page.waitForFunction(() => {
      const { currentTime = 0, seeking = true } = document.querySelector('video') ?? {};
      return !seeking && currentTime >= 2.5 && currentTime < 5;
    });
    expect(new URL(page.url()).pathname).toBe('/video/docufilm/');
    await close(visited);
  });

  test('starts at the moment that the address of a chapter names', async () => {
    const visited = await visit('/video/docufilm/?t=6');
    expect(visited.fetched).toEqual([]);
    await visited.page.getByRole('button', { name: 'Guarda il video' }).click();
    await playedTo(visited.page, 6);
    await close(visited);
  });

  test('is lighter on a small screen', async () => {
    const visited = await visit('/video/docufilm/', { viewport: { width: 320, height: 640 } });
    await visited.page.getByRole('button', { name: 'Guarda il video' }).click();
    await playedTo(visited.page, 0.3);
    expect(visited.fetched.filter((path) => path.endsWith('.webm'))[0]).toBe('/video/docufilm/film-180.webm');
    await close(visited);
  });

  test('shows Arabic captions on the Arabic page', async () => {
    const visited = await visit('/ar/video/docufilm/');
    const { page } = visited;
    expect(await page.evaluate(() => document.documentElement.dir)).toBe('rtl');
    expect(await page.locator('.video-transcript').textContent()).toContain('بعد الاستراحة نتابع.');
    await page.locator('.video-player button').click();
    await playedTo(page, 0.1);
    await page.evaluate(() => {
      const film = document.querySelector('video') as HTMLVideoElement;
      film.controls = false;
      film.pause();
      film.currentTime = 8;
    });
    await page.waitForFunction(() => {
      const film = document.querySelector('video') as HTMLVideoElement;
      return !film.seeking && [...film.textTracks].some(({ activeCues }) => (activeCues?.length ?? 0) > 0);
    });
    const shown = await page.evaluate(() => {
      const film = document.querySelector('video') as HTMLVideoElement;
      const track = [...film.textTracks].find(({ mode }) => mode === 'showing');
      const cue = track?.activeCues?.[0] as VTTCue | undefined;
      return { language: track?.language, words: cue?.getCueAsHTML().textContent };
    });
    expect(shown).toEqual({ language: 'ar', words: 'بعد الاستراحة نتابع.' });
    // They are drawn on the picture, not only loaded.
    const film = page.locator('video');
    const show = (mode: TextTrackMode): Promise<void> =>
      page.evaluate((wanted) => {
        for (const track of document.querySelector('video')?.textTracks ?? [])
          if (track.language === 'ar') track.mode = wanted;
      }, mode);
    await show('hidden');
    const bare = await film.screenshot();
    await show('showing');
    // The browser draws them when it comes to it.
    await expect.poll(async () => bare.equals(await film.screenshot())).toBe(false);
    await close(visited);
  });

  test('plays without JavaScript, in the browser’s own player', async () => {
    const visited = await visit('/video/docufilm/', { javaScriptEnabled: false });
    const { page } = visited;
    expect(await page.locator('.video-player button:visible').count()).toBe(0);
    const film = page.locator('noscript video');
    expect(await film.isVisible()).toBe(true);
    expect(await film.getAttribute('preload')).toBe('none');
    expect(await page.locator('.video-transcript a').last().getAttribute('href')).toBe(
      '/video/docufilm/film-360.webm#t=7',
    );
    expect(visited.fetched.filter((path) => path.endsWith('.webm'))).toEqual([]);
    await close(visited);
  });

  test('on another server of the publisher’s comes from there only after the click', async () => {
    const $ = pageAt('/video/napoli/');
    expect(policyOf($, 'media-src')).toBe("media-src 'self' https://media.example");
    expect($('.video-notice').text()).toContain('media.example');
    expect($('.video-notice').text()).toContain('2,4');
    const visited = await visit('/video/napoli/');
    expect(visited.others).toEqual([]);
    await visited.page.getByRole('button', { name: 'Guarda il video' }).click();
    await expect.poll(() => visited.others[0]).toBe('https://media.example/napoli-360.mp4');
    expect(visited.wrong).toEqual([]);
    await close(visited);
  });
});

describe.each([
  [
    'palermo',
    'www.youtube-nocookie.com',
    'https://www.youtube-nocookie.com/embed/aB3_-678901?autoplay=1&rel=0&hl=it&cc_load_policy=1&cc_lang_pref=it',
    '&start=7',
    'https://www.youtube.com/watch?v=aB3_-678901',
  ],
  [
    'roma',
    'player.vimeo.com',
    'https://player.vimeo.com/video/123456789?autoplay=1&dnt=1&texttrack=it',
    '#t=7s',
    'https://vimeo.com/123456789',
  ],
  [
    'torino',
    'video.example',
    'https://video.example/videos/embed/4Jx2fYbXGiTdEbmzQ8RjFK?autoplay=1&p2p=0&warningTitle=0&subtitle=it',
    '&start=7s',
    'https://video.example/w/4Jx2fYbXGiTdEbmzQ8RjFK',
  ],
])('the film of %s on %s', (city, host, frame, moment, link) => {
  const path = `/video/${city}/`;
  const play = (page: Page) => page.getByRole('button', { name: `Guarda il video da ${host}` });
  const withoutFragment = (address: string): string => address.replace(/#.*/, '');

  test('says whose server it is, lets only that one in, and has a plain link', () => {
    const $ = pageAt(path);
    expect($('#video-contact').text()).toContain(host);
    expect($('#video-contact').text()).toContain('indirizzo IP');
    expect(policyOf($, 'frame-src')).toBe(`frame-src ${new URL(frame).origin}`);
    expect($('.video-notice a').attr('href')).toBe(link);
    expect(
      $('img')
        .toArray()
        .every((image) => ($(image).attr('src') ?? '').startsWith('/')),
    ).toBe(true);
  });

  test('contacts nobody before the click, then one player in a narrow frame, and remembers nothing', async () => {
    const visited = await visit(path);
    const { page } = visited;
    expect(visited.others).toEqual([]);
    expect(await page.locator('iframe').count()).toBe(0);
    await play(page).click();
    const player = page.locator('iframe');
    expect(await player.getAttribute('src')).toBe(frame);
    expect(await player.getAttribute('sandbox')).toBe('allow-scripts allow-same-origin');
    expect(await player.getAttribute('allow')).toBe('autoplay; fullscreen; picture-in-picture');
    await expect.poll(() => visited.others).toEqual([frame]);
    expect(
      await page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith('video'))),
    ).toEqual([]);
    expect(visited.wrong).toEqual([]);
    await close(visited);
  });

  test('a moment of the transcript waits for the click on the button', async () => {
    const visited = await visit(path);
    const { page } = visited;
    await page.locator('.video-transcript p', { hasText: 'Dopo la pausa' }).locator('a').click();
    expect(visited.others).toEqual([]);
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('BUTTON');
    await page.keyboard.press('Enter');
    expect(await page.locator('iframe').getAttribute('src')).toBe(`${frame}${moment}`);
    await expect.poll(() => visited.others).toEqual([withoutFragment(`${frame}${moment}`)]);
    await close(visited);
  });

  test('the choice is remembered only when that is ticked, and forgotten when it is not', async () => {
    const visited = await visit(path);
    const { page, others } = visited;
    await page.getByRole('checkbox').check();
    expect(others).toEqual([]);
    await play(page).click();
    await expect.poll(() => others.length).toBe(1);
    await page.reload();
    await expect.poll(() => others.length).toBe(2);
    // Loaded by itself, it does not start by itself.
    expect(await page.locator('iframe').getAttribute('src')).toBe(frame.replace('autoplay=1', 'autoplay=0'));
    await page.getByRole('checkbox').uncheck();
    await page.reload({ waitUntil: 'networkidle' });
    expect(others.length).toBe(2);
    expect(await play(page).isVisible()).toBe(true);
    await close(visited);
  });
});

describe('the pages of videos', () => {
  test('list the docufilm first, then the clips by city, then the interviews', () => {
    const $ = pageAt('/video/');
    expect(
      $('main h2')
        .toArray()
        .map((heading) => $(heading).attr('id')),
    ).toEqual(['docufilm', 'pillole', 'interviste']);
    const clips = $('#pillole')
      .parent()
      .find('h3')
      .toArray()
      .map((heading) => $(heading).text());
    // The series that the notes announce, and three clips of this test.
    expect(clips).toHaveLength(4);
    expect(clips[0]).toBe('Una serie di video pillole');
    expect(clips).toContain('Palermo di prova');
  });

  test('of planned ones say so, have no player and stay out of searches and of the sitemap', () => {
    const $ = pageAt('/video/video-pillole/');
    expect($('main').text()).toContain('Non sappiamo ancora dove si può guardare');
    expect($('main a[href="/note-stampa/2023-11-03-palermo/"]').length).toBe(1);
    expect($('video, iframe, template, main script, main img')).toHaveLength(0);
    expect($('meta[name=robots]').attr('content')).toBe('noindex');
    expect(policyOf($, 'frame-src')).toBe("frame-src 'none'");
    const sitemap = readFileSync(join(dist, 'sitemap-pages-0.xml'), 'utf8');
    expect(sitemap).not.toContain('/video/video-pillole/');
    expect(sitemap).toContain('/video/docufilm/');
    expect(existsSync(join(dist, 'video/video-pillole/poster-640.webp'))).toBe(false);
  });

  test('are shown on the pages of their cities once they can be seen', () => {
    const palermo = pageAt('/citta/palermo/');
    expect(palermo('#video').parent().find('a[href="/video/palermo/"]').text()).toBe('Palermo di prova');
    expect(palermo('#video').parent().find('img').attr('src')).toBe('/video/palermo/poster-640.webp');
    // A planned one has no empty box there: its own page and the list of videos tell of it.
    const genova = pageAt('/citta/genova/');
    expect(genova('#video, .video-card')).toHaveLength(0);
    expect(genova('main').text()).not.toContain('non ancora qui');
    expect(pageAt('/video/video-pillole/')('main a[href="/citta/genova/"]').length).toBeGreaterThan(0);
  });

  test('say to search engines what the film is, with its chapters', () => {
    const data = videoObjectAt('/video/docufilm/');
    expect(data).toMatchObject({
      '@type': 'VideoObject',
      name: 'Film di prova </script><b>"&amp;"',
      uploadDate: '2024-02-01',
      duration: 'PT12S',
      contentUrl: 'https://lgnet.example/video/docufilm/film-360.webm',
      hasPart: [
        {
          '@type': 'Clip',
          name: 'L’inizio',
          startOffset: 0,
          endOffset: 6,
          url: 'https://lgnet.example/video/docufilm/?t=0',
        },
        { '@type': 'Clip', name: 'Il seguito', startOffset: 6, endOffset: 12 },
      ],
    });
    expect(data['transcript']).toContain('Prima Voce: Qui comincia il film di prova.');
    const remote = videoObjectAt('/video/torino/');
    expect(remote).toMatchObject({
      embedUrl: 'https://video.example/videos/embed/4Jx2fYbXGiTdEbmzQ8RjFK?p2p=0&warningTitle=0&subtitle=it',
    });
  });

  test('are shared with their poster, in the size that the page says', async () => {
    const $ = pageAt('/video/docufilm/');
    const address = new URL($('meta[property="og:image"]').attr('content') ?? '').pathname;
    expect(address).toBe('/video/docufilm/poster-sharing.jpg');
    const { width, height, format } = await sharp(join(dist, address)).metadata();
    expect({ width: `${width}`, height: `${height}`, format }).toEqual({
      width: $('meta[property="og:image:width"]').attr('content'),
      height: $('meta[property="og:image:height"]').attr('content'),
      format: 'jpeg',
    });
  });

  test('are in the feeds of the site and of their cities once they are published', () => {
    const items = (path: string) =>
      (
        JSON.parse(readFileSync(join(dist, path), 'utf8')) as {
          items: { url: string; title: string; content_html: string }[];
        }
      ).items.filter(({ url }) => url.includes('/video/'));
    const film = items('note-stampa/feed.json').find(({ url }) => url.endsWith('/video/docufilm/'));
    expect(film?.title).toContain('Film di prova');
    expect(film?.content_html).not.toContain('<b>');
    expect(items('citta/palermo/feed.json').map(({ url }) => url)).toContain(
      'https://lgnet.example/video/palermo/',
    );
    expect(items('note-stampa/feed.json').filter(({ url }) => url.endsWith('/video/video-pillole/'))).toEqual(
      [],
    );
    const rss = load(readFileSync(join(dist, 'note-stampa/feed.xml'), 'utf8'), { xml: true });
    expect(rss('item > link').text()).toContain('https://lgnet.example/video/docufilm/');
    expect(pageAt('/video/')('a[href="/note-stampa/feed.xml"]').length).toBeGreaterThan(0);
  });

  test('tell the sitemap of published films, and only of those', () => {
    const sitemaps = globSync('sitemap-*-*.xml', { cwd: dist }).map((file) =>
      readFileSync(join(dist, file), 'utf8'),
    );
    const $ = load(`<all>${sitemaps.join('').replace(/<\?xml[^>]*>/g, '')}</all>`, { xml: true });
    const films = $('url')
      .toArray()
      .filter((url) => $(url).find('video\\:video').length > 0);
    const film = films.find(
      (url) => $(url).find('loc').first().text() === 'https://lgnet.example/video/docufilm/',
    );
    const said = (name: string): string => $(film).find(`video\\:${name}`).text();
    expect(said('title')).toBe('Film di prova </script><b>"&amp;"');
    expect(said('duration')).toBe('12');
    expect(said('content_loc')).toBe('https://lgnet.example/video/docufilm/film-360.webm');
    expect(said('thumbnail_loc')).toBe('https://lgnet.example/video/docufilm/poster-1280.webp');
    // Five languages of the docufilm; the four others exist in Italian alone.
    expect(films).toHaveLength(9);
  });

  test('offer their words as text, WebVTT and SubRip', () => {
    const words = (name: string): string => readFileSync(join(dist, 'video', name), 'utf8');
    expect(words('docufilm/docufilm.ar.vtt')).toMatch(/^WEBVTT\n/);
    expect(words('docufilm/docufilm.ar.srt')).toMatch(/^1\n00:00:00,500 --> 00:00:02,500\nPrima Voce: هنا/);
    expect(words('docufilm/docufilm.it.txt')).toMatch(
      /^\[0:00\] Prima Voce: Qui comincia il film di prova\.\n/,
    );
    // A transcript of its own takes the place of the captions' words.
    expect(words('napoli/napoli.it.txt')).toContain('la trascrizione dice anche i suoni.');
    expect(pageAt('/video/napoli/')('.video-transcript').text()).toContain('Una nota tenuta');
    const links = pageAt('/fr/video/docufilm/')('.video-downloads a').toArray();
    expect(links).toHaveLength(15);
  });

  test('say in the reader’s language that the words are Italian', () => {
    const $ = pageAt('/fr/video/palermo/');
    expect($('.video-transcript').attr('lang')).toBe('it');
    expect($('main').text()).toContain('La transcription est en italien');
  });

  test('keep a script of at most 2 kB', () => {
    const script = pageAt('/video/palermo/')('main script[type=module]').text();
    expect(script).not.toBe('');
    expect(brotliCompressSync(script).length).toBeLessThanOrEqual(2000);
    expect(brotliCompressSync(html('/video/docufilm/')).length).toBeLessThanOrEqual(13_000);
    expect(brotliCompressSync(html('/video/')).length).toBeLessThanOrEqual(13_000);
  });

  test.each([['/video/'], ['/video/docufilm/'], ['/video/palermo/'], ['/video/video-pillole/']])(
    '%s is valid HTML',
    async (path) => {
      const validator = new HtmlValidate({
        extends: ['html-validate:standard'],
        rules: {
          'void-style': 'off',
          'no-trailing-whitespace': 'off',
          'attribute-boolean-style': 'off',
          'attribute-empty-style': 'off',
          'doctype-style': 'off',
          'no-redundant-role': 'off',
          'prefer-native-element': 'off',
          'long-title': 'off',
        },
      });
      const report = await validator.validateString(html(path), path);
      expect(report.results.flatMap(({ messages }) => messages.map(({ message }) => message))).toEqual([]);
    },
  );

  test.each([
    ['/video/', 320],
    ['/video/docufilm/', 320],
    ['/ar/video/docufilm/', 1280],
    ['/video/palermo/', 320],
    ['/video/video-pillole/', 320],
    ['/citta/palermo/', 320],
  ])('%s has no obstacle and fits a screen of %i', async (path, width) => {
    const visited = await visit(path, { viewport: { width, height: 800 } });
    expect(await axeFindings(visited.page)).toEqual([]);
    expect(
      await visited.page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth),
    ).toBeLessThanOrEqual(0);
    await close(visited);
  });
});

test('the map offers the cities with a film, and shows them alone', async () => {
  const visited = await visit('/mappa/');
  const { page } = visited;
  const cities = page.locator('.map-list li');
  const withFilm = await page.locator('.map-list li[data-has~="video"]').count();
  expect(withFilm).toBeGreaterThan(0);
  expect(withFilm).toBeLessThan(await cities.count());
  await page.locator('input[name="video"]').check();
  await expect.poll(() => page.locator('.map-list li:visible').count()).toBe(withFilm);
  await close(visited);
});
