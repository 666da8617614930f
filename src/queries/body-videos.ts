import type { NoteDocument } from '../documents/note-document/index.ts';
import { filmsOf, type FilmView } from './films.ts';
import { videosById, type VideoView } from './videos.ts';

/** A video that a text shows, and what plays where it is published. */
export interface BodyVideo {
  video: VideoView;
  film: FilmView | undefined;
}

/** The videos that a text shows, and no other. */
export const videosShownIn = async (lang: string, body: NoteDocument): Promise<BodyVideo[]> => {
  const videos = await videosById(lang);
  const shown = body.blocks
    .filter((block) => block.type === 'video')
    .flatMap(({ id }) => videos.get(id) ?? []);
  const films = await filmsOf(lang, shown);
  return shown.map((video) => ({ video, film: films.get(video.id) }));
};
