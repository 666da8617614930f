import { languages } from '../i18n/languages.ts';
import { oncePerBuild } from '../lib/once-per-build.ts';
import type { Source } from '../schemas/common.ts';
import { siteConfig } from '../site.config.ts';
import { entriesOf } from './entries.ts';
import { hasCome, hasPage, showsUnpublished } from './publication.ts';

/** Ids of the notes that have an address, withdrawn ones too. */
export const noteIdsWithPage = oncePerBuild(async (): Promise<readonly string[]> =>
  (await entriesOf('press-notes')).filter(({ record }) => hasPage(record.data)).map(({ id }) => id),
);

/**
 * Whether readers may know what a source says: what is taken from a draft or from a note under embargo waits for the
 * note, wherever else on the site it would be told.
 */
export const publicSources = oncePerBuild(async (): Promise<(source: Source | undefined) => boolean> => {
  const notes = new Set(await noteIdsWithPage());
  return (source) => !source || !('note' in source) || notes.has(source.note);
});

/** The cities that readers may know of: those whose source they may read, and those of a note that has an address. */
export const publicCities = oncePerBuild(async (): Promise<ReadonlySet<string>> => {
  const isPublic = await publicSources();
  const cities = (await entriesOf('cities')).filter(({ record }) => isPublic(record.data.source));
  const notes = (await entriesOf('press-notes')).filter(({ record }) => hasPage(record.data));
  return new Set([...cities.map(({ id }) => id), ...notes.map(({ record }) => record.data.city)]);
});

/** The videos that readers may know of: announced by a source that they may read, and not published on a day to come. */
export const publicVideos = oncePerBuild(async (): Promise<ReadonlySet<string>> => {
  const isPublic = await publicSources();
  const cities = await publicCities();
  return new Set(
    (await entriesOf('videos'))
      .filter(({ record: { data } }) => {
        const isOut = data.publishedOn === undefined || hasCome(data.publishedOn) || showsUnpublished();
        const hasPlace = data.cities.length === 0 || data.cities.some((city) => cities.has(city));
        return isPublic(data.source) && isOut && hasPlace;
      })
      .map(({ id }) => id),
  );
});

/** Whether readers may know where a link leads: an address of the site names what it tells of. */
export const publicTargets = oncePerBuild(async (): Promise<(url: string) => boolean> => {
  const known = {
    'note-stampa': [await entriesOf('press-notes'), new Set(await noteIdsWithPage())],
    citta: [await entriesOf('cities'), await publicCities()],
    video: [await entriesOf('videos'), await publicVideos()],
  } as const;
  const hidden = new Set(
    Object.entries(known).flatMap(([section, [entries, open]]) =>
      entries.filter(({ id }) => !open.has(id)).map(({ id }) => `${section}/${id}`),
    ),
  );
  const own = new URL(siteConfig.url);
  return (url) => {
    const target = URL.parse(url, own);
    if (target?.host !== own.host) return true;
    const [first = '', ...rest] = decodeURI(target.pathname).split('/').filter(Boolean);
    const isPrefix = languages.some(({ code }) => code === first);
    const [section = '', id = ''] = isPrefix ? rest : [first, ...rest];
    return !hidden.has(`${section}/${id}`);
  };
});
