import { languages } from '../../src/i18n/languages.ts';
import type { BuiltPage } from './built-site.ts';

export { looksAtEverything } from '../depth.ts';

/** The language of a page: the first part of its path, or Italian. */
const languageOf = (path: string): string => /^\/([a-z]{2,3})\//.exec(path)?.[1] ?? 'it';

/** The page without its language, and with one star for each name of a city, a note, a day …: `/citta/*`. */
const templateOf = (path: string): string => {
  const [first = '', ...rest] = path
    .replace(/^\/[a-z]{2,3}(?=\/)/, '')
    .split('/')
    .filter((part) => part !== '');
  return ['', first, ...rest.map(() => '*')].join('/');
};

/** Pages in these languages. */
export const inLanguages = (pages: readonly BuiltPage[], languages: readonly string[]): BuiltPage[] =>
  pages.filter(({ path }) => languages.includes(languageOf(path)));

/** A language for each way in which the site's pages and documents look: direction, letters, the room between lines. */
export const differentLanguages: readonly string[] = [
  ...Map.groupBy(languages, ({ dir, screen, documents }) =>
    JSON.stringify([dir, screen, documents]),
  ).values(),
].map(([first]) => first?.code ?? '');

/** Of each template the page of a language that has most on it, in Italian if none is named. */
export const pageOfEachTemplate = (pages: readonly BuiltPage[], lang = 'it'): BuiltPage[] => {
  const largest = new Map<string, BuiltPage>();
  for (const page of inLanguages(pages, [lang])) {
    const template = templateOf(page.path);
    if ((largest.get(template)?.html.length ?? 0) < page.html.length) largest.set(template, page);
  }
  return [...largest.values()];
};
