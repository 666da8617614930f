import { describe, expect, test } from 'vitest';
import { pages, type BuiltPage } from './built-site.ts';
import { looksAtEverything, pageOfEachTemplate } from './depth.ts';

const looked = looksAtEverything ? pages : ['it', 'ar'].flatMap((lang) => pageOfEachTemplate(pages, lang));

/** The words of a heading or a link, as they are read out. */
const wordsOf = ($: BuiltPage['$'], element: Parameters<BuiltPage['$']>[0]): string => {
  const named = $(element as string);
  const pictures = named.find('img[alt]').toArray();
  const said = [named.text(), ...pictures.map((picture) => $(picture).attr('alt') ?? '')].join(' ');
  return (named.attr('aria-label') ?? said).replace(/\s+/g, ' ').trim();
};

/** Levels of headings that are left out on the way down. */
const gaps = ({ $ }: BuiltPage): string[] => {
  let before = 0;
  return $('h1, h2, h3, h4, h5, h6')
    .toArray()
    .flatMap((heading) => {
      const level = Number(heading.tagName.slice(1));
      const gap = level > before + 1;
      before = level;
      return gap ? [`${heading.tagName} “${wordsOf($, heading)}”`] : [];
    });
};

/** Links of the same words that lead to different places, though neither the part of the page nor the language tells them apart. */
const alike = ({ path, $ }: BuiltPage): string[] => {
  const places = new Map<string, Set<string>>();
  for (const link of $('a[href]').toArray()) {
    const part = $(link).closest('nav, aside, footer, header, figure').attr('aria-label') ?? '';
    const lang = $(link).closest('[lang]').attr('lang') ?? '';
    const name = [part, lang, wordsOf($, link)].join(' | ');
    const { origin, pathname, search, hash } = new URL(
      $(link).attr('href') ?? '',
      `https://site.example${path}`,
    );
    // A place on this page is one of its own; on another page it is that page.
    const place = `${origin}${pathname}${search}${pathname === path ? hash : ''}`;
    places.set(name, (places.get(name) ?? new Set()).add(place));
  }
  return [...places].flatMap(([name, led]) => (led.size > 1 ? [`${name}: ${[...led].join(' ')}`] : []));
};

/** Words that say nothing without what stands around them. */
const BARE =
  /^(?:qui|clicca qui|leggi|leggi (?:tutto|di più)|continua|vai|altro|scopri|scopri di più|here|click here|read more|more|learn more|ici|cliquez ici|lire la suite|en savoir plus|aquí|haga clic aquí|leer más|más|هنا|اضغط هنا|المزيد|اقرأ المزيد|тут|докладніше|читати далі)[.…»→>]*$/iu;

describe('on every page', () => {
  test('the headings are an outline: one at the top, and no level left out', () => {
    const faulty = looked.flatMap((page) => {
      const tops = page.$('h1').length;
      const found = [...(tops === 1 ? [] : [`${tops} of the first level`]), ...gaps(page)];
      return found.length > 0 ? [`${page.path}: ${found.join(', ')}`] : [];
    });
    expect(faulty).toEqual([]);
  });

  test('a link says where it leads, alone', () => {
    const faulty = looked.flatMap((page) => {
      const { path, $ } = page;
      const bare = $('a[href]')
        .toArray()
        .map((link) => wordsOf($, link as never))
        .filter((words) => words === '' || BARE.test(words));
      const found = [...bare.map((words) => `“${words}”`), ...alike(page)];
      return found.length > 0 ? [`${path}: ${found.join(', ')}`] : [];
    });
    expect(faulty).toEqual([]);
  });
});
