import type { Post } from '../../queries/posts.ts';
import { mediaTypes } from '../file-names.ts';
import { postPictureName, type PostFormat } from './formats.ts';
import { postPicture } from './post-picture.ts';

/** A picture to post: what it is of, and its format. */
export interface PostFile {
  post: Post;
  format: PostFormat;
}

/**
 * The files of posts: each post in each format.
 * @param base what their names begin with
 */
export const postFiles = (base: string, posts: readonly Post[], formats: readonly PostFormat[]) =>
  posts.flatMap((post) =>
    formats.map((format) => ({
      file: postPictureName(base, post.id, post.picture.lang.code, format),
      props: { post, format },
    })),
  );

/** The picture as a server sends it. */
export const postResponse = async ({ post, format }: PostFile): Promise<Response> =>
  new Response(new Uint8Array(await postPicture(post.picture, format)), {
    headers: { 'content-type': mediaTypes.png },
  });
