import { languages } from '../i18n/languages.ts';
import { langParam, pathIn } from '../i18n/paths.ts';
import { translator } from '../i18n/strings.ts';
import { addresses, cityPath } from '../lib/addresses.ts';
import { oncePerBuild } from '../lib/once-per-build.ts';
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

/** How many items a feed tells, and each of its archives. */
const ITEMS = 30;

/**
 * What is told in a language, the oldest first: archives, which count from there, never change their place. An item is
 * made when it is asked for, so that a feed of the newest makes nothing of the others.
 */
const announced = oncePerBuild(async (lang: string, city?: string) => {
  const known = await (city ? notesOfCity(lang, city) : notesIn(lang));
  const notes = known
    .filter((note) => note.contentLang === lang)
    .map((note) => {
      const dates = noteDates(note);
      return {
        published: dates.published,
        item: async () => ({
          release: await publishedNote(lang, note.id),
          description: note.description,
          ...dates,
        }),
      };
    });
  const videos = (await videoItems(lang, city)).map((item) => ({
    published: item.published,
    item: () => Promise.resolve(item),
  }));
  return [...notes, ...videos].sort((a, b) => Date.parse(b.published) - Date.parse(a.published)).reverse();
});

/**
 * How many archives a feed has. All are full: what is in one stays in it, and the newest items may be in the last one too.
 * @param city id of the only city whose feed is asked for
 */
export const feedArchives = async (lang: string, city?: string): Promise<number> =>
  Math.max(0, Math.ceil((await announced(lang, city)).length / ITEMS) - 1);

/** Route parameters of all archives of a feed, in every language. */
export const archivePaths = async (
  city?: string,
): Promise<{ lang: string | undefined; archive: string }[]> => {
  const paths = languages.map(async ({ code }) =>
    Array.from({ length: await feedArchives(code, city) }, (_, index) => ({
      lang: langParam(code),
      archive: String(index + 1),
    })),
  );
  return (await Promise.all(paths)).flat();
};

/**
 * The newest notes and published videos that really exist in a language, newest first: a text in another language is no
 * news in this one.
 * @param city id of the only city whose notes and videos are told
 * @param archive number of an archive of older ones, instead of the newest
 */
export const feedIn = async (lang: string, city?: string, archive?: number) => {
  const t = translator(lang);
  const name = city && (await cityIn(lang, city)).city.name;
  const all = await announced(lang, city);
  const archives = await feedArchives(lang, city);
  const shown = archive === undefined ? all.slice(-ITEMS) : all.slice((archive - 1) * ITEMS, archive * ITEMS);
  const place = city && name ? { id: city, name } : undefined;
  const whole = (number?: number) => {
    const [rss, json] = feedLinks(lang, place, number);
    return { title: rss.title, rss: absoluteUrl(rss.href), json: absoluteUrl(json.href) };
  };
  const first = await editionToldFirst(lang);
  const older = archive === undefined ? archives : archive - 1;
  return {
    lang,
    ...whole(archive),
    description: name
      ? t('feed.description-city', { city: name })
      : t('notes.description', { edition: first.name }),
    home: absoluteUrl(pathIn(lang, city ? cityPath(city) : addresses.notes)),
    items: await Promise.all(shown.toReversed().map(({ item }) => item())),
    older: older > 0 ? whole(older) : undefined,
    archive:
      archive === undefined
        ? undefined
        : { current: whole(), newer: archive < archives ? whole(archive + 1) : undefined },
  };
};
