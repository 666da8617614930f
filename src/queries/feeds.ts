import { pathIn } from '../i18n/paths.ts';
import { translator } from '../i18n/strings.ts';
import { addresses, cityPath } from '../lib/addresses.ts';
import { publisherName } from './responsible.ts';
import { absoluteUrl, feedLinks } from './addresses.ts';
import { cityIn } from './cities.ts';
import { editionToldFirst } from './editions.ts';
import { inItaly } from './publication.ts';
import { noteDates, notesIn, notesOfCity } from './press-notes.ts';
import { publishedNote } from './published-notes.ts';
import { filmIn } from './films.ts';
import { videoIn, videosIn, videosOfCity } from './videos.ts';

/** The published videos that really exist in a language. */
const videoItems = async (lang: string, city?: string) => {
  const videos = await (city ? videosOfCity(lang, city) : videosIn(lang));
  const published = videos.filter(({ isPublished }) => isPublished);
  const items = published.map(async ({ id, path, name, cityLinks }) => {
    const { languages } = await videoIn(lang, id);
    if (!languages.includes(lang)) return [];
    const film = await filmIn(lang, id);
    const instant = inItaly(new Date(`${film.publishedOn}T12:00:00Z`));
    return [
      {
        video: {
          url: absoluteUrl(pathIn(lang, path)),
          title: name,
          lang,
          publisher: publisherName(translator(lang)),
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
  const first = await editionToldFirst(lang);
  const known = await (city ? notesOfCity(lang, city) : notesIn(lang));
  const notes = known.filter((note) => note.contentLang === lang);
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
    description: name
      ? t('feed.description-city', { city: name })
      : t('notes.description', { edition: first.name }),
    home: absoluteUrl(pathIn(lang, city ? cityPath(city) : addresses.notes)),
    rss: absoluteUrl(rss.href),
    json: absoluteUrl(json.href),
    items: items.sort((a, b) => Date.parse(b.published) - Date.parse(a.published)),
  };
};
