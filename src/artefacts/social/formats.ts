import { fileNamePart } from '../../lib/escape.ts';

/**
 * The sizes in which pictures to post are made, in pixels: the feed, upright and square; the story, with room above and
 * below for what a network lays over it; the picture beside a link.
 */
export const postFormats = {
  portrait: { width: 1080, height: 1350 },
  square: { width: 1080, height: 1080 },
  story: { width: 1080, height: 1920 },
  link: { width: 1200, height: 630 },
} as const;

export type PostFormat = keyof typeof postFormats;

export const allPostFormats = Object.keys(postFormats) as PostFormat[];

/**
 * `citazione-tirrito-it-1080x1350.png`
 * @param post id of what is posted, unique in its folder
 */
export const postPictureName = (post: string, lang: string, format: PostFormat): string => {
  const { width, height } = postFormats[format];
  return `${fileNamePart(post)}-${fileNamePart(lang)}-${width}x${height}.png`;
};

/** The formats of a city's pictures, where not all of them are made. */
export const fewPostFormats: readonly PostFormat[] = ['portrait'];
