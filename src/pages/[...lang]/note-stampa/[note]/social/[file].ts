import type { APIRoute, GetStaticPaths } from 'astro';
import { mediaTypes, noteFileBase } from '../../../../../artefacts/file-names.ts';
import { allPostFormats, postPictureName, type PostFormat } from '../../../../../artefacts/social/formats.ts';
import { postPicture } from '../../../../../artefacts/social/post-picture.ts';
import { langParam } from '../../../../../i18n/paths.ts';
import { notePosts, notesWithPosts, type Post } from '../../../../../queries/posts.ts';
import { publishedNote } from '../../../../../queries/published-notes.ts';

interface Props {
  post: Post;
  format: PostFormat;
}

/** Pictures to post of a note, in the languages that it really exists in. */
export const getStaticPaths = (async () => {
  const paths = (await notesWithPosts()).flatMap(({ id, languages }) =>
    languages.map(async (lang) => {
      const release = await publishedNote(lang, id);
      return (await notePosts(lang, id)).flatMap((post) =>
        allPostFormats.map((format) => ({
          params: {
            lang: langParam(lang),
            note: id,
            file: postPictureName(noteFileBase(release), post.id, lang, format),
          },
          props: { post, format } satisfies Props,
        })),
      );
    }),
  );
  return (await Promise.all(paths)).flat();
}) satisfies GetStaticPaths;

export const GET: APIRoute<Props> = async ({ props: { post, format } }) =>
  new Response(new Uint8Array(await postPicture(post.picture, format)), {
    headers: { 'content-type': mediaTypes.png },
  });
