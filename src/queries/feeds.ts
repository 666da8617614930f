import { pathIn } from '../i18n/paths.ts';
import { translator } from '../i18n/strings.ts';
import { cityIn } from './cities.ts';
import { noteDates, notesIn } from './press-notes.ts';
import { publishedNote } from './published-notes.ts';
import { absoluteUrl, feedLinks } from './site.ts';
import { filmIn } from './films.ts';
import { videoIn, videosIn } from './videos.ts';

/** The published videos that really exist in a language. */
const videoItems = async (lang: string, city?: string) => {
  const published = (await videosIn(lang)).filter(
    ({ isPublished, cities }) => isPublished && (!city || cities.includes(city)),
  );
  const items = published.map(async ({ id, path, name, cityLinks }) => {
    const { languages } = await videoIn(lang, id);
    if (!languages.includes(lang)) return [];
    const film = await filmIn(lang, id);
    const instant = `${film.publishedOn}T00:00:00Z`;
    return [
      {
        video: {
          url: absoluteUrl(pathIn(lang, path)),
          title: name,
          lang,
          publisher: translator(lang)('file.publisher'),
          tags: [translator(lang)('nav.videos'), ...cityLinks.map((link) => link.name)],
          transcript: film.transcript.map(({ speaker, text }) => (speaker ? `${speaker}: ${text}` : text)),
        },
        description: film.summary,
        published: instant,
        modified: instant,
      },
    ];
  });
  return (await Promise.all(items)).flat();
};

/**
 * The notes and published videos that really exist in a language, newest first: a text in another language is no news
 * in this one.
 * @param city id of the only city whose notes and videos are told
 */
export const feedIn = async (lang: string, city?: string) => {
  const t = translator(lang);
  const name = city && (await cityIn(lang, city)).city.name;
  const notes = (await notesIn(lang)).filter(
    (note) => note.contentLang === lang && (!city || note.city === city),
  );
  const noteItems = notes.map(async (note) => ({
    release: await publishedNote(lang, note.id),
    description: note.description,
    ...noteDates(note),
  }));
  const items = [...(await Promise.all(noteItems)), ...(await videoItems(lang, city))];
  const [rss, json] = feedLinks(lang, city && name ? { id: city, name } : undefined);
  return {
    lang,
    title: rss.title,
    description: name ? t('feed.description-city', { city: name }) : t('notes.description'),
    home: absoluteUrl(pathIn(lang, city ? `/citta/${city}/` : '/note-stampa/')),
    rss: absoluteUrl(rss.href),
    json: absoluteUrl(json.href),
    items: items.sort((a, b) => Date.parse(b.published) - Date.parse(a.published)),
  };
};
