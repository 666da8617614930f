import { pathIn } from '../i18n/paths.ts';
import { translator } from '../i18n/strings.ts';
import type { PressRelease } from '../lib/press-release.ts';
import { cityIn } from './cities.ts';
import { noteDates, notesIn } from './press-notes.ts';
import { pressRelease } from './press-releases.ts';
import { absoluteUrl, feedLinks } from './site.ts';

/** A note that a feed tells of. */
interface FeedEntry {
  release: PressRelease;
  description: string;
  /** ISO 8601 instants. */
  published: string;
  modified: string;
}

/**
 * The notes that really exist in a language, newest first: a text in another language is no news in this one.
 * @param city id of the only city whose notes are told
 */
export const feedIn = async (lang: string, city?: string) => {
  const t = translator(lang);
  const name = city && (await cityIn(lang, city)).city.name;
  const notes = (await notesIn(lang)).filter(
    (note) => note.contentLang === lang && (!city || note.city === city),
  );
  const items = notes.map(async (note): Promise<FeedEntry> => {
    return {
      release: await pressRelease(lang, note.id),
      description: note.description,
      ...noteDates(note),
    };
  });
  const [rss, json] = feedLinks(lang, city && name ? { id: city, name } : undefined);
  return {
    lang,
    title: rss.title,
    description: name ? t('feed.description-city', { city: name }) : t('notes.description'),
    home: absoluteUrl(pathIn(lang, city ? `/citta/${city}/` : '/note-stampa/')),
    rss: absoluteUrl(rss.href),
    json: absoluteUrl(json.href),
    items: await Promise.all(items),
  };
};
