import { everywhere, inFolders, type Headers } from './headers.ts';
import { redirects } from './redirects.ts';

const rule = (path: string, headers: Headers): string =>
  [path, ...Object.entries(headers).map(([name, value]) => `  ${name}: ${value}`)].join('\n');

/**
 * `_headers` for Netlify and Cloudflare Pages. Both join the values of all rules that match an address, so a header stands in
 * two of them only where two values hold together. Cloudflare counts 100 rules at most, and 2,000 characters a line.
 */
export const headersFile = (): string => {
  // A folder inside another has the other's headers already.
  const own = inFolders.map(({ folder, headers }) => {
    const outer = inFolders.filter((other) => other.folder !== folder && folder.startsWith(other.folder));
    const inherited = new Set(outer.flatMap((other) => Object.keys(other.headers)));
    const left = Object.entries(headers).filter(([name]) => !inherited.has(name));
    return rule(`${folder}*`, Object.fromEntries(left));
  });
  return `${[rule('/*', everywhere), ...own].join('\n\n')}\n`;
};

/**
 * `_redirects` for the same hosts, and the missing page of each language for Netlify; Cloudflare finds the nearest
 * `404.html` by itself, and passes those lines over.
 * @param prefixes what addresses of the languages other than the first begin with: `en`, `ar` …
 */
export const redirectsFile = (prefixes: readonly string[]): string =>
  [
    ...redirects.map(({ from, to }) => `${from} ${to} 301`),
    ...prefixes.map((prefix) => `/${prefix}/* /${prefix}/404.html 404`),
    '',
  ].join('\n');
