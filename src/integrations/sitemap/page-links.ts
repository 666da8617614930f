import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** What a built page says of itself in its head. */
export interface PageLinks {
  /** Whether search engines may list it: it is its own canonical and not excluded. */
  listed: boolean;
  alternates: { lang: string; href: string }[];
  /** The day of its last change in Italy, when it tells one, `YYYY-MM-DD`. */
  lastmod?: string;
  /** The film that the page shows, in the words of the video sitemap. */
  video?: SitemapVideo;
}

/** https://developers.google.com/search/docs/crawling-indexing/sitemaps/video-sitemaps */
export interface SitemapVideo {
  thumbnail_loc: string;
  title: string;
  description: string;
  content_loc?: string;
  player_loc?: string;
  /** Seconds. */
  duration: number;
  publication_date: string;
}

/** The part of a page's `VideoObject` that the sitemap tells too. */
interface VideoObject {
  '@type': 'VideoObject';
  thumbnailUrl: string[];
  name: string;
  description: string;
  contentUrl?: string;
  embedUrl?: string;
  duration: string;
  uploadDate: string;
}

const seconds = (duration: string): number => {
  const [, hours, minutes, rest] = /^PT(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?$/.exec(duration) ?? [];
  return Number(hours ?? 0) * 3600 + Number(minutes ?? 0) * 60 + Number(rest ?? 0);
};

/** The part of a page's `NewsArticle` that the sitemap tells too. */
interface NewsArticle {
  '@type': 'NewsArticle';
  dateModified: string;
}

type Statement = VideoObject | NewsArticle | { '@type'?: undefined };

const statementsOf = (html: string): Statement[] =>
  [...html.matchAll(/<script type="application\/ld\+json">(.*?)<\/script>/gs)].flatMap(
    ([, text = '']) => (JSON.parse(text) as { '@graph'?: Statement[] })['@graph'] ?? [],
  );

const italianDay = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Rome', dateStyle: 'short' });

const lastmodOf = (statements: readonly Statement[]): string | undefined => {
  const article = statements.find((statement) => statement['@type'] === 'NewsArticle');
  return article && italianDay.format(new Date(article.dateModified));
};

const videoOf = (statements: readonly Statement[]): SitemapVideo | undefined => {
  const video = statements.find((statement) => statement['@type'] === 'VideoObject');
  return (
    video && {
      thumbnail_loc: video.thumbnailUrl.at(-1) ?? '',
      title: video.name,
      description: video.description,
      ...(video.contentUrl !== undefined && { content_loc: video.contentUrl }),
      ...(video.embedUrl !== undefined && { player_loc: video.embedUrl }),
      duration: seconds(video.duration),
      publication_date: video.uploadDate,
    }
  );
};

const attribute = (tag: string, name: string): string | undefined =>
  new RegExp(`\\b${name}="([^"]*)"`).exec(tag)?.[1];

/**
 * Reads the canonical address, the language alternates, the robots line and the film of a built page.
 * @param outDir folder of the built site
 * @param path path of the page, with its final slash
 * @throws Error when there is no such page
 */
export const pageLinks = async (outDir: string, path: string): Promise<PageLinks> => {
  const html = await readFile(join(outDir, decodeURI(path), 'index.html'), 'utf8');
  const links = html.match(/<link [^>]*>/g) ?? [];
  const canonical = links.find((tag) => attribute(tag, 'rel') === 'canonical');
  const statements = statementsOf(html);
  const video = videoOf(statements);
  const lastmod = lastmodOf(statements);
  const canonicalPath = canonical ? new URL(attribute(canonical, 'href') ?? '').pathname : path;
  return {
    listed: canonicalPath === path && !/<meta name="robots" content="[^"]*noindex/.test(html),
    alternates: links
      .filter((tag) => attribute(tag, 'rel') === 'alternate' && attribute(tag, 'hreflang'))
      .map((tag) => ({ lang: attribute(tag, 'hreflang') ?? '', href: attribute(tag, 'href') ?? '' })),
    ...(video && { video }),
    ...(lastmod !== undefined && { lastmod }),
  };
};
