import { entriesOf, localise, type Localised } from './entries.ts';
import { publicSources } from './sources.ts';

/** A video, with its texts in a language. */
export type VideoView = Localised<'videos'> & { path: string };

/** All videos: the docufilm first, then by id. */
export const videosIn = async (lang: string): Promise<VideoView[]> => {
  const isPublic = await publicSources();
  return (await entriesOf('videos'))
    .filter(({ record }) => isPublic(record.data.source))
    .map((entry) => ({ ...localise(entry, lang), path: `/video/${entry.id}/` }))
    .sort((a, b) => Number(b.kind === 'docufilm') - Number(a.kind === 'docufilm'));
};
