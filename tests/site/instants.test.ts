import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { pagesIn, type BuiltPage } from './built-site.ts';
import { looksAtEverything } from './depth.ts';
import { builtFixtureSite } from './fixture-site.ts';
import { fewOf, speakFew } from '../few-languages.ts';

type States = Record<'lgnetea' | 'lgnet2' | 'lgnet3', 'to-come' | 'running' | 'concluded'>;

/** Three days on which somebody reads the site, and what is true on them. */
const instants: readonly [string, string, States][] = [
  ['2023', '2023-12-01T12:00:00+01:00', { lgnetea: 'concluded', lgnet2: 'running', lgnet3: 'to-come' }],
  ['2026', '2026-11-21T12:00:00+01:00', { lgnetea: 'concluded', lgnet2: 'concluded', lgnet3: 'running' }],
  ['2028', '2028-05-01T12:00:00+02:00', { lgnetea: 'concluded', lgnet2: 'concluded', lgnet3: 'concluded' }],
];

const forms = ['to-come', 'running', 'concluded'] as const;
type Form = (typeof forms)[number];

const stringsOf = (lang: string): Record<string, unknown> =>
  JSON.parse(readFileSync(`content/ui/${lang}.json`, 'utf8')) as Record<string, unknown>;

/** The longest piece of a string that no parameter interrupts: it is told from its other forms by it. */
const piecesOf = (text: string): string[] => text.split(/\{\w+\}/).filter((piece) => piece.trim().length > 8);

/** What the told-first edition's strings say in a form and in no other. */
const tellingPieces = (lang: string, form: Form): string[] => {
  const strings = stringsOf(lang);
  const families = Object.keys(strings)
    .filter((key) => key.endsWith('.running') && key !== 'edition.running')
    .map((key) => key.replace(/\.running$/, ''));
  expect(families.length).toBeGreaterThanOrEqual(4);
  return families.flatMap((family) => {
    const others = forms
      .filter((other) => other !== form)
      .map((other) => String(strings[`${family}.${other}`]));
    return piecesOf(String(strings[`${family}.${form}`])).filter(
      (piece) => !others.some((other) => other.includes(piece.trim())),
    );
  });
};

/** Today is the site itself, and of the years after it the first is the furthest from what is told today. */
const looked = looksAtEverything ? instants : instants.slice(0, 1);
const spoken = fewOf(['it', 'fr', 'ar']);

describe.each(looked)('read in %s', (name, now, states) => {
  let pages: BuiltPage[] = [];
  let dir = '';
  const text = (path: string): string =>
    pages
      .find((page) => page.path === path)
      ?.$('main')
      .text()
      .replace(/\s+/g, ' ') ?? '';

  beforeAll(async () => {
    ({ dir } = await builtFixtureSite(
      `instant-${name}`,
      (content) => {
        speakFew(content.dir, spoken);
      },
      { SITE_NOW: now },
    ));
    pages = pagesIn(dir);
  }, 300_000);

  test.each(spoken)('no page in %s says of LgNet2 what is not so', (lang) => {
    const wrong = forms.filter((form) => form !== states.lgnet2).flatMap((form) => tellingPieces(lang, form));
    expect(wrong.length).toBeGreaterThan(2);
    const own = pages.filter(({ $ }) => $('html').attr('lang') === lang);
    expect(own.length).toBeGreaterThan(30);
    // What was done by then is told as past even of an edition that is running, but not where its story begins.
    const asked =
      states.lgnet2 === 'concluded'
        ? own
        : own.filter(({ path }) => /^\/(?:\w\w\/)?(?:citta\/\w+\/)?$/.test(path));
    const found = asked.flatMap(({ path, html }) =>
      wrong.filter((piece) => html.includes(piece.trim())).map((piece) => `${path}: ${piece}`),
    );
    expect(found).toEqual([]);
  });

  test('every edition tells its state on the home page, in the list of cities and on its own page', () => {
    const words = stringsOf('it');
    const start = {
      'to-come': 'edition.to-come',
      running: 'edition.running',
      concluded: 'edition.concluded',
    } as const;
    for (const path of ['/', '/citta/', '/progetto/', '/mappa/']) {
      for (const [id, state] of Object.entries(states)) {
        const edition = { lgnetea: 'LGNetEA', lgnet2: 'LgNet2', lgnet3: 'LGNET3' }[id] as string;
        const said = String(words[start[state]]).split(' {')[0] as string;
        expect(text(path), `${path} ${edition}`).toMatch(
          new RegExp(`${edition}(?:\\s*|: \\d+ città · )${said}`),
        );
      }
    }
  });

  test('the open data say the same', () => {
    const rows = JSON.parse(readFileSync(join(dir, 'dati/edizioni.json'), 'utf8')) as unknown;
    const list = (Array.isArray(rows) ? rows : Object.values(rows as object).find(Array.isArray)) as {
      id: string;
      stato: string;
    }[];
    expect(Object.fromEntries(list.map(({ id, stato }) => [id, stato]))).toEqual(states);
  });

  test('what an edition offers is help only while it is running', () => {
    const offered = pages.find(({ path }) => path === '/aiuto/')?.$('#genova-one-stop-shop-lgnet3').length;
    expect(offered).toBe(states.lgnet3 === 'running' ? 1 : 0);
    expect(existsSync(join(dir, 'aiuto/index.html'))).toBe(true);
  });
});
