import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { builtDir, files, pages } from './built-site.ts';

const origin = 'https://lgnet.example';
const at = (url: string): string => join(builtDir, new URL(url).pathname);
const canonical = pages.filter(
  ({ path, $ }) => $('link[rel="canonical"]').attr('href') === `${origin}${path}`,
);

interface Graph {
  '@context': string;
  '@graph': Record<string, unknown>[];
}

describe.each(pages.map((page) => [page.path, page] as const))('%s', (path, { $ }) => {
  test('says what it is to who shares it', () => {
    const meta = (name: string): string =>
      $(`meta[property="${name}"], meta[name="${name}"]`).attr('content') ?? '';
    expect(meta('og:title')).not.toBe('');
    expect(meta('og:description')).not.toBe('');
    expect(meta('og:locale')).toMatch(/^[a-z]{2,3}_[A-Z]{2}$/);
    expect(meta('og:image:alt')).not.toBe('');
    expect(meta('twitter:card')).toBe('summary_large_image');
    expect(readFileSync(at(meta('og:image'))).length).toBeGreaterThan(1000);
    const isNote = /\/note-stampa\/\d{4}-[^/]+\/$/.test(path);
    expect(meta('og:type')).toBe(isNote ? 'article' : 'website');
  });

  test('tells machines its trail in sound JSON', () => {
    const scripts = $('script[type="application/ld+json"]').toArray();
    expect(scripts).toHaveLength(1);
    const graph = JSON.parse($(scripts[0]).text()) as Graph;
    expect(graph['@context']).toBe('https://schema.org');
    const trail = graph['@graph'].find((thing) => thing['@type'] === 'BreadcrumbList');
    const shown = $('[aria-label] ol li, nav.breadcrumbs li').length;
    if (trail && shown > 0) {
      const items = trail['itemListElement'] as { position: number; item: string; name: string }[];
      expect(items.map(({ position }) => position)).toEqual(items.map((_, index) => index + 1));
      expect(items.at(-1)?.name).toBe($('meta[property="og:title"]').attr('content'));
      for (const { item } of items) expect(item.startsWith(`${origin}/`)).toBe(true);
    }
  });
});

test('every note tells its title, dates, language, city and picture as an article', () => {
  const notes = canonical.filter(({ path }) => /\/note-stampa\/\d{4}-[^/]+\/$/.test(path));
  expect(notes.length).toBeGreaterThanOrEqual(12);
  for (const { path, $ } of notes) {
    const graph = JSON.parse($('script[type="application/ld+json"]').text()) as Graph;
    const article = graph['@graph'].find((thing) => thing['@type'] === 'NewsArticle');
    expect(article).toMatchObject({
      '@id': `${origin}${path}#article`,
      headline: $('h1').text(),
      inLanguage: $('html').attr('lang'),
      image: $('meta[property="og:image"]').attr('content'),
      isPartOf: { '@id': `${origin}/#website` },
    });
    // A network is no legal person: nobody publishes until it is said who.
    expect(article).not.toHaveProperty('publisher');
    // The day begins in Italy.
    const day = $('article header time').attr('datetime') as string;
    const published = article?.['datePublished'] as string;
    expect(published.slice(0, 10)).toBe(day);
    expect(Date.parse(published)).toBe(Date.parse(`${day}T00:00:00+01:00`));
    const original = article?.['translationOfWork'] as { '@id': string } | undefined;
    if (path.startsWith('/note-stampa/')) expect(original).toBeUndefined();
    else expect(original?.['@id']).toBe(`${origin}${path.replace(/^\/\w+/, '')}#article`);
  }
});

// The large picture of a city, for the press, is not one of them, nor are those to post.
const pictures = files().filter(
  (path) => /\/lgnet[^/]*\.png$/.test(path) && !/-picture-|\/social\//.test(path),
);

test('notes, cities and languages have sharing pictures', () => {
  const cities = pages.filter(({ path }) => /\/citta\/[^/]+\/$/.test(path)).length;
  expect(pictures.filter((path) => path.includes('/citta/'))).toHaveLength(cities);
  expect(pictures.filter((path) => path.includes('/note-stampa/')).length).toBeGreaterThanOrEqual(12);
  expect(pictures.filter((path) => path.endsWith('/lgnet.png')).length).toBeGreaterThanOrEqual(3);
});

test.each(pictures)('%s is 1200 × 630, under 60 kB, and has something drawn on it', async (path) => {
  const bytes = readFileSync(join(builtDir, path));
  expect(bytes.length).toBeLessThan(60_000);
  const { width, height, format } = await sharp(bytes).metadata();
  expect([width, height, format]).toEqual([1200, 630, 'png']);
  // White letters cover a part of the ground, and none comes near the edge; the drawing behind them goes up to it.
  const { data } = await sharp(bytes).greyscale().raw().toBuffer({ resolveWithObject: true });
  const bright = (left: number, right: number): number => {
    let count = 0;
    for (let y = 110; y < 480; y += 1)
      for (let x = left; x < right; x += 1) if ((data[y * 1200 + x] as number) > 225) count += 1;
    return count;
  };
  expect(bright(72, 1128)).toBeGreaterThan(2000);
  expect(bright(0, 60) + bright(1140, 1200)).toBe(0);
});
