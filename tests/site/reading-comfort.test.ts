import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchBrowser } from '../../scripts/building/tests/browser.ts';
import { keptBrowser, leaveBrowser, serve } from './built-site.ts';
import { pageTypes as types } from './page-types.ts';

let browser: Browser;
/** Of a reader who asked the browser for letters of double size: lengths in `rem` and media queries follow. */
let largeText: Browser;
let site: Awaited<ReturnType<typeof serve>>;

beforeAll(async () => {
  [browser, largeText, site] = await Promise.all([
    keptBrowser(),
    launchBrowser(['--blink-settings=defaultFontSize=32,defaultFixedFontSize=26']),
    serve(),
  ]);
});

afterAll(async () => {
  await Promise.all([leaveBrowser(browser), largeText.close()]);
  site.close();
});

const visit = async <Result>(
  path: string,
  options: BrowserContextOptions,
  look: (page: Page) => Promise<Result>,
  reader = browser,
): Promise<Result> => {
  // The reader's own style sheet is no part of the page: its policy does not concern it.
  const context = await reader.newContext({ bypassCSP: true, locale: 'it-IT', ...options });
  try {
    const page = await context.newPage();
    await page.goto(`${site.origin}${path}`);
    return await look(page);
  } finally {
    await context.close();
  }
};

interface Stop {
  /** Place in the order of the document. */
  place: number;
  words: string;
  shown: boolean;
  marked: boolean;
}

/** Where the keyboard stops, from the top of the page to its end. */
const walk = async (page: Page): Promise<Stop[]> => {
  const stops: Stop[] = [];
  for (let pressed = 0; pressed < 600; pressed++) {
    await page.keyboard.press('Tab');
    const stop = await page.evaluate(() => {
      const here = document.activeElement as HTMLElement | null;
      if (!here || here === document.body) return undefined;
      const { width, height, top, bottom } = here.getBoundingClientRect();
      // A field shows the focus on the frame around it.
      const frames = [here, here.parentElement ?? here].map((element) => getComputedStyle(element));
      return {
        place: [...document.querySelectorAll('*')].indexOf(here),
        words: (
          here.getAttribute('aria-label') ??
          ((here as HTMLInputElement).labels?.[0] ?? here).textContent ??
          ''
        )
          .trim()
          .slice(0, 60),
        shown: width > 0 && height > 0 && bottom > 0 && top < innerHeight,
        marked: frames.some(({ outlineStyle, boxShadow }) => outlineStyle !== 'none' || boxShadow !== 'none'),
      };
    });
    if (!stop || stop.place === stops[0]?.place) return stops;
    stops.push(stop);
  }
  throw new Error('The keyboard does not come to the end of the page.');
};

describe('the keyboard', () => {
  test.each(types)('walks through %s in the order of the page, and is seen everywhere', async (path) => {
    const stops = await visit(
      path,
      { viewport: { width: 1280, height: 900 }, reducedMotion: 'reduce' },
      walk,
    );
    expect(stops.length).toBeGreaterThan(10);
    expect(stops.filter(({ shown, marked, words }) => !shown || !marked || !words)).toEqual([]);
    const places = stops.map(({ place }) => place);
    expect(places).toEqual([...places].sort((a, b) => a - b));
    if (process.env['SHOW_STOPS'])
      console.log(path, stops.length, stops.map(({ words }) => words).join(' › '));
  });
});

/** What is lost: what stands out of the screen, and words that their box cuts off. */
const lost = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const out = document.documentElement.scrollWidth - innerWidth;
    const cut = [...document.querySelectorAll<HTMLElement>('main *, header *, footer *')].filter(
      (element) => {
        const { overflowX, overflowY, webkitLineClamp } = getComputedStyle(element);
        const { clientWidth, clientHeight, scrollWidth, scrollHeight } = element;
        // Hidden for the eye on purpose, shortened on purpose, or scrolled by whoever reads.
        if (clientWidth <= 1 || webkitLineClamp !== 'none' || element.closest('svg, .leaflet-container'))
          return false;
        const cuts = (overflow: string) => overflow === 'hidden' || overflow === 'clip';
        return (
          element.innerText?.trim() &&
          ((cuts(overflowX) && scrollWidth > clientWidth + 1) ||
            (cuts(overflowY) && scrollHeight > clientHeight + 1))
        );
      },
    );
    return [
      ...(out > 0 ? [`${out} px beyond the screen`] : []),
      ...cut.map(({ tagName, className }) => `${tagName}.${className} is cut off`),
    ];
  });

const spacing =
  '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-block-end: 2em !important }';

describe('nothing is lost', () => {
  test.each(types)('on %s at four times the size', async (path) => {
    expect(await visit(path, { viewport: { width: 320, height: 256 } }, lost)).toEqual([]);
  });

  test.each(types)('on %s with letters of double size', async (path) => {
    expect(await visit(path, { viewport: { width: 1280, height: 900 } }, lost, largeText)).toEqual([]);
    expect(await visit(path, { viewport: { width: 640, height: 740 } }, lost, largeText)).toEqual([]);
  });

  test.each(types)('on %s with wider spacing (WCAG 1.4.12)', async (path) => {
    const wide = async (page: Page) => {
      await page.addStyleTag({ content: spacing });
      return lost(page);
    };
    expect(await visit(path, { viewport: { width: 360, height: 740 } }, wide)).toEqual([]);
  });
});

test.each(types)('%s moves nothing for whoever asked for less motion', async (path) => {
  const moving = await visit(path, { reducedMotion: 'reduce' }, (page) =>
    page.evaluate(() => ({
      animations: document.getAnimations().length,
      scroll: getComputedStyle(document.documentElement).scrollBehavior,
    })),
  );
  expect(moving).toEqual({ animations: 0, scroll: 'auto' });
});
