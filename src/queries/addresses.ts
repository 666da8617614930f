import { pathIn } from '../i18n/paths.ts';
import { translator } from '../i18n/strings.ts';
import { addresses, cityPath } from '../lib/addresses.ts';
import { siteConfig } from '../site.config.ts';

/** The whole address of a path of the site. */
export const absoluteUrl = (path: string): string => new URL(path, siteConfig.url).href;

/** A feed that a page leads programs to. */
export interface FeedLink {
  title: string;
  href: string;
  type: 'application/rss+xml' | 'application/feed+json' | 'application/json+oembed';
}

/**
 * The feeds of the press notes in a language: of the whole network, or of a city.
 * @param archive number of an archive of older items, the oldest is 1; the newest items otherwise
 */
export const feedLinks = (
  lang: string,
  city?: { id: string; name: string },
  archive?: number,
): [FeedLink, FeedLink] => {
  const t = translator(lang);
  const title = city ? t('feed.title-city', { city: city.name }) : t('feed.title');
  const folder = pathIn(lang, city ? cityPath(city.id) : addresses.notes);
  const name = archive === undefined ? 'feed' : `feed-${archive}`;
  return [
    { title, href: `${folder}${name}.xml`, type: 'application/rss+xml' },
    { title, href: `${folder}${name}.json`, type: 'application/feed+json' },
  ];
};
