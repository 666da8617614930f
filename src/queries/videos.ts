import { compareIn, formatList } from '../i18n/format.ts';
import { sourceLanguage } from '../i18n/languages.ts';
import { pathIn } from '../i18n/paths.ts';
import { translator } from '../i18n/strings.ts';
import { cityPath, videoPath } from '../lib/addresses.ts';
import { byEach, byId } from '../lib/indexes.ts';
import { oncePerBuild } from '../lib/once-per-build.ts';
import { isPublished } from '../schemas/video.ts';
import { entryIn, languagesOf, localisedIn, type Localised } from './entries.ts';
import { pageIn } from './pages.ts';
import { noteIn } from './press-notes.ts';
import { publicCities, publicVideos } from './sources.ts';

/** A video in a list or on its page, planned or published. */
export type VideoView = Localised<'videos'> & {
  path: string;
  /** Its title; what it is and of which city as long as it has none. */
  name: string;
  /** The language of that name. */
  nameLang: string;
  cityLinks: { id: string; name: string; path: string; lang: string }[];
  isPublished: boolean;
};

const nameOf = (lang: string, video: Localised<'videos'>, cities: readonly string[]): string => {
  const t = translator(lang);
  if (video.title !== undefined) return video.title;
  if (video.kind === 'docufilm') return t('video.docufilm');
  if (cities.length === 0) return t('video.interview');
  return t(`video.${video.kind}-of`, { city: formatList(lang, cities) });
};

const citiesById = oncePerBuild(async (lang: string) => byId(await localisedIn('cities', lang)));

const view = async (lang: string, video: Localised<'videos'>): Promise<VideoView> => {
  const known = await citiesById(lang);
  const cities = [...new Set(video.cities)]
    .flatMap((id) => known.get(id) ?? [])
    .sort((a, b) => compareIn(lang)(a.name, b.name));
  return {
    ...video,
    path: videoPath(video.id),
    name: nameOf(
      lang,
      video,
      cities.map(({ name }) => name),
    ),
    nameLang: video.title === undefined ? lang : video.contentLang,
    cityLinks: cities.map(({ id, name, contentLang }) => ({
      id,
      name,
      path: cityPath(id),
      lang: contentLang,
    })),
    isPublished: isPublished(video),
  };
};

const KINDS = ['docufilm', 'clip', 'interview'] as const;

/**
 * The videos that readers may know of: the docufilm first, then clips and interviews by city. What a note announces
 * waits for the note; that is asked here and nowhere else.
 */
export const videosIn = oncePerBuild(async (lang: string): Promise<readonly VideoView[]> => {
  const compare = compareIn(lang);
  const place = ({ cityLinks, name }: VideoView): string => cityLinks[0]?.name ?? name;
  const [known, knownCities] = await Promise.all([publicVideos(), publicCities()]);
  const views = (await localisedIn('videos', lang))
    .filter(({ id }) => known.has(id))
    .map((video) => view(lang, { ...video, cities: video.cities.filter((city) => knownCities.has(city)) }));
  return (await Promise.all(views)).sort(
    (a, b) => KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind) || compare(place(a), place(b)),
  );
});

/** The videos that readers may know of, by their id. */
export const videosById = oncePerBuild(async (lang: string) => byId(await videosIn(lang)));

/** Where a video is announced: a note or a page of this site, or a page elsewhere. */
export const announcementOf = async (
  lang: string,
  { source }: Pick<VideoView, 'source'>,
): Promise<{ label: string; href: string; lang: string }> => {
  if ('url' in source) return { label: source.title, href: source.url, lang: sourceLanguage.code };
  const found = 'note' in source ? (await noteIn(lang, source.note)).note : await pageIn(lang, source.page);
  return { label: found.title, href: pathIn(lang, found.path), lang: found.contentLang };
};

/**
 * The video with this id, and the languages its own texts really exist in.
 * @throws RangeError when there is none
 */
export const videoIn = async (
  lang: string,
  id: string,
): Promise<{ video: VideoView; languages: string[] }> => {
  const video = (await videosById(lang)).get(id);
  if (!video) throw new RangeError(`There is no video "${id}".`);
  return { video, languages: languagesOf(await entryIn('videos', id)) };
};

const byCity = oncePerBuild(async (lang: string) =>
  byEach(
    (await videosIn(lang)).toSorted((a, b) => Number(b.isPublished) - Number(a.isPublished)),
    ({ cities }) => cities,
  ),
);

/** The videos of a city, published ones first. */
export const videosOfCity = async (lang: string, city: string): Promise<readonly VideoView[]> =>
  (await byCity(lang)).get(city) ?? [];
