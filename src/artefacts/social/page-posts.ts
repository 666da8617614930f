import { pathIn } from '../../i18n/paths.ts';
import { postsPath } from '../../lib/addresses.ts';
import type { Post } from '../../queries/posts.ts';
import { postFormats, postPictureName, type PostFormat } from './formats.ts';
import { postPicture } from './post-picture.ts';

/** A post as its page shows it. */
export interface PagePost extends Pick<Post, 'id' | 'title' | 'alt' | 'text'> {
  /** The first is shown, the others are offered; none where only the texts are. */
  pictures: { format: PostFormat; href: string; width: number; height: number; bytes: number }[];
}

/**
 * Posts with the addresses and sizes of their pictures.
 * @param path address of the note or city, without language
 * @param base what the names of its files begin with
 * @param formats those that the pictures are made in
 */
export const pagePosts = (
  path: string,
  base: string,
  posts: readonly Post[],
  formats: readonly PostFormat[],
): Promise<PagePost[]> =>
  Promise.all(
    posts.map(async ({ id, title, alt, text, picture }) => ({
      ...{ id, title, alt, text },
      pictures: await Promise.all(
        formats.map(async (format) => ({
          format,
          href: pathIn(
            picture.lang.code,
            `${postsPath(path)}${postPictureName(base, id, picture.lang.code, format)}`,
          ),
          ...postFormats[format],
          bytes: (await postPicture(picture, format)).length,
        })),
      ),
    })),
  );

/**
 * Posts whose texts are offered, and of the first one the picture beside a link, which is made in any case.
 * @param picture address and size of that picture
 */
export const textPosts = (posts: readonly Post[], picture: { href: string; bytes: number }): PagePost[] =>
  posts.map(({ id, title, alt, text }, index) => ({
    ...{ id, title, alt, text },
    pictures: index === 0 ? [{ format: 'link', ...postFormats.link, ...picture }] : [],
  }));
