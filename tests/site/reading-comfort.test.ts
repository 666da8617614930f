import type { BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, describe, expect, test } from 'vitest';
import { launchBrowser } from '../../scripts/building/tests/browser.ts';
import { browserAtSite } from './browser-at-site.ts';
import { looksAtEverything } from './depth.ts';
import { pageTypes } from './page-types.ts';

/** Where most is to be seen of what can be lost: the rest once a day. */
const handful = [
  '/',
  '/ar/citta/palermo/',
  '/note-stampa/2023-11-03-palermo/',
  '/cerca/',
  '/aiuto/',
  '/404.html',
];
const types = pageTypes.filter((path) => looksAtEverything || handful.includes(path));

const { browser, site } = await browserAtSite();
/** Of a reader who asked the browser for letters of double size: lengths in `rem` and media queries follow. */
const largeText = await launchBrowser(['--blink-settings=defaultFontSize=32,defaultFixedFontSize=26']);
afterAll(() => largeText.close());

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
          here.getAttribute('title') ??
          ((here as HTMLInputElement).labels?.[0] ?? here).textContent ??
          ''
        )
          .trim()
          .slice(0, 60),
        shown: width > 0 && height > 0 && bottom > 0 && top < innerHeight,
        // Inside a frame its own page shows it (tests/site/frames.test.ts).
        marked:
          here.tagName === 'IFRAME' ||
          frames.some(({ outlineStyle, boxShadow }) => outlineStyle !== 'none' || boxShadow !== 'none'),
      };
    });
    if (!stop || (stop.place === stops[0]?.place && stops.length > 1)) return stops;
    if (stop.place !== stops.at(-1)?.place) stops.push(stop);
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

/**
 * What is lost: what stands out of the screen, words that their box cuts off, words that lie over others, and words in a
 * column so narrow that a line holds no word.
 */
const lost = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const out = document.documentElement.scrollWidth - innerWidth;
    // Hidden for the eye on purpose, shortened on purpose, or scrolled by whoever reads.
    const aside = (element: Element): boolean =>
      element.closest('svg, .leaflet-container, [popover], .skip') !== null || !element.checkVisibility();
    const cuts = (overflow: string): boolean => overflow === 'hidden' || overflow === 'clip';
    const cut = [...document.querySelectorAll<HTMLElement>('main *, header *, footer *')].filter(
      (element) => {
        const { overflowX, overflowY, webkitLineClamp } = getComputedStyle(element);
        const { clientWidth, clientHeight, scrollWidth, scrollHeight } = element;
        if (clientWidth <= 1 || webkitLineClamp !== 'none' || aside(element)) return false;
        return (
          element.innerText?.trim() &&
          ((cuts(overflowX) && scrollWidth > clientWidth + 1) ||
            (cuts(overflowY) && scrollHeight > clientHeight + 1))
        );
      },
    );

    /** Where words are seen, a box a line: as high as letters are, within what cuts them off. */
    const lines = (text: Text): DOMRect[] => {
      const element = text.parentElement as HTMLElement;
      const size = Number.parseFloat(getComputedStyle(element).fontSize);
      let [top, bottom] = [-Infinity, Infinity];
      for (let box: Element | null = element; box; box = box.parentElement) {
        const { overflowY, clipPath } = getComputedStyle(box);
        if (clipPath !== 'none') return [];
        if (!cuts(overflowY)) continue;
        const seen = box.getBoundingClientRect();
        [top, bottom] = [Math.max(top, seen.top), Math.min(bottom, seen.bottom)];
      }
      const range = document.createRange();
      range.selectNodeContents(text);
      return [...range.getClientRects()].flatMap(({ left, width, top: above, height }) => {
        const middle = above + height / 2;
        const line = new DOMRect(left, middle - size * 0.4, width, size * 0.8);
        return width > 1 && line.top >= top && line.bottom <= bottom ? [line] : [];
      });
    };
    const words: { text: Text; line: DOMRect }[] = [];
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let text = texts.nextNode() as Text | null; text; text = texts.nextNode() as Text | null) {
      const element = text.parentElement;
      if (!element || text.data.trim() === '' || element.matches('script, style, noscript, option')) continue;
      if (!aside(element)) for (const line of lines(text)) words.push({ text, line });
    }
    words.sort((a, b) => a.line.top - b.line.top);
    const over = words.flatMap((one, index) => {
      const others: string[] = [];
      for (let next = index + 1; (words[next]?.line.top ?? Infinity) < one.line.bottom - 3; next++) {
        const other = words[next] as (typeof words)[number];
        const shared = Math.min(one.line.right, other.line.right) - Math.max(one.line.left, other.line.left);
        if (shared > 2 && one.text !== other.text)
          others.push(`“${one.text.data.trim().slice(0, 30)}” over “${other.text.data.trim().slice(0, 30)}”`);
      }
      return others;
    });

    const narrow = [...document.querySelectorAll<HTMLElement>('main :is(h1, h2, h3, h4, p, dd)')].filter(
      (element) => {
        const { width } = element.getBoundingClientRect();
        const size = Number.parseFloat(getComputedStyle(element).fontSize);
        return !aside(element) && width > 1 && width < size * 3 && element.innerText.trim().length > 12;
      },
    );
    return [
      ...(out > 0 ? [`${out} px beyond the screen`] : []),
      ...cut.map(({ tagName, className }) => `${tagName}.${className} is cut off`),
      ...over,
      ...narrow.map(({ tagName, innerText }) => `${tagName} “${innerText.slice(0, 20)}” in a narrow column`),
    ];
  });

const spacing =
  '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-block-end: 2em !important }';

/** From a page four times enlarged (1280 px wide) to a desk: narrower than all places where the composition changes, and between. */
const widths = [320, 360, 412, 600, 768, 820, 912, 1000, 1280];

describe('nothing is lost', () => {
  test.each(types)('on %s, how wide the screen and how large the page, in what colours', async (path) => {
    const found: Record<string, string[]> = {};
    await visit(path, { viewport: { width: 1280, height: 900 }, reducedMotion: 'reduce' }, async (page) => {
      const look = async (name: string): Promise<void> => {
        const losses = await lost(page);
        if (losses.length > 0) found[name] = losses;
      };
      for (const width of widths) {
        await page.setViewportSize({ width, height: 740 });
        await look(`${width} px`);
      }
      await page.setViewportSize({ width: 320, height: 256 });
      await look('four times the size');
      await page.emulateMedia({ forcedColors: 'active' });
      await look('forced colours');
      await page.emulateMedia({ forcedColors: 'none', contrast: 'more' });
      await look('more contrast');
      await page.emulateMedia({ contrast: 'no-preference' });
      await page.setViewportSize({ width: 360, height: 740 });
      await page.addStyleTag({ content: spacing });
      await look('wider spacing (WCAG 1.4.12)');
      await page.setViewportSize({ width: 1280, height: 740 });
      await look('wider spacing on a desk');
    });
    expect(found).toEqual({});
  });

  test.each(types)('on %s with letters of double size', async (path) => {
    const found: Record<string, string[]> = {};
    await visit(
      path,
      { viewport: { width: 1280, height: 900 } },
      async (page) => {
        for (const width of [1280, 640, 360]) {
          await page.setViewportSize({ width, height: 740 });
          const losses = await lost(page);
          if (losses.length > 0) found[`${width} px`] = losses;
        }
      },
      largeText,
    );
    expect(found).toEqual({});
  });

  test('and the measure sees words over words, and words without room', async () => {
    const losses = await visit('/privacy/', { viewport: { width: 360, height: 740 } }, async (page) => {
      await page.addStyleTag({
        content: 'main h1 { margin-block-end: -2rem } main p:nth-of-type(2) { inline-size: 1.5rem }',
      });
      return (await lost(page)).join('\n');
    });
    expect(losses).toMatch(/” over “/);
    expect(losses).toContain('in a narrow column');
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

/** What a page is there for: its buttons, the ways that a thumb takes first. */
const mainTargets =
  '.button, button, summary, .tag[href], .menu a, .languages a, .city-list a, .regions li > a, .help-link, .search-field input, select, .rail-links a, .ways a';

test.each(types)('the main targets on %s are large enough for a thumb', async (path) => {
  const small = await visit(path, { viewport: { width: 360, height: 740 }, hasTouch: true }, (page) =>
    page.evaluate((selector) => {
      const targets = [...document.querySelectorAll<HTMLElement>(selector)];
      return targets
        .filter(
          (target) =>
            target.checkVisibility() && !target.closest('.leaflet-container, p:not(.tags, .hero-actions)'),
        )
        .map((target) => ({ target, box: target.getBoundingClientRect() }))
        .filter(({ box }) => box.width > 1 && (box.height < 43.5 || box.width < 43.5))
        .map(({ target, box }) => {
          const words = (target.getAttribute('aria-label') ?? target.textContent ?? '').trim().slice(0, 30);
          return `${words} (${target.className || target.tagName}): ${Math.round(box.width)} × ${Math.round(box.height)}`;
        });
    }, mainTargets),
  );
  expect(small).toEqual([]);
});
