import { languageOf } from '../i18n/languages.ts';
import { pathIn } from '../i18n/paths.ts';
import { escapeXml } from '../lib/escape.ts';
import { siteConfig } from '../site.config.ts';
import { absoluteUrl, type FeedLink } from './addresses.ts';
import { frameSite, type Frame } from './frames.ts';

/** What programs that show a link as a card are told of a page (https://oembed.com, version 1.0). */
export interface OEmbed {
  version: '1.0';
  /** A page with a frame of its own is `rich`, another a `link`. */
  type: 'rich' | 'link';
  title: string;
  provider_name: string;
  provider_url: string;
  /** Seconds. */
  cache_age: number;
  thumbnail_url: string;
  thumbnail_width: number;
  thumbnail_height: number;
  html?: string;
  width?: number;
  height?: number;
}

/** Where a page tells programs of its card. */
export const oEmbedLink = (lang: string, path: string, title: string): FeedLink => ({
  title,
  href: absoluteUrl(`${pathIn(lang, path)}oembed.json`),
  type: 'application/json+oembed',
});

/** Pixels of width that a card is offered with; it adapts to any other. */
const WIDTH = 480;
const DAY = 24 * 60 * 60;

/** A page as a link with its picture. */
export const oEmbedOfPage = (lang: string, title: string, picture: string): OEmbed => {
  const site = frameSite(lang);
  return {
    version: '1.0',
    type: 'link',
    title,
    provider_name: site.name,
    provider_url: site.href,
    cache_age: DAY,
    thumbnail_url: absoluteUrl(picture),
    thumbnail_width: 1200,
    thumbnail_height: 630,
  };
};

/**
 * A page with a frame of its own as a card.
 * @param picture path of its sharing picture
 */
export const oEmbedOfFrame = (lang: string, frame: Frame, title: string, picture: string): OEmbed => ({
  ...oEmbedOfPage(lang, title, picture),
  type: 'rich',
  html: frameCode(frame),
  width: WIDTH,
  height: frame.height,
});

/** What others paste into their page to show a frame. */
export const frameCode = ({ path, title, height }: Frame): string =>
  `<iframe src="${escapeXml(absoluteUrl(path))}" title="${escapeXml(title)}" width="${WIDTH}" height="${height}" loading="lazy" style="border:0;width:100%;max-width:56rem"></iframe>`;

/** The same story in words, for a mail or a site that shows no frames. */
export const wordsCode = ({ story, words, notice }: Frame): string =>
  [
    `<blockquote lang="${words.lang}" dir="${languageOf(words.lang).dir}">`,
    `<p><strong>${escapeXml(words.heading)}</strong><br>${escapeXml(words.text)}</p>`,
    ...(notice ? [`<p><small>${escapeXml(notice)}</small></p>`] : []),
    `<p><a href="${escapeXml(absoluteUrl(story))}">${escapeXml(words.link)} · ${siteConfig.name}</a></p>`,
    '</blockquote>',
  ].join('\n');

/** What a page tells of frames: where each can be looked at, and what others paste to show it. */
export const embedCodes = (frames: readonly Frame[]) =>
  frames.map((frame) => ({
    id: frame.ids.join('-'),
    title: frame.title,
    titleLang: frame.words.lang,
    href: frame.path,
    code: frameCode(frame),
    plain: wordsCode(frame),
  }));
