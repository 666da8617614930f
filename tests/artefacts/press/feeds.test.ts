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
      published: '2023-11-02T23:00:00.000Z',
      modified: '2023-12-01T11:00:00.000Z',
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
  expect($('item > pubDate').text()).toBe('Thu, 02 Nov 2023 23:00:00 GMT');
  expect($('item > atom\\:updated').text()).toBe('2023-12-01T11:00:00.000Z');
  expect($('lastBuildDate').text()).toBe('Fri, 01 Dec 2023 11:00:00 GMT');
  expect($('atom\\:link').attr('href')).toBe(feed.rss);
});

test('JSON Feed has the same text', () => {
  const json = JSON.parse(toJsonFeed(feed)) as {
    version: string;
    items: { title: string; date_modified: string; content_html: string }[];
  };
  expect(json.version).toBe('https://jsonfeed.org/version/1.1');
  expect(json.items[0]?.title).toBe(nasty);
  expect(json.items[0]?.date_modified).toBe('2023-12-01T11:00:00.000Z');
  expect(load(json.items[0]?.content_html ?? '')('script')).toHaveLength(0);
});
