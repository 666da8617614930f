import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { load } from 'cheerio';
import { changedWords, type ChangedWords } from './changed-words.ts';

/** A page of one of two built sites. */
export interface ComparedPage {
  /** Address, `/citta/palermo/`. */
  path: string;
  title: string;
}

/** A page that is in both sites, with what its readers would find otherwise. */
export interface ChangedPage extends ComparedPage {
  words: ChangedWords[];
}

/** What the readers of a new site would find otherwise than in the old one. */
export interface SiteComparison {
  added: ComparedPage[];
  changed: ChangedPage[];
  removed: ComparedPage[];
  /** Files to take away that the old site did not have, with their size in bytes. */
  newDownloads: { path: string; bytes: number }[];
  removedDownloads: string[];
}

const DOWNLOAD = /\.(pdf|docx|txt|md|zip|csv|json|geojson|jsonld|vtt|srt|xml|png|jpg)$/;
const NOT_FOR_READERS = /^\/(pagefind|_astro|admin)\/|^\/(sitemap.*\.xml|robots\.txt|\.well-known\/.*)$/;

const filesOf = (dir: string): string[] =>
  existsSync(dir)
    ? readdirSync(dir, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath, entry.name).slice(dir.length).replaceAll('\\', '/'))
        .filter((path) => !NOT_FOR_READERS.test(path))
        .sort()
    : [];

/** What a link to a file says of it, with the marks that keep its order in a line from right to left: `PNG (78 kB)`. */
const FILE_AND_SIZE =
  /^[\u2066-\u2069]?[A-Z]{2,5}[\u2066-\u2069]?\s[\u2066-\u2069]?\(.*\p{N}.*\)[\u2066-\u2069]?$/u;

/** What stands on lines of its own. */
const PASSAGES = 'h1, h2, h3, h4, p, li, dt, dd, td, th, figcaption, summary, blockquote, caption';

/** A page as its readers see it: its title and the words, links and pictures of its main part. */
const readPage = (
  dir: string,
  file: string,
): { page: ComparedPage; language: string; seen: string; passages: () => string[] } => {
  const $ = load(readFileSync(join(dir, file), 'utf8'));
  const main = $('main');
  main.find('script, style').remove();
  // How large a file is changes with every word in it: it is no change of the page.
  main
    .find('span:not(:has(*))')
    .filter((_, span) => FILE_AND_SIZE.test($(span).text()))
    .each((_, span) => void $(span).text($(span).text().split(' ')[0] ?? ''));
  const links = main
    .find('a[href], img[src]')
    .toArray()
    .map((element) => $(element).attr('href') ?? $(element).attr('src'));
  return {
    page: {
      path: file.replace(/index\.html$/, ''),
      title: $('h1').first().text().trim() || $('title').text(),
    },
    language: $('html').attr('lang') ?? '',
    seen: JSON.stringify([$('title').text(), main.text().replace(/\s+/g, ' ').trim(), links]),
    passages: () => {
      const inMain = main
        .find(PASSAGES)
        .toArray()
        // A list in a list is told by its own items.
        .filter((element) => $(element).find(PASSAGES).length === 0)
        .map((element) => $(element).text().replace(/\s+/g, ' ').trim());
      return [$('title').text(), ...inMain].filter((text) => text !== '');
    },
  };
};

/**
 * Compares two built sites as their readers would.
 * @param before folder of the site as it is; when there is none, everything is new
 * @param after folder of the site as it would be
 */
export const compareSites = (before: string, after: string): SiteComparison => {
  const [old, next] = [new Set(filesOf(before)), new Set(filesOf(after))];
  const isPage = (file: string): boolean => file.endsWith('.html');
  const isDownload = (file: string): boolean => DOWNLOAD.test(file);
  const only = (files: ReadonlySet<string>, others: ReadonlySet<string>): string[] =>
    [...files].filter((file) => !others.has(file));
  // Who corrects a text looks for it in the language that it was written in: its pages come first.
  const home = existsSync(join(after, 'index.html')) ? readPage(after, 'index.html').language : '';
  const homeFirst = <Told>(pages: readonly { language: string; told: Told }[]): Told[] =>
    [...pages]
      .sort((a, b) => Number(b.language === home) - Number(a.language === home))
      .map(({ told }) => told);
  const pagesOf = (dir: string, files: readonly string[]): ComparedPage[] =>
    homeFirst(
      files.filter(isPage).map((file) => {
        const { page, language } = readPage(dir, file);
        return { language, told: page };
      }),
    );
  const changed = [...next]
    .filter((file) => isPage(file) && old.has(file))
    .flatMap((file) => {
      const [was, now] = [readPage(before, file), readPage(after, file)];
      if (was.seen === now.seen) return [];
      const words = changedWords(was.passages(), now.passages());
      return [{ language: now.language, told: { ...now.page, words } }];
    });
  return {
    added: pagesOf(after, only(next, old)),
    removed: pagesOf(before, only(old, next)),
    changed: homeFirst(changed),
    newDownloads: only(next, old)
      .filter(isDownload)
      .map((path) => ({ path, bytes: statSync(join(after, path)).size })),
    removedDownloads: only(old, next).filter(isDownload),
  };
};
