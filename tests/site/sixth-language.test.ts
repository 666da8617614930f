import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { sharedPages } from './shared-site/index.ts';
import { waitingMark } from './shared-site/sixth-language.ts';

const shared = sharedPages();
const { pageAt } = shared;

describe('a language added by content alone', () => {
  test('has every page that Italian has', () => {
    const italian = shared.pages
      .map(({ path }) => path)
      .filter((path) => !/^\/([a-z]{2,3}\/|404)/.test(path));
    const german = new Set(shared.pages.map(({ path }) => path));
    expect(italian.length).toBeGreaterThan(35);
    expect(italian.filter((path) => !german.has(`/de${path}`))).toEqual([]);
  });

  test('is in the switcher of every page, under its own name', () => {
    const missing = shared.pages.filter(
      ({ $, path }) =>
        !path.endsWith('/404.html') && $('nav a[hreflang=de]').first().text().trim() !== 'Deutsch',
    );
    expect(missing.map(({ path }) => path).filter((path) => !path.startsWith('/de/'))).toEqual([]);
  });

  test('speaks with its own words', () => {
    const { $ } = pageAt('/de/citta/');
    expect($('html').attr('lang')).toBe('de');
    expect($('h1').text()).toContain('⁂');
  });

  test('tells what is translated as its own page', () => {
    const { $ } = pageAt('/de/citta/milano/');
    expect($('h1').text().trim()).toBe('Mailand');
    expect(new URL($('link[rel=canonical]').attr('href') as string).pathname).toBe('/de/citta/milano/');
    expect($('link[rel=alternate][hreflang=de]')).toHaveLength(1);
    expect(pageAt('/citta/milano/').$('link[rel=alternate][hreflang=de]')).toHaveLength(1);
  });

  test('shows the Italian text where there is no translation, says so, and leaves search engines the original', () => {
    const { $ } = pageAt('/de/citta/palermo/');
    expect($('h1').attr('lang')).toBe('it');
    expect($('main').text()).toContain('⁂');
    expect(new URL($('link[rel=canonical]').attr('href') as string).pathname).toBe('/citta/palermo/');
    expect($('link[rel=alternate][hreflang]')).toHaveLength(0);
  });

  test('tells readers of the other languages that the Italian has changed since', () => {
    const english = JSON.parse(readFileSync('content/ui/en.json', 'utf8')) as Record<string, string>;
    expect(pageAt('/en/citta/genova/').$('.notice').text()).toContain(english['translation.stale']);
    expect(pageAt('/en/citta/milano/').$('.notice').text()).not.toContain(english['translation.stale']);
  });
});

describe('a language that is not public yet', () => {
  test('has no page, no file, and nobody reads of it: no menu, no alternate, no sitemap, no feed, no data', () => {
    const files = readdirSync(shared.dir, { recursive: true, withFileTypes: true }).filter((entry) =>
      entry.isFile(),
    );
    expect(files.length).toBeGreaterThan(1000);
    for (const { parentPath, name } of files) {
      const path = join(parentPath, name).slice(shared.dir.length);
      expect(path).not.toMatch(/^\/tr\/|[-.]tr\.\w+$/);
      // Texts; of the others the names tell. The editors' form is a program of others, which has words of every language.
      if (
        path.startsWith('/admin/') ||
        !/\.(html|xml|json|txt|ics|csv|jsonld|geojson|vtt|webmanifest|js)$/.test(name)
      )
        continue;
      const text = readFileSync(join(shared.dir, path), 'utf8');
      for (const word of [waitingMark, 'Türkçe', 'hreflang="tr"', 'lang="tr"', '/tr/'])
        expect(text.includes(word), `${word} in ${path}`).toBe(false);
    }
  });
});
