import { getRssString } from '@astrojs/rss';
import { escapeXml, xmlCharacters } from '../lib/escape.ts';
import type { PublishedNote } from '../documents/published-note.ts';
import { toHtml } from './html.ts';

/** A published video, as a feed tells of it. */
export interface FeedVideo {
  /** Whole address of its page. */
  url: string;
  title: string;
  lang: string;
  publisher: string;
  tags: readonly string[];
  /** What is said in it, paragraph by paragraph. */
  transcript: readonly string[];
}

/** A note or a video in a feed. */
export type FeedItem = ({ release: PublishedNote } | { video: FeedVideo }) & {
  /** One sentence for lists. */
  description: string;
  /** ISO 8601 instants with the offset of their place: the day that stands in them is the local one. */
  published: string;
  modified: string;
};

/** What both forms of a feed say of an item. */
const entryOf = (item: FeedItem) => {
  if ('release' in item) {
    const { url, title, edition, city, publisher, lang } = item.release;
    const tags = [edition.name, city.name];
    return { url, title, publisher, tags, lang: lang.code, html: toHtml(item.release) };
  }
  const { transcript, ...video } = item.video;
  const paragraphs = [item.description, ...transcript].map((text) => `<p>${escapeXml(text)}</p>`);
  return { ...video, html: paragraphs.join('\n') };
};

/** The notes and videos of a language, or of a city in a language, as programs follow them. */
export interface FeedView {
  lang: string;
  title: string;
  description: string;
  /** Whole address of the page that the feed belongs to. */
  home: string;
  /** Whole addresses of the feed itself. */
  rss: string;
  json: string;
  /** Newest first. */
  items: readonly FeedItem[];
  /** The archive of what is older (RFC 5005). */
  older?: FeedAddresses | undefined;
  /** Of an archive: the feed of the newest, and the archive of what is newer. */
  archive?: { current: FeedAddresses; newer: FeedAddresses | undefined } | undefined;
}

/** Whole addresses of a feed in both forms. */
export interface FeedAddresses {
  rss: string;
  json: string;
}

/** RFC 822, as RSS wants it, with the same day and offset: `Fri, 03 Nov 2023 00:00:00 +0100`. */
const rfc822 = (iso: string): string => {
  const offset = /([+-]\d\d):?(\d\d)$/.exec(iso);
  const local = new Date(`${iso.slice(0, 19)}Z`).toUTCString();
  return local.replace('GMT', offset ? `${offset[1]}${offset[2]}` : '+0000');
};

const lastChange = ({ items }: FeedView): string | undefined =>
  items
    .map(({ modified }) => modified)
    .sort((a, b) => Date.parse(a) - Date.parse(b))
    .at(-1);

/** How programs find what a feed no longer tells: https://www.rfc-editor.org/rfc/rfc5005#section-4 */
const archiveLinks = ({ older, archive }: FeedView): string[] => {
  const link = (rel: string, { rss }: FeedAddresses): string =>
    `<atom:link href="${escapeXml(rss)}" rel="${rel}" type="application/rss+xml"/>`;
  return [
    ...(archive ? ['<fh:archive/>', link('current', archive.current)] : []),
    ...(older ? [link('prev-archive', older)] : []),
    ...(archive?.newer ? [link('next-archive', archive.newer)] : []),
  ];
};

/** The feed as RSS 2.0 with the notes' full text. Nothing in it depends on when it was made. */
export const toRss = (feed: FeedView): Promise<string> => {
  const changed = lastChange(feed);
  return getRssString({
    title: xmlCharacters(feed.title),
    description: xmlCharacters(feed.description),
    site: feed.home,
    trailingSlash: true,
    xmlns: {
      atom: 'http://www.w3.org/2005/Atom',
      dc: 'http://purl.org/dc/elements/1.1/',
      ...(feed.archive ? { fh: 'http://purl.org/syndication/history/1.0' } : {}),
    },
    customData: [
      `<language>${escapeXml(feed.lang)}</language>`,
      ...(changed ? [`<lastBuildDate>${rfc822(changed)}</lastBuildDate>`] : []),
      `<atom:link href="${escapeXml(feed.rss)}" rel="self" type="application/rss+xml"/>`,
      ...archiveLinks(feed),
    ].join(''),
    items: feed.items.map((item) => {
      const { url, title, publisher, tags, html } = entryOf(item);
      return {
        title: xmlCharacters(title),
        link: url,
        description: xmlCharacters(item.description),
        categories: tags.map(xmlCharacters),
        content: html,
        customData: [
          `<dc:creator>${escapeXml(publisher)}</dc:creator>`,
          `<pubDate>${rfc822(item.published)}</pubDate>`,
          `<atom:updated>${item.modified}</atom:updated>`,
        ].join(''),
      };
    }),
  });
};

/** The feed as JSON Feed 1.1 with the notes' full text. */
export const toJsonFeed = (feed: FeedView): string =>
  `${JSON.stringify(
    {
      version: 'https://jsonfeed.org/version/1.1',
      title: feed.title,
      description: feed.description,
      home_page_url: feed.home,
      feed_url: feed.json,
      next_url: feed.older?.json,
      language: feed.lang,
      items: feed.items.map((item) => {
        const { url, title, publisher, tags, lang, html } = entryOf(item);
        return {
          id: url,
          url,
          title,
          summary: item.description,
          content_html: html,
          date_published: item.published,
          date_modified: item.modified,
          authors: [{ name: publisher }],
          tags,
          language: lang,
        };
      }),
    },
    null,
    2,
  )}\n`;

/** How a feed is written in each of its formats, by the ending of its address. */
const formats = {
  xml: { write: toRss, type: 'application/rss+xml' },
  json: { write: toJsonFeed, type: 'application/feed+json' },
} as const;

export type FeedFormat = keyof typeof formats;

export const feedFormats = Object.keys(formats) as FeedFormat[];

/** A feed as an answer to a request for it in a format. */
export const feedResponse = async (format: FeedFormat, feed: FeedView): Promise<Response> =>
  new Response(await formats[format].write(feed), {
    headers: { 'content-type': `${formats[format].type}; charset=utf-8` },
  });
