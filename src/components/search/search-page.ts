import { collation } from '../../lib/collation.ts';
import type { LettersOf } from '../../lib/letters.ts';
import { withSeparators, type NumberSeparators } from '../../lib/number-separators.ts';
import { keepInLanguages } from '../keep-in-languages.ts';
import {
  bestBet,
  didYouMean,
  fewerWords,
  queryVariants,
  type BestBet,
  type SynonymGroup,
} from './query-variants.ts';

/** Pagefind's own API, as far as it is used here (https://pagefind.app/docs/api/). */
interface Pagefind {
  options: (options: { noWorker: boolean }) => Promise<void>;
  init: () => Promise<void>;
  filters: () => Promise<Record<string, Record<string, number>>>;
  search: (
    query: string | null,
    options?: { filters?: Record<string, string>; sort?: Record<string, 'asc' | 'desc'> },
  ) => Promise<PagefindAnswer | null>;
}

interface PagefindAnswer {
  results: { id: string; score: number; data: () => Promise<PagefindPage> }[];
}

interface PagefindPage {
  url: string;
  excerpt: string;
  meta: Record<string, string>;
  sub_results: { title: string; url: string; excerpt: string }[];
}

/** What the page hands to its script. */
export interface SearchData {
  locale: string;
  /** Separators of numbers, where they are not those of the locale. */
  numbers?: NumberSeparators | undefined;
  /** The article that alphabetical lists skip. */
  article?: string | undefined;
  letters: LettersOf;
  filters: readonly string[];
  strings: {
    all: string;
    searching: string;
    results: Record<string, string>;
    none: string;
    didYouMean: string;
    /** What is said before the number of results when only `{words}` were found. */
    fewerWords: string;
  };
  synonyms: readonly SynonymGroup[];
  suggestions: readonly string[];
  /** Parts of the site, which come first for those who type their name. */
  bestBets: readonly BestBet[];
}

/** How many results are shown at once; the next ones are asked for with a button. */
const RESULTS_AT_ONCE = 6;

/** What the browser keeps of the page for who comes back from a result. */
interface Visit {
  shown: number;
  scroll: number;
}

/** With fewer, other spellings of the query are asked for too. */
const FEW_RESULTS = 3;

const element = <Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  properties: Partial<HTMLElementTagNameMap[Name]> = {},
  children: readonly (Node | string)[] = [],
): HTMLElementTagNameMap[Name] => {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children);
  return made;
};

/** Pagefind's excerpt is escaped text with <mark>: it is parsed in a document of its own, where nothing runs. */
const excerptNodes = (html: string): Node[] =>
  [...new DOMParser().parseFromString(html, 'text/html').body.childNodes].map((node) =>
    node.nodeName === 'MARK'
      ? element('mark', { textContent: node.textContent ?? '' })
      : document.createTextNode(node.textContent ?? ''),
  );

/** Starts the search page: reads its address, asks the index, shows what it finds. */
export const startSearch = (root: HTMLElement, data: SearchData): void => {
  const form = root.querySelector('form') as HTMLFormElement;
  const input = form.elements.namedItem('q') as HTMLInputElement;
  const status = root.querySelector('[role=status]') as HTMLElement;
  const list = root.querySelector('ol') as HTMLOListElement;
  const more = root.querySelector('[data-more]') as HTMLButtonElement;
  const help = root.querySelector('[data-no-results]') as HTMLElement;
  const selects = [...form.querySelectorAll('select')];
  const plural = new Intl.PluralRules(data.locale);
  const numbers = new Intl.NumberFormat(data.locale, { useGrouping: 'always' });
  const compare = collation(data.locale, data.article);
  const byName = ([a]: [string, number], [b]: [string, number]): number => compare(a, b);
  const inWords = (value: number): string => withSeparators(numbers, value, data.numbers);

  let engine: Promise<Pagefind> | undefined;
  const load = (): Promise<Pagefind> => {
    engine ??= (async () => {
      const path = '/pagefind/pagefind.js';
      const pagefind = (await import(/* @vite-ignore */ path)) as Pagefind;
      // The index is small: a worker would cost its own script and save nothing.
      await pagefind.options({ noWorker: true });
      await pagefind.init();
      const known = await pagefind.filters();
      for (const select of selects.filter(({ name }) => name in known)) {
        const wanted = new URLSearchParams(location.search).get(select.name) ?? '';
        for (const [value, count] of Object.entries(known[select.name] ?? {}).sort(byName)) {
          select.append(
            element('option', {
              value,
              textContent: `${value} (${inWords(count)})`,
              selected: value === wanted,
            }),
          );
        }
      }
      return pagefind;
    })();
    return engine;
  };

  const chosen = (): Record<string, string> =>
    Object.fromEntries(
      selects
        .filter(({ name, value }) => data.filters.includes(name) && value !== '')
        .map(({ name, value }) => [name, value]),
    );

  const announce = (count: number, words?: string): void => {
    const results = data.strings.results[plural.select(count)] ?? data.strings.results['other'] ?? '';
    status.textContent = [
      ...(words === undefined ? [] : [data.strings.fewerWords.replace('{words}', words)]),
      results.replace('{count}', inWords(count)),
    ].join(' ');
  };

  let bet: SearchData['bestBets'][number] | undefined;
  const append = (pages: readonly PagefindPage[]): void => {
    const others = pages.filter(({ url }) => url !== bet?.href);
    list.hidden = false;
    list.append(
      ...others.map((page) => {
        const place = page.sub_results.find(({ url }) => url !== page.url);
        const best = page.sub_results[0] ?? { url: page.url, excerpt: page.excerpt };
        const meta = ['kind', 'city', 'date'].flatMap((name) => page.meta[name] ?? []);
        return element('li', {}, [
          element('h2', {}, [element('a', { href: best.url, textContent: page.meta['title'] ?? page.url })]),
          element(
            'p',
            { className: 'meta' },
            meta.map((text) => element('span', { textContent: text })),
          ),
          element('p', {}, excerptNodes(best.excerpt)),
          ...(place && place.url !== best.url
            ? [
                element('p', { className: 'search-place' }, [
                  element('a', { href: place.url, textContent: place.title }),
                ]),
              ]
            : []),
        ]);
      }),
    );
  };

  const showNone = (query: string): void => {
    const meant = didYouMean(query, data.suggestions);
    status.replaceChildren(
      data.strings.none,
      ...(meant
        ? [
            ` ${data.strings.didYouMean} `,
            element('a', { href: `?q=${encodeURIComponent(meant)}`, textContent: meant }),
          ]
        : []),
    );
    list.replaceChildren();
    list.hidden = true;
  };

  let rest: readonly { data: () => Promise<PagefindPage> }[] = [];
  const showNext = async (count = RESULTS_AT_ONCE): Promise<readonly PagefindPage[]> => {
    const next = rest.slice(0, count);
    rest = rest.slice(count);
    return Promise.all(next.map((result) => result.data()));
  };
  // The browser finds its place again only on a page that is long enough, and results come later than that.
  list.addEventListener('click', ({ target }) => {
    if (!(target as Element).closest('a')) return;
    const visit: Visit = { shown: list.querySelectorAll('h2').length, scroll: scrollY };
    history.replaceState(visit, '');
  });
  more.addEventListener('click', () => {
    void showNext().then((pages) => {
      const first = list.children.length;
      append(pages);
      more.hidden = rest.length === 0;
      list.children[first]?.querySelector('a')?.focus();
    });
  });

  let latest = 0;
  const run = async (before?: Visit | null): Promise<void> => {
    const turn = (latest += 1);
    const query = input.value.trim();
    const filters = chosen();
    help.hidden = true;
    more.hidden = true;
    if (query === '' && Object.keys(filters).length === 0) {
      status.textContent = '';
      list.replaceChildren();
      list.hidden = true;
      return;
    }
    status.textContent = data.strings.searching;
    const pagefind = await load();
    const byDate = selects.find(({ name }) => name === 'order')?.value === 'date';
    const options = { filters: chosen(), ...(byDate ? { sort: { date: 'desc' as const } } : {}) };
    const ask = (asked: readonly (string | null)[]): Promise<(PagefindAnswer | null)[]> =>
      Promise.all(asked.map((variant) => pagefind.search(variant, options)));
    const { first, otherwise } = queryVariants(query, data.synonyms, data.letters);
    let answers = await ask(query === '' ? [null] : first);
    if (answers.every((answer) => (answer?.results.length ?? 0) < FEW_RESULTS) && otherwise.length > 0)
      answers = [...answers, ...(await ask(otherwise))];
    let fewer: string | undefined;
    if (query !== '' && answers.every((answer) => !answer?.results.length)) {
      for (const step of fewerWords(query)) {
        const without = await ask(step);
        const index = without.findIndex((answer) => answer?.results.length);
        if (index === -1) continue;
        fewer = step[index];
        answers = without.slice(index, index + 1);
        break;
      }
    }
    if (turn !== latest) return;
    // What was typed counts more than what it may mean.
    const found = new Map<string, { score: number; data: () => Promise<PagefindPage> }>();
    answers.forEach((answer, index) => {
      for (const result of answer?.results ?? []) {
        const score = byDate ? 0 : result.score * (index === 0 ? 1 : 0.5);
        if ((found.get(result.id)?.score ?? -1) < score) found.set(result.id, { score, data: result.data });
      }
    });
    const ordered = [...found.values()].sort((a, b) => b.score - a.score);
    bet = bestBet(query, data.bestBets);
    rest = ordered;
    const pages = await showNext(before?.shown);
    if (turn !== latest) return;
    list.replaceChildren(
      ...(bet
        ? [element('li', {}, [element('h2', {}, [element('a', { href: bet.href, textContent: bet.label })])])]
        : []),
    );
    // Where not all was found, another language may have it.
    help.hidden = ordered.length > 0 && fewer === undefined;
    if (ordered.length > 0) {
      announce(ordered.length, fewer);
      append(pages);
      more.hidden = rest.length === 0;
      if (before) scrollTo({ top: before.scroll, behavior: 'instant' });
    } else showNone(query);
  };

  /** Whoever changes the language asks the same; the other choices have other names there. */
  const keepWords = (): void => {
    const words = input.value.trim();
    keepInLanguages(words === '' ? '' : `?q=${encodeURIComponent(words)}`, help);
  };

  const remember = (): void => {
    const address = new URLSearchParams();
    if (input.value.trim() !== '') address.set('q', input.value.trim());
    for (const { name, value } of selects) if (value !== '') address.set(name, value);
    history.replaceState(null, '', address.size > 0 ? `?${address}` : location.pathname);
    keepWords();
  };

  let waiting: ReturnType<typeof setTimeout> | undefined;
  const soon = (): void => {
    clearTimeout(waiting);
    waiting = setTimeout(() => {
      remember();
      void run();
    }, 200);
  };

  const fold = root.querySelector('[aria-controls=search-filters]');
  fold?.addEventListener('click', () => {
    fold.setAttribute('aria-expanded', String(fold.getAttribute('aria-expanded') !== 'true'));
    void load();
  });
  // Who comes to a choice with the keyboard finds it open, and it stays so.
  root.querySelector('#search-filters')?.addEventListener('focusin', () => {
    fold?.setAttribute('aria-expanded', 'true');
    void load();
  });
  input.addEventListener('focus', () => void load(), { once: true });
  input.addEventListener('input', soon);
  form.addEventListener('change', soon);
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    remember();
    void run();
  });
  const asked = new URLSearchParams(location.search);
  input.value = asked.get('q') ?? '';
  // The other choices come with the index.
  const order = selects.find(({ name }) => name === 'order');
  if (order) order.value = asked.get('order') ?? '';
  keepWords();
  const before = history.state as Visit | null;
  if (before) history.scrollRestoration = 'manual';
  if (location.search) void load().then(() => run(before));
};
