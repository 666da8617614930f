import { describe, expect, test } from 'vitest';
import { contentTypes, isCompressedCopy, isCompressible } from '../../src/hosting/content-types.ts';
import { everywhere, inFolders } from '../../src/hosting/headers.ts';
import { nginxConf } from '../../src/hosting/nginx.ts';
import { headersFile, redirectsFile } from '../../src/hosting/static-host.ts';

test('deploy/nginx.conf is what the list of headers says', () =>
  expect(nginxConf()).toMatchFileSnapshot('../../deploy/nginx.conf'));

describe('_headers', () => {
  const folders = ['_astro', 'admin', 'citta', 'dati', 'en', 'pagefind', 'riquadri'];
  const rules = headersFile(folders)
    .trim()
    .split('\n\n')
    .map((text) => {
      const [path = '', ...lines] = text.split('\n');
      return { path, lines, names: lines.map((line) => line.trim().split(': ')[0] as string) };
    });
  const matching = (address: string): typeof rules =>
    rules.filter(({ path }) =>
      path.endsWith('*') ? address.startsWith(path.slice(0, -1)) : address === path,
    );

  test('begins with what holds everywhere', () => {
    expect(rules[0]?.path).toBe('/*');
    expect([...(rules[0]?.names ?? []), 'Content-Security-Policy'].sort()).toEqual(
      Object.keys(everywhere).sort(),
    );
  });

  test.each([
    ['/', "frame-ancestors 'none'"],
    ['/citta/palermo/', "frame-ancestors 'none'"],
    ['/en/citta/palermo/', "frame-ancestors 'none'"],
    ['/riquadri/it/citta/palermo/', 'frame-ancestors *'],
  ])('%s: %s', (address, ancestors) => {
    const policies = matching(address).flatMap(({ lines }) =>
      lines.filter((line) => line.includes('frame-ancestors')),
    );
    expect(policies).toHaveLength(1);
    expect(policies[0]).toContain(ancestors);
  });

  test.each(['/', '/citta/palermo/', '/admin/', '/admin/assets/a.js', '/_astro/a.js', '/dati/citta.csv'])(
    '%s gets no header twice but the policy, of which browsers keep both',
    (address) => {
      const names = matching(address).flatMap((rule) => rule.names);
      const twice = names.filter((name, index) => names.indexOf(name) !== index);
      expect(twice.filter((name) => name !== 'Content-Security-Policy')).toEqual([]);
    },
  );

  test('stays below what the hosts read', () => {
    expect(rules.length).toBeLessThanOrEqual(100);
    expect(Math.max(...rules.flatMap(({ lines }) => lines.map((line) => line.length)))).toBeLessThan(2000);
  });
});

test('_redirects names the missing page of each language', () => {
  const lines = redirectsFile(['en', 'ar']).trim().split('\n');
  expect(lines).toContain('/ar/* /ar/404.html 404');
  expect(lines).toContain('/sitemap.xml /sitemap-index.xml 301');
});

test.each([
  ['/index.html', true],
  ['/dati/citta.csv', true],
  ['/admin/assets/a.wasm', true],
  ['/foto.webp', false],
  ['/pagefind/fragment/it_1.pf_fragment', false],
  ['/.well-known/security', false],
])('%s is compressed: %s', (path, answer) => expect(isCompressible(path)).toBe(answer));

test('a compressed copy is known by its name', () => {
  expect(isCompressedCopy('/index.html.br')).toBe(true);
  expect(isCompressedCopy('/index.html')).toBe(false);
});

test('every ending has one type', () => {
  const endings = contentTypes.flatMap((type) => type.endings);
  expect(new Set(endings).size).toBe(endings.length);
});

test('only what has the hash of its content in its name is kept for ever', () => {
  const forever = inFolders.filter(({ headers }) => headers['Cache-Control']?.includes('immutable'));
  expect(forever.map(({ folder }) => folder)).toEqual([
    '/_astro/',
    '/pagefind/filter/',
    '/pagefind/fragment/',
    '/pagefind/index/',
    '/admin/assets/',
  ]);
});
