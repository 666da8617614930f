import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { load } from 'cheerio';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bollettino } from '../../../scripts/bollettino.ts';
import { hostileStrings } from '../../hostile/strings.ts';
import { runCommand } from '../run-command.ts';

const folder = mkdtempSync(join(tmpdir(), 'lgnet-newsletter-'));
const site = join(folder, 'site');
const put = (path: string, text: string): void => {
  mkdirSync(dirname(join(site, path)), { recursive: true });
  writeFileSync(join(site, path), text);
};
const item = (day: string, title: string, summary = 'Che cosa è successo.') => ({
  url: `https://lgnet.example/note-stampa/${day}/`,
  title,
  summary,
  date_published: `${day}T00:00:00+01:00`,
  tags: ['LgNet2', 'Palermo'],
});
const feed = (items: readonly object[], next?: string): string =>
  JSON.stringify({
    home_page_url: 'https://lgnet.example/note-stampa/',
    ...(next && { next_url: `https://lgnet.example${next}` }),
    items,
  });
const notice =
  '<main><div class="notice" data-pagefind-ignore><p>Traduzione <b>di</b> cortesia. <a href="/">Originale</a></p></div></main>';
const home =
  '<meta property="og:site_name" content="LGNet"><div class="funding"><p>Progetto finanziato.</p></div>';

beforeAll(() => {
  put('index.html', home);
  put('ar/index.html', home + notice);
  put(
    'note-stampa/feed.json',
    feed(
      [
        item('2023-11-23', 'Roma'),
        ...hostileStrings.map((text, index) => item(`2023-11-0${(index % 9) + 1}`, text, text)),
      ].map((own, index) => ({ ...own, url: `${own.url}${index}/` })),
      '/note-stampa/feed-1.json',
    ),
  );
  put('note-stampa/feed-1.json', feed([item('2023-10-23', 'Perugia'), item('2023-09-01', 'Prima')]));
  put(
    'ar/note-stampa/feed.json',
    feed([
      item('2023-11-23', 'روما'),
      { ...item('2023-11-22', 'Trieste'), language: 'it' },
      // Years of them: more than a mail holds.
      ...Array.from({ length: 400 }, (_, index) => ({
        ...item('2020-01-01', `ملاحظة ${index}`, 'كلمة '.repeat(30)),
        url: `https://lgnet.example/ar/note-stampa/2020-01-01-${index}/`,
      })),
    ]),
  );
});
afterAll(() => rmSync(folder, { recursive: true }));

const write = async (...args: string[]) => {
  const ended = await runCommand(bollettino, '--sito', site, '--in', folder, '--al', '2023-12-31', ...args);
  const lang = args[args.indexOf('--lingua') + 1] ?? 'it';
  const file = (ending: string): string =>
    readFileSync(join(folder, `bollettino-2023-12-31-${lang}.${ending}`), 'utf8');
  return { ...ended, file };
};

test('a newsletter tells what came out since a day, the newest first, archives included', async () => {
  const { status, out, file } = await write('--dal', '2023-10-01', '--lingua', 'it');
  expect([status, out]).toEqual([0, expect.stringContaining(`${hostileStrings.length + 2} notizie`)]);
  const $ = load(file('html'));
  const titles = $('h2')
    .toArray()
    .map((heading) => $(heading).text());
  expect(titles[0]).toBe('Roma');
  expect(titles.at(-1)).toBe('Perugia');
  expect($('h1').text()).toBe('Notizie dalla rete LGNet');
  expect($('h1 + p').text()).toBe('Dal 1 ottobre 2023 al 31 dicembre 2023');
  expect(file('txt')).toContain('https://lgnet.example/aiuto/');
  expect(file('txt')).toContain('Progetto finanziato.');
});

test('it asks nobody for anything, needs no table, and stays small', async () => {
  const { file } = await write('--dal', '2023-11-10', '--lingua', 'it');
  const html = file('html');
  const $ = load(html);
  expect($('img, script, link, table, iframe, form, [background]').length).toBe(0);
  expect(
    $('a')
      .toArray()
      .every((link) => $(link).attr('href')?.startsWith('https://lgnet.example/')),
  ).toBe(true);
  expect(html.length).toBeLessThan(100_000);
  expect(html).toContain('color-scheme');
  for (const line of file('txt').split('\n')) expect(line.startsWith('http') || line.length <= 72).toBe(true);
});

test('a hostile text is a text', async () => {
  const { file } = await write('--dal', '2023-10-01', '--lingua', 'it');
  const $ = load(file('html'));
  const said = new Set(
    $('.item > p:last-child')
      .toArray()
      .map((paragraph) => $(paragraph).text()),
  );
  // A line end of Windows is one for HTML too.
  expect(hostileStrings.filter((text) => !said.has(text.replaceAll('\r\n', '\n')))).toEqual([]);
  expect($('script, img, svg, base, form').length).toBe(0);
});

test('from right to left where the language is', async () => {
  const { file } = await write('--dal', '2023-10-01', '--lingua', 'ar');
  expect(load(file('html'))('html').attr()).toMatchObject({ lang: 'ar', dir: 'rtl' });
  expect(file('txt')).not.toMatch(/[\u2066-\u2069]/);
});

test('it says how its words were translated, and which are not', async () => {
  const { file } = await write('--dal', '2023-10-01', '--lingua', 'ar');
  const $ = load(file('html'));
  expect($('.foot').text()).toContain('Traduzione di cortesia.');
  expect($('.foot').text()).not.toContain('Originale');
  expect(file('txt')).toContain('\nTraduzione di cortesia.\n');
  expect(
    $('.item')
      .toArray()
      .map((own) => [$(own).attr('lang'), $(own).attr('dir')]),
  ).toEqual([
    [undefined, undefined],
    ['it', 'ltr'],
  ]);
  expect((await write('--dal', '2023-11-10', '--lingua', 'it')).file('txt')).not.toContain('cortesia');
});

test('what would make it too long for a mail is left out, the oldest first, and said', async () => {
  const { file, out } = await write('--dal', '2019-01-01', '--lingua', 'ar');
  const html = file('html');
  expect(Buffer.byteLength(html)).toBeLessThanOrEqual(100_000);
  expect(Buffer.byteLength(html)).toBeGreaterThan(95_000);
  const told = load(html)('.item').length;
  expect(out).toContain(`${402 - told} notizie, dal 2020-01-01 indietro, sono rimaste fuori`);
});

describe('what cannot be written is said', () => {
  test.each([
    [[], 'Di’ da quale giorno'],
    [['--dal', '1 ottobre'], '"1 ottobre" non è un giorno'],
    [['--dal', '2023-02-30'], '"2023-02-30" non è un giorno'],
    [['--dal', '2024-02-01'], 'viene prima del primo'],
    [['--dal', '2023-10-01', '--lingua', 'zz'], 'La lingua "zz" non c’è'],
  ])('%s', async (args, message) => {
    const { status, told } = await runCommand(bollettino, '--sito', site, '--al', '2023-12-31', ...args);
    expect([status, told]).toEqual([1, expect.stringContaining(message)]);
  });

  test('a folder without a site', async () => {
    const { told } = await runCommand(bollettino, '--sito', folder, '--dal', '2023-10-01');
    expect(told).toContain('non c’è un sito costruito');
  });

  test('a time in which nothing came out', async () => {
    const { status, out } = await runCommand(
      bollettino,
      '--sito',
      site,
      '--dal',
      '2023-12-01',
      '--al',
      '2023-12-31',
    );
    expect([status, out]).toEqual([0, expect.stringContaining('nessun bollettino')]);
  });
});
