import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { siteConfig } from '../../src/site.config.ts';
import { builtDir, pages } from './built-site.ts';

const origin = new URL(siteConfig.url).origin;
const idsOf = new Map(
  pages.map(({ path, $ }) => [
    path,
    new Set(
      $('[id]')
        .toArray()
        .map((element) => $(element).attr('id')),
    ),
  ]),
);

/** Addresses of consulted sources, as they were read: some bodies still publish without TLS. */
const sourceAddresses = new Set(
  globSync('content/{facts,help}/*.yaml').flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(/^ {2,4}url: (\S+)$/gm)].map(([, url]) => url as string),
  ),
);

/** What is wrong with a link of a page, or nothing. */
const problemOf = (from: string, href: string): string | undefined => {
  if (/^(mailto|tel|data):/.test(href)) return undefined;
  const url = new URL(href, `${origin}${from}`);
  if (url.origin !== origin)
    return url.protocol === 'https:' || sourceAddresses.has(href) ? undefined : `${href}: not https`;
  const path = decodeURI(url.pathname);
  if (!existsSync(join(builtDir, path.endsWith('/') ? `${path}index.html` : path)))
    return `${href}: no such page`;
  if (!path.endsWith('/') && !/\.[a-z0-9]+$/.test(path)) return `${href}: no slash at the end`;
  const fragment = decodeURIComponent(url.hash.slice(1));
  return fragment && idsOf.has(path) && !idsOf.get(path)?.has(fragment)
    ? `${href}: no such place`
    : undefined;
};

describe('links', () => {
  test.each(pages.map((page) => [page.path, page] as const))(
    '%s leads somewhere with every link',
    (path, { $ }) => {
      const targets = [
        ...$('a[href], link[href]:not([rel=canonical]):not([rel=alternate])')
          .toArray()
          .map((e) => $(e).attr('href')),
        ...$('[src]')
          .toArray()
          .map((e) => $(e).attr('src')),
        ...$('form[action]')
          .toArray()
          .map((e) => $(e).attr('action')),
      ].filter((target) => target !== undefined);
      expect([...new Set(targets)].map((target) => problemOf(path, target)).filter(Boolean)).toEqual([]);
      expect(targets.length).toBeGreaterThan(5);
    },
  );

  test.each(pages.map((page) => [page.path, page] as const))(
    '%s loads nothing from elsewhere',
    (_path, { $ }) => {
      const loaded = $('[src], link[rel=stylesheet], link[rel=preload], link[rel=icon]')
        .toArray()
        .map((element) => $(element).attr('src') ?? $(element).attr('href') ?? '');
      expect(loaded.filter((address) => /^(https?:)?\/\//.test(address))).toEqual([]);
    },
  );
});

describe('language alternates', () => {
  const alternatesOf = (page: (typeof pages)[number]): Map<string, string> =>
    new Map(
      page
        .$('link[rel=alternate][hreflang]')
        .toArray()
        .map((element) => [
          page.$(element).attr('hreflang') as string,
          new URL(page.$(element).attr('href') as string).pathname,
        ]),
    );

  test('answer each other, and name the Italian page as the default', () => {
    const wrong = pages.flatMap((page) => {
      const alternates = alternatesOf(page);
      if (alternates.size === 0) return [];
      const own = page.$('html').attr('lang') as string;
      return [
        ...(alternates.get(own) === page.path ? [] : [`${page.path}: does not name itself`]),
        ...(alternates.get('x-default') === alternates.get('it') ? [] : [`${page.path}: x-default`]),
        ...[...alternates]
          .filter(([lang]) => lang !== 'x-default')
          .flatMap(([, path]) => {
            const other = pages.find((candidate) => candidate.path === path);
            return other && alternatesOf(other).get(own) === page.path
              ? []
              : [`${page.path} → ${path}: no answer`];
          }),
      ];
    });
    expect(wrong).toEqual([]);
  });
});
