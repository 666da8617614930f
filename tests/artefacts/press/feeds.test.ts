import { load } from 'cheerio';
import { describe, expect, test } from 'vitest';
import { toJsonFeed, toRss, type FeedView } from '../../../src/artefacts/feeds.ts';
import { releaseOf } from './helpers/releases.ts';

const nasty = '<b>L\'"accoglienza"</b> & ]]> altro \u0008 <script>alert(1)</script>';
const feed: FeedView = {
  lang: 'it',
  title: nasty,
  description: nasty,
  home: 'https://lgnet.example/note-stampa/',
  rss: 'https://lgnet.example/note-stampa/feed.xml?a=1&b=2',
  json: 'https://lgnet.example/note-stampa/feed.json',
  items: [
    {
      release: { ...releaseOf('2023-11-03-palermo'), title: nasty, subtitle: nasty },
      description: nasty,
      published: '2023-11-03T00:00:00+01:00',
      modified: '2023-12-01T12:00:00+01:00',
    },
  ],
};
const seen = nasty.replace('\u0008', '');

test('RSS keeps every sign of a text as a sign, but those that XML cannot hold', async () => {
  const $ = load(await toRss(feed), { xml: true });
  expect($('channel > title').text()).toBe(seen);
  expect($('item > title').text()).toBe(seen);
  expect($('item > description').text()).toBe(seen);
  expect($('script')).toHaveLength(0);
  const content = load($('item > content\\:encoded').text());
  expect(content('script')).toHaveLength(0);
  expect(content.text()).toContain(seen);
});

test('RSS has the dates of its notes and never its own', async () => {
  const $ = load(await toRss(feed), { xml: true });
  expect($('item > pubDate').text()).toBe('Fri, 03 Nov 2023 00:00:00 +0100');
  expect($('item > atom\\:updated').text()).toBe('2023-12-01T12:00:00+01:00');
  expect($('lastBuildDate').text()).toBe('Fri, 01 Dec 2023 12:00:00 +0100');
  expect($('atom\\:link').attr('href')).toBe(feed.rss);
});

test('JSON Feed has the same text', () => {
  const json = JSON.parse(toJsonFeed(feed)) as {
    version: string;
    items: { title: string; date_modified: string; content_html: string }[];
  };
  expect(json.version).toBe('https://jsonfeed.org/version/1.1');
  expect(json.items[0]?.title).toBe(nasty);
  expect(json.items[0]?.date_modified).toBe('2023-12-01T12:00:00+01:00');
  expect(load(json.items[0]?.content_html ?? '')('script')).toHaveLength(0);
});

describe('an archive of older items', () => {
  const at = (name: string) => ({
    rss: `https://lgnet.example/note-stampa/${name}.xml`,
    json: `https://lgnet.example/note-stampa/${name}.json`,
  });
  const archive: FeedView = {
    ...feed,
    ...at('feed-2'),
    older: at('feed-1'),
    archive: { current: at('feed'), newer: at('feed-3') },
  };
  const linksOf = async (view: FeedView): Promise<Record<string, string | undefined>> => {
    const $ = load(await toRss(view), { xml: true });
    return Object.fromEntries(
      $('channel > atom\\:link')
        .toArray()
        .map((link) => [$(link).attr('rel') ?? '', $(link).attr('href')]),
    );
  };

  test('says in RSS that it is one, and leads to the newest feed and to its neighbours', async () => {
    expect(await linksOf(archive)).toEqual({
      self: archive.rss,
      current: at('feed').rss,
      'prev-archive': at('feed-1').rss,
      'next-archive': at('feed-3').rss,
    });
    const $ = load(await toRss(archive), { xml: true });
    expect($('channel > fh\\:archive')).toHaveLength(1);
    expect($('rss').attr('xmlns:fh')).toBe('http://purl.org/syndication/history/1.0');
  });

  test('is led to by the feed of the newest, which is none itself', async () => {
    const newest: FeedView = { ...feed, older: at('feed-3') };
    expect(await linksOf(newest)).toEqual({ self: feed.rss, 'prev-archive': at('feed-3').rss });
    expect(await toRss(newest)).not.toContain('archive/>');
    expect(JSON.parse(toJsonFeed(newest))).toMatchObject({ next_url: at('feed-3').json });
  });

  test('is not told of where there is none', async () => {
    expect(await linksOf(feed)).toEqual({ self: feed.rss });
    expect(JSON.parse(toJsonFeed(feed))).not.toHaveProperty('next_url');
  });
});
