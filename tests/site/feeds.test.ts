import { load } from 'cheerio';
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { builtDir, files, pages } from './built-site.ts';

interface JsonFeed {
  version: string;
  title: string;
  home_page_url: string;
  feed_url: string;
  language: string;
  items: { id: string; url: string; title: string; content_html: string; date_published: string }[];
}

const origin = 'https://lgnet.example';
const dense = (text: string): string => text.replace(/\s+/g, '');
const at = (path: string): string => join(builtDir, path);
const jsonFeeds = files().filter((path) => path.endsWith('/feed.json'));
const jsonAt = (path: string): JsonFeed => JSON.parse(readFileSync(at(path), 'utf8')) as JsonFeed;

/** What Python's reader, which knows nothing of ours, finds in an RSS file. */
const readRss = (path: string) =>
  JSON.parse(
    execFileSync(
      'python3',
      [
        '-c',
        `import json, sys, xml.etree.ElementTree as tree
from email.utils import parsedate_to_datetime
channel = tree.parse(sys.argv[1]).getroot().find('channel')
text = lambda node, name: node.findtext(name)
content = '{http://purl.org/rss/1.0/modules/content/}encoded'
print(json.dumps({
  'title': text(channel, 'title'), 'link': text(channel, 'link'), 'language': text(channel, 'language'),
  'self': channel.find('{http://www.w3.org/2005/Atom}link').get('href'),
  'items': [{
    'url': text(item, 'link'), 'id': text(item, 'guid'), 'title': text(item, 'title'),
    'content': text(item, content), 'published': parsedate_to_datetime(text(item, 'pubDate')).isoformat(),
  } for item in channel.findall('item')],
}))`,
        at(path),
      ],
      { encoding: 'utf8' },
    ),
  ) as {
    title: string;
    link: string;
    language: string;
    self: string;
    items: { url: string; id: string; title: string; content: string; published: string }[];
  };

const notePages = pages.filter(
  ({ path, $ }) => /\/note-stampa\/\d{4}-[^/]+\/$/.test(path) && $('.prose').length > 0,
);
const langOf = (path: string): string => /^\/([a-z]{2,3})\//.exec(path)?.[1] ?? 'it';

/** The notes that exist in a language, and of a city only. */
const expected = (lang: string, city: string | undefined): string[] =>
  notePages
    .filter(({ path, $ }) => langOf(path) === lang && $('.prose').attr('lang') === lang)
    .filter(({ path }) => !city || path.endsWith(`-${city}/`))
    .map(({ path }) => `${origin}${path}`)
    .sort();

test('there is a feed for every language and for every city in it, each in two formats', () => {
  const languages =
    new Set(pages.map(({ path }) => langOf(path)).filter((code) => existsSync(at(`/${code}/`)))).size + 1;
  const cities = pages.filter(({ path }) => /^\/citta\/[^/]+\/$/.test(path)).length;
  expect(jsonFeeds).toHaveLength(languages * (cities + 1));
  for (const path of jsonFeeds) expect(existsSync(at(path.replace('.json', '.xml')))).toBe(true);
});

const withNotes = jsonFeeds.filter((path) => jsonAt(path).items.length > 0);

describe.each(withNotes)('%s', (path) => {
  const json = jsonAt(path);
  const rss = readRss(path.replace('.json', '.xml'));
  const city = /\/citta\/([^/]+)\//.exec(path)?.[1];

  test('tells the notes that exist in its language, the same in both formats', () => {
    const lang = /^\/([a-z]{2,3})\/(?:note-stampa|citta)/.exec(path)?.[1] ?? 'it';
    expect(json.language).toBe(lang);
    expect(rss.language).toBe(lang);
    expect(json.items.map(({ url }) => url).sort()).toEqual(expected(lang, city));
    expect(rss.items.map(({ url }) => url)).toEqual(json.items.map(({ url }) => url));
    expect(rss.items.map(({ id }) => id)).toEqual(json.items.map(({ id }) => id));
    expect(new Set(json.items.map(({ id }) => id)).size).toBe(json.items.length);
  });

  test('has the full text of every page', () => {
    for (const [index, item] of json.items.entries()) {
      const page = notePages.find(({ path }) => `${origin}${path}` === item.url);
      expect(item.title).toBe(page?.$('h1').text());
      const text = dense(load(item.content_html).text());
      for (const block of page?.$('.prose p, .prose li, .prose h2').toArray() ?? [])
        expect(text).toContain(dense(page?.$(block).text() ?? ''));
      expect(rss.items[index]?.content).toBe(item.content_html);
      expect(new Date(rss.items[index]?.published ?? '')).toEqual(new Date(item.date_published));
      expect(item.content_html).not.toMatch(/<script|style=|href="\//);
    }
  });

  test('says where it is, and its page leads to it', () => {
    expect(json.feed_url).toBe(`${origin}${path}`);
    expect(rss.self).toBe(json.feed_url.replace('.json', '.xml'));
    expect(rss.link).toBe(json.home_page_url);
    const home = pages.find((page) => `${origin}${page.path}` === json.home_page_url);
    const links = home?.$('link[rel="alternate"][type]:not([type$="oembed"])').toArray() ?? [];
    expect(links.map((link) => home?.$(link).attr('href'))).toEqual([path.replace('.json', '.xml'), path]);
    expect(links.map((link) => home?.$(link).attr('title'))).toEqual([json.title, json.title]);
  });

  test('is newest first', () => {
    const dates = json.items.map(({ date_published }) => date_published);
    expect(dates).toEqual(dates.toSorted().reverse());
  });
});
