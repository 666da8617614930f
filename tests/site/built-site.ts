import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { load, type CheerioAPI } from 'cheerio';
import { isCompressedCopy } from '../../src/hosting/content-types.ts';
import { serveFolder } from './serve.ts';

export { keptBrowser, leaveBrowser } from './serve.ts';

/** The folder of the built site that the tests look at. */
export const builtDir = resolve(process.env['SITE_OUT_DIR'] ?? 'dist');

const walk = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory()
      ? walk(join(folder, entry.name))
      : isCompressedCopy(entry.name)
        ? []
        : [join(folder, entry.name)],
  );

/** All files of the site, as addresses; not their compressed copies (tests/site/hosting.test.ts). */
export const files = (): string[] => walk(builtDir).map((file) => file.slice(builtDir.length));

/** A page of the site: its address, its file and its text; read as a document by the first who asks. */
export interface BuiltPage {
  readonly path: string;
  readonly file: string;
  readonly html: string;
  readonly $: CheerioAPI;
}

const page = (file: string, html: string): BuiltPage => {
  let document: CheerioAPI | undefined;
  return {
    path: file.replace(/index\.html$/, ''),
    file,
    html,
    get $() {
      return (document ??= load(html));
    },
  };
};

/** What stands at an address that was left is no page: it sends on (tests/site/hosting.test.ts). */
const isSign = (html: string): boolean => html.includes('http-equiv="refresh"');

/** All public pages of the site in a folder: the editors' form is none, nor what others show in frames (frames.test.ts). */
export const pagesIn = (dir: string): BuiltPage[] =>
  walk(dir)
    .map((file) => file.slice(dir.length))
    .filter((file) => file.endsWith('.html') && !/^\/(?:admin|riquadri)\//.test(file))
    .sort()
    .flatMap((file) => {
      const html = readFileSync(join(dir, file), 'utf8');
      return isSign(html) ? [] : [page(file, html)];
    });

/** All pages of the site. */
export const pages: readonly BuiltPage[] = pagesIn(builtDir);

/**
 * The page at an address.
 * @throws RangeError when there is none
 */
export const pageAt = (path: string): BuiltPage => {
  const page = pages.find((candidate) => candidate.path === path);
  if (!page) throw new RangeError(`The built site has no page ${path}.`);
  return page;
};

/** Serves a built site on a free port of this machine. */
export const serve = (dir = builtDir): ReturnType<typeof serveFolder> => serveFolder(dir);
