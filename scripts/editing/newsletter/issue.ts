import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { load } from 'cheerio';
import { formatDate } from '../../../src/i18n/format.ts';
import { pathIn } from '../../../src/i18n/paths.ts';
import { translator } from '../../../src/i18n/strings.ts';
import { addresses } from '../../../src/lib/addresses.ts';
import { languageOf } from '../../../src/i18n/languages.ts';

/** A note or a film that a newsletter announces. */
export interface NewsletterItem {
  title: string;
  summary: string;
  url: string;
  /** Names of its edition and city. */
  tags: readonly string[];
  /** `YYYY-MM-DD` in Italy. */
  day: string;
  /** Language of its words. */
  lang: string;
}

/** All that a newsletter says, in words. */
export interface Newsletter {
  lang: string;
  dir: 'ltr' | 'rtl';
  title: string;
  period: string;
  items: readonly (NewsletterItem & { date: string })[];
  help: { label: string; url: string };
  home: { label: string; url: string };
  /** How its words were translated; nothing where they are the originals. */
  notice: string;
  funding: string;
}

/** As much of a JSON Feed as is read here (https://jsonfeed.org/version/1.1). */
interface Feed {
  home_page_url: string;
  next_url?: string;
  items: {
    url: string;
    title: string;
    summary: string;
    date_published: string;
    tags?: readonly string[];
    language?: string;
  }[];
}

const readFeed = (file: string): Feed => JSON.parse(readFileSync(file, 'utf8')) as Feed;

/** Everything that a built site announces in a language: its feed and all of the feed's archives. */
const announced = (siteDir: string, lang: string): { origin: string; items: NewsletterItem[] } => {
  const items: NewsletterItem[] = [];
  let origin = '';
  let next: string | undefined = pathIn(lang, `${addresses.notes}feed.json`);
  while (next !== undefined) {
    const { home_page_url: home, next_url: older, items: own } = readFeed(join(siteDir, next));
    origin = new URL(home).origin;
    items.push(
      ...own.map(({ url, title, summary, date_published: published, tags = [], language = lang }) => ({
        url,
        title,
        summary,
        tags,
        day: published.slice(0, 10),
        lang: language,
      })),
    );
    next = older === undefined ? undefined : new URL(older).pathname;
  }
  return { origin, items };
};

/** Whether a site was built in a folder. */
export const isBuilt = (siteDir: string): boolean => existsSync(join(siteDir, `${addresses.notes}feed.json`));

/**
 * What a built site has published in a time, ready to be written as a mail: the same words that its feed has.
 * @param siteDir folder of the built site
 * @param from first day, `YYYY-MM-DD`
 * @param to last day
 */
export const newsletterOf = (siteDir: string, lang: string, from: string, to: string): Newsletter => {
  const t = translator(lang);
  const { origin, items } = announced(siteDir, lang);
  const home = pathIn(lang, addresses.home);
  const page = load(readFileSync(join(siteDir, home, 'index.html'), 'utf8'));
  const site = page('meta[property="og:site_name"]').attr('content') ?? '';
  const known = new Map(items.filter(({ day }) => day >= from && day <= to).map((item) => [item.url, item]));
  return {
    lang,
    dir: languageOf(lang).dir,
    title: t('newsletter.title', { site }),
    period: t('newsletter.period', { from: formatDate(lang, from), to: formatDate(lang, to) }),
    items: [...known.values()]
      .sort((a, b) => (a.day < b.day ? 1 : -1))
      .map((item) => ({ ...item, date: formatDate(lang, item.day) })),
    help: { label: t('newsletter.help'), url: `${origin}${pathIn(lang, addresses.help)}` },
    home: { label: site, url: `${origin}${home}` },
    notice: page('main .notice[data-pagefind-ignore] > p').first().children('a').remove().end().text().trim(),
    funding: page('.funding p').first().text().trim(),
  };
};
