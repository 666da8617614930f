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
 * `lgnet2-palermo-2023-11-03-citazione-tirrito-it-1080x1350.png`
 * @param base what all files of the note or city begin with
 * @param post id of what is posted
 */
export const postPictureName = (base: string, post: string, lang: string, format: PostFormat): string => {
  const { width, height } = postFormats[format];
  return `${[base, post, lang].map(fileNamePart).join('-')}-${width}x${height}.png`;
};

/** The formats of a city's pictures, where not all of them are made. */
export const fewPostFormats: readonly PostFormat[] = ['portrait'];
