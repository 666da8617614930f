import { addresses } from '../lib/addresses.ts';
import { everywhere, inFolders, inFrames, type Headers } from './headers.ts';
import { redirects } from './redirects.ts';

const rule = (path: string, headers: Headers): string =>
  [path, ...Object.entries(headers).map(([name, value]) => `  ${name}: ${value}`)].join('\n');

/**
 * `_headers` for Netlify and Cloudflare Pages. Both join the values of all rules that match an address, so a header stands in
 * two of them only where two values hold together. Cloudflare counts 100 rules at most, and 2,000 characters a line.
 * @param topFolders names of the folders at the top of the site
 */
export const headersFile = (topFolders: readonly string[]): string => {
  // No rule can take back what another says, so the policy stands at every folder but the one that may be framed.
  const { 'Content-Security-Policy': policy = '', ...others } = everywhere;
  const unframed = topFolders.map((folder) => `/${folder}/`).filter((path) => path !== addresses.frames);
  // A folder inside another has the other's headers already.
  const own = inFolders.map(({ folder, headers }) => {
    const outer = inFolders.filter((other) => other.folder !== folder && folder.startsWith(other.folder));
    const inherited = new Set(outer.flatMap((other) => Object.keys(other.headers)));
    const left = Object.entries(headers).filter(([name]) => !inherited.has(name));
    return rule(`${folder}*`, Object.fromEntries(left));
  });
  return `${[
    rule('/*', others),
    ...['/', ...unframed.map((path) => `${path}*`)].map((path) =>
      rule(path, { 'Content-Security-Policy': policy }),
    ),
    rule(`${addresses.frames}*`, inFrames),
    ...own,
  ].join('\n\n')}\n`;
};

/**
 * `_redirects` for the same hosts, and the missing page of each language for Netlify; Cloudflare finds the nearest
 * `404.html` by itself, and passes those lines over.
 * @param prefixes what addresses of the languages other than the first begin with: `en`, `ar` …
 * @param moved addresses that the content has left
 */
export const redirectsFile = (
  prefixes: readonly string[],
  moved: readonly { from: string; to: string }[] = [],
): string =>
  [
    ...[...redirects, ...moved].map(({ from, to }) => `${from} ${to} 301`),
    ...prefixes.map((prefix) => `/${prefix}/* /${prefix}/404.html 404`),
    '',
  ].join('\n');
