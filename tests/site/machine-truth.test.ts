import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { load } from 'cheerio';
import { describe, expect, test } from 'vitest';
import { siteConfig } from '../../src/site.config.ts';
import { builtDir, pages } from './built-site.ts';

/** The pages of which something does not hold, with what is wrong. */
const wrong = (look: (page: (typeof pages)[number]) => readonly string[]): string[] =>
  pages.flatMap((page) => look(page).map((what) => `${page.path} ${what.slice(0, 120)}`));

describe('every page', () => {
  test('ends with its last tag', () =>
    expect(wrong(({ html }) => [html.trimEnd().split('</html>').at(-1) ?? ''].filter(Boolean))).toEqual([]));

  test('has its policy before all that it binds', () =>
    expect(
      wrong(({ html }) =>
        /<head><meta charset="utf-8"><meta http-equiv="content-security-policy"/i.test(html)
          ? []
          : [html.slice(0, 200)],
      ),
    ).toEqual([]));

  test('leads to other sites without saying where its reader comes from', () =>
    expect(
      wrong(({ $ }) =>
        $('a[href^="http"], a[href^="//"]')
          .toArray()
          .filter(({ attribs }) => !attribs['href']?.startsWith(siteConfig.url))
          .filter(({ attribs }) => !attribs['rel']?.split(' ').includes('noreferrer'))
          .map(({ attribs }) => attribs['href'] ?? ''),
      ),
    ).toEqual([]));

  test('has a title that is shown whole', () =>
    expect(wrong(({ $ }) => [$('head title').text()].filter((title) => title.length > 70))).toEqual([]));

  test('has a heading or a name in every section and article, and a name for every aside', () =>
    expect(
      wrong(({ $ }) =>
        $('main section, main article, aside')
          .toArray()
          .filter((element) => {
            const named = element.attribs['aria-label'] ?? element.attribs['aria-labelledby'];
            return (
              named === undefined && (element.name === 'aside' || $(element).find(':header').length === 0)
            );
          })
          .map((element) => $.html(element)),
      ),
    ).toEqual([]));

  test('has no list without items', () =>
    expect(
      wrong(({ $ }) =>
        $('ul, ol')
          .toArray()
          .filter((element) => element.attribs['hidden'] === undefined && $(element).children().length === 0)
          .map((element) => $.html(element)),
      ),
    ).toEqual([]));
});

test('the page in place of a missing one claims no address', () => {
  for (const { path, $ } of pages.filter((page) => page.path.endsWith('/404.html'))) {
    expect($('link[rel=canonical], meta[property="og:url"]').length, path).toBe(0);
    expect($('script[type="application/ld+json"]').text(), path).not.toContain('BreadcrumbList');
  }
});

test.each(['admin/guida/index.html', 'admin/guida/errori/index.html'])(
  'the regions of %s have names of their own',
  (path) => {
    const $ = load(readFileSync(join(builtDir, path), 'utf8'));
    const names = $('[role=region]')
      .toArray()
      .map(({ attribs }) => attribs['aria-label']);
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
  },
);

test('security.txt holds for a month at least: build the site anew when this fails', () => {
  const text = readFileSync(join(builtDir, '.well-known/security.txt'), 'utf8');
  const expires = Date.parse(/^Expires: (.+)$/m.exec(text)?.[1] ?? '');
  const days = (expires - Date.now()) / 86_400_000;
  expect(days).toBeGreaterThan(30);
  // RFC 9116 advises against more than a year.
  expect(days).toBeLessThan(367);
});
