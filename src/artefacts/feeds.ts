import { getRssString } from '@astrojs/rss';
import { escapeXml, xmlCharacters } from '../lib/escape.ts';
import type { PressRelease } from '../lib/press-release.ts';
import { toHtml } from './html.ts';

/** A note in a feed. */
export interface FeedItem {
  release: PressRelease;
  /** One sentence for lists. */
  description: string;
  /** ISO 8601 instants. */
  published: string;
  modified: string;
}

/** The notes of a language, or of a city in a language, as programs follow them. */
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
}

const instant = (iso: string): string => new Date(iso).toISOString();

const lastChange = ({ items }: FeedView): string | undefined =>
  items
    .map(({ modified }) => instant(modified))
    .sort()
    .at(-1);

/** The feed as RSS 2.0 with the notes' full text. Nothing in it depends on when it was made. */
export const toRss = (feed: FeedView): Promise<string> => {
  const changed = lastChange(feed);
  return getRssString({
    title: xmlCharacters(feed.title),
    description: xmlCharacters(feed.description),
    site: feed.home,
    trailingSlash: true,
    xmlns: { atom: 'http://www.w3.org/2005/Atom', dc: 'http://purl.org/dc/elements/1.1/' },
    customData: [
      `<language>${escapeXml(feed.lang)}</language>`,
      ...(changed ? [`<lastBuildDate>${new Date(changed).toUTCString()}</lastBuildDate>`] : []),
      `<atom:link href="${escapeXml(feed.rss)}" rel="self" type="application/rss+xml"/>`,
    ].join(''),
    items: feed.items.map(({ release, description, published, modified }) => ({
      title: xmlCharacters(release.title),
      link: release.url,
      description: xmlCharacters(description),
      pubDate: new Date(published),
      categories: [release.edition.name, release.city.name].map(xmlCharacters),
      content: toHtml(release),
      customData: [
        `<dc:creator>${escapeXml(release.publisher)}</dc:creator>`,
        `<atom:updated>${instant(modified)}</atom:updated>`,
      ].join(''),
    })),
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
      language: feed.lang,
      items: feed.items.map(({ release, description, published, modified }) => ({
        id: release.url,
        url: release.url,
        title: release.title,
        summary: description,
        content_html: toHtml(release),
        date_published: instant(published),
        date_modified: instant(modified),
        authors: [{ name: release.publisher }],
        tags: [release.edition.name, release.city.name],
        language: release.lang.code,
      })),
    },
    null,
    2,
  )}\n`;
