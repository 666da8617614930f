import { load } from 'cheerio';
import { expect, test } from 'vitest';
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
