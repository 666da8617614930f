import { compareIn, formatList } from '../i18n/format.ts';
import { sourceLanguage } from '../i18n/languages.ts';
import { pathIn } from '../i18n/paths.ts';
import { translator } from '../i18n/strings.ts';
import { isPublished } from '../schemas/video.ts';
import { entriesOf, languagesOf, localise, type Entry, type Localised } from './entries.ts';
import { pageIn } from './pages.ts';
import { noteIn } from './press-notes.ts';
import { publicSources } from './sources.ts';

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

const view = async (entry: Entry<'videos'>, lang: string): Promise<VideoView> => {
  const video = localise(entry, lang);
  const cities = (await entriesOf('cities'))
    .filter(({ id }) => video.cities.includes(id))
    .map((city) => localise(city, lang))
    .sort((a, b) => compareIn(lang)(a.name, b.name));
  return {
    ...video,
    path: `/video/${entry.id}/`,
    name: nameOf(
      lang,
      video,
      cities.map(({ name }) => name),
    ),
    nameLang: video.title === undefined ? lang : video.contentLang,
    cityLinks: cities.map(({ id, name, contentLang }) => ({
      id,
      name,
      path: `/citta/${id}/`,
      lang: contentLang,
    })),
    isPublished: isPublished(video),
  };
};

/** The videos that readers may know of: what a note announces waits for the note. Asked here and nowhere else. */
export const publicVideos = async (): Promise<Entry<'videos'>[]> => {
  const isPublic = await publicSources();
  return (await entriesOf('videos')).filter(({ record }) => isPublic(record.data.source));
};

const KINDS = ['docufilm', 'clip', 'interview'] as const;

/** All videos: the docufilm first, then clips and interviews by city. */
export const videosIn = async (lang: string): Promise<VideoView[]> => {
  const compare = compareIn(lang);
  const place = ({ cityLinks, name }: VideoView): string => cityLinks[0]?.name ?? name;
  return (await Promise.all((await publicVideos()).map((entry) => view(entry, lang)))).sort(
    (a, b) => KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind) || compare(place(a), place(b)),
  );
};

/** Where a video is announced: a note or a page of this site, or a page elsewhere. */
export const announcementOf = async (
  lang: string,
  { source }: Pick<VideoView, 'source'>,
): Promise<{ label: string; href: string; lang: string }> => {
  if ('url' in source) return { label: source.title, href: source.url, lang: sourceLanguage.code };
  const found = 'note' in source ? (await noteIn(lang, source.note)).note : await pageIn(lang, source.page);
  return { label: found.title, href: pathIn(lang, found.path), lang: found.contentLang };
};

/** Ids of all videos. */
export const videoIds = async (): Promise<string[]> => (await publicVideos()).map(({ id }) => id);

/**
 * The video with this id, and the languages its own texts really exist in.
 * @throws RangeError when there is none
 */
export const videoIn = async (
  lang: string,
  id: string,
): Promise<{ video: VideoView; languages: string[] }> => {
  const entry = (await publicVideos()).find((candidate) => candidate.id === id);
  if (!entry) throw new RangeError(`There is no video "${id}".`);
  return { video: await view(entry, lang), languages: languagesOf(entry) };
};

/** The videos of a city, published ones first. */
export const videosOfCity = async (lang: string, city: string): Promise<VideoView[]> =>
  (await videosIn(lang))
    .filter(({ cities }) => cities.includes(city))
    .sort((a, b) => Number(b.isPublished) - Number(a.isPublished));
