import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { join, resolve } from 'node:path';
import pixelmatch from 'pixelmatch';
import type { Browser, Page } from 'playwright-core';
import sharp from 'sharp';

/** A page as it is pictured: one type of page, in one language, on one screen. */
export interface Shot {
  /** Address without its language. */
  page: string;
  lang: 'it' | 'ar';
  /** Width of the screen in CSS pixels. */
  width: number;
  scheme: 'light' | 'dark';
}

/** A picture and what it shows. */
export interface TakenPicture {
  webp: Buffer;
  /** Digest of the words on the page: pictures of other words cannot be compared. */
  words: string;
}

const pages = [
  '/',
  '/citta/',
  '/citta/palermo/',
  '/citta/bari/',
  '/note-stampa/',
  '/note-stampa/2023-11-03-palermo/',
  '/ambiti/housing/',
  '/attivita/',
  '/partner/',
  '/progetto/',
  '/parole/',
  '/aiuto/',
  '/mappa/',
  '/cerca/',
  '/dati/',
] as const;

/** Pages of one composition, by day on a phone and by night at a desk. */
const plainPages = ['/404.html', '/indice/', '/video/', '/salvati/', '/ambiti/'] as const;

const screens = [
  [360, 'light'],
  [360, 'dark'],
  [768, 'light'],
  [1280, 'light'],
  [1280, 'dark'],
  [1920, 'light'],
] as const;

const plainScreens = [
  [360, 'light'],
  [1280, 'dark'],
] as const;

const shotsOf = (
  all: readonly string[],
  on: readonly (readonly [number, Shot['scheme']])[],
): readonly Shot[] =>
  all.flatMap((page) =>
    (['it', 'ar'] as const).flatMap((lang) =>
      on.map(([width, scheme]): Shot => ({ page, lang, width, scheme })),
    ),
  );

/** Every type of page in a language of each direction, from a phone to a wide screen, by day and by night. */
export const shots: readonly Shot[] = [...shotsOf(pages, screens), ...shotsOf(plainPages, plainScreens)];

const guide = '/stile/';

/** Every component in every state, from its first to its last: on the site of `style-guide-site.ts` only. */
export const guideShots: readonly Shot[] = shotsOf(
  [guide],
  screens.filter(([width]) => width === 360 || width === 1280),
);

/** Documents whose first sheet is pictured: a name, and the address of the PDF. */
export const sheets: readonly (readonly [name: string, file: string])[] = ['it', 'ar'].flatMap((lang) => {
  const prefix = lang === 'it' ? '' : `/${lang}`;
  return [
    [`foglio-palermo.${lang}`, `${prefix}/citta/palermo/lgnet-palermo-${lang}.pdf`],
    [
      `nota-palermo.${lang}`,
      `${prefix}/note-stampa/2023-11-03-palermo/lgnet2-palermo-2023-11-03-${lang}.pdf`,
    ],
  ] as const;
});

/** Where the pictures are kept, and beside them the digests of the words that they show. */
export const picturesDir = resolve(import.meta.dirname, '../../../tests/site/pictures');
export const wordsFile = join(picturesDir, 'words.json');

/** `citta-palermo.ar.360.dark` */
export const shotName = ({ page, lang, width, scheme }: Shot): string =>
  [page.replaceAll(/^\/|\/$|\.html$/g, '').replaceAll('/', '-') || 'home', lang, width, scheme].join('.');

/** No page but the style guide is looked at farther down than this many CSS pixels. */
const DEEPEST = 2600;

/** A picture is this much smaller than the page: what is out of place is seen, and the repository stays small. */
const SCALE = 0.4;

/**
 * Lets a page show its own letters however late they come; with `font-display: optional` they may be there for the next page
 * only. The page's policy, which names its styles as they are, must be passed over (`bypassCSP`).
 */
export const waitForFonts = (page: Page): Promise<unknown> =>
  page.route(
    (url) => /\/$|\.html$/.test(url.pathname),
    async (route) => {
      const response = await route.fetch();
      const html = (await response.text()).replaceAll('font-display:optional', 'font-display:block');
      await route.fulfill({ response, body: html });
    },
  );

/** Takes pictures of pages on a served site. */
export const pictureTaker = (browser: Browser, origin: string): ((shot: Shot) => Promise<TakenPicture>) => {
  const addressOf = ({ page, lang }: Shot): string => `${origin}${lang === 'it' ? '' : `/${lang}`}${page}`;
  const opened = new Map<string, Promise<Page>>();
  const open = async ({ page: address, lang, width, scheme }: Shot): Promise<Page> => {
    const page = await browser.newPage({
      viewport: { width, height: 900 },
      colorScheme: scheme,
      reducedMotion: 'reduce',
      // The page's own language: no other one is offered.
      locale: lang,
      bypassCSP: true,
    });
    // Only a device with a voice is offered to be read to.
    if (address === guide)
      await page.addInitScript((lang) => {
        Object.defineProperty(speechSynthesis, 'getVoices', { value: () => [{ lang, localService: true }] });
      }, lang);
    await waitForFonts(page);
    return page;
  };

  return async (shot) => {
    const screen = [shot.lang, shot.width, shot.scheme].join();
    if (!opened.has(screen)) opened.set(screen, open(shot));
    const page = (await opened.get(screen)) as Page;
    await page.goto(addressOf(shot), { waitUntil: 'networkidle' });
    await page.evaluate(() => document.fonts.ready);
    // Far down a picture waits until somebody scrolls there.
    if (shot.page === guide)
      await page.evaluate(async () => {
        for (const image of document.images) image.loading = 'eager';
        await Promise.all([...document.images].map((image) => image.decode()));
      });
    const height = await page.evaluate(() => document.documentElement.scrollHeight);
    const png = await page.screenshot({
      animations: 'disabled',
      fullPage: true,
      clip: {
        x: 0,
        y: 0,
        width: shot.width,
        height: shot.page === guide ? height : Math.min(height, DEEPEST),
      },
    });
    const words = await page.evaluate(() => document.body.innerText);
    return {
      webp: await sharp(png)
        .resize({ width: Math.round(shot.width * SCALE) })
        .webp({ quality: 45, effort: 4 })
        .toBuffer(),
      words: wordsDigest(words),
    };
  };
};

/** The first sheet of a document of the built site, and a digest of its words. */
export const takeSheet = async (siteDir: string, file: string): Promise<TakenPicture> => {
  const path = join(siteDir, file);
  const first = ['-f', '1', '-l', '1', path];
  const png = execFileSync('pdftoppm', ['-r', '50', '-png', '-singlefile', ...first]);
  return {
    webp: await sharp(png).webp({ quality: 60, effort: 4 }).toBuffer(),
    words: wordsDigest(execFileSync('pdftotext', [...first, '-']).toString()),
  };
};

const wordsDigest = (words: string): string => createHash('sha256').update(words).digest('hex').slice(0, 12);

/**
 * How far two pictures of one page differ.
 * @returns the share of points that differ, from 0 to 1, where they differ most: of a long picture, in one of its lengths;
 * 1 when the pages are not of the same height, give or take a line
 */
export const difference = async (one: Buffer, other: Buffer): Promise<number> => {
  const [a, b] = await Promise.all(
    [one, other].map((webp) => sharp(webp).ensureAlpha().raw().toBuffer({ resolveWithObject: true })),
  );
  if (!a || !b || a.info.width !== b.info.width || Math.abs(a.info.height - b.info.height) > 12) return 1;
  const { width } = a.info;
  const height = Math.min(a.info.height, b.info.height);
  const lengths = Math.ceil(height / (DEEPEST * SCALE));
  const shares = Array.from({ length: lengths }, (_, at) => {
    const [from, to] = [at, at + 1].map((edge) => Math.round((height * edge) / lengths)) as [number, number];
    const rows = (data: Buffer): Buffer => data.subarray(width * from * 4, width * to * 4);
    // Edges of letters differ between versions of the font engine: only what is out of place counts.
    const differing = pixelmatch(rows(a.data), rows(b.data), undefined, width, to - from, {
      threshold: 0.25,
    });
    return differing / (width * (to - from));
  });
  return Math.max(...shares);
};
