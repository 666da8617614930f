import type { APIRoute, GetStaticPaths } from 'astro';
import { cityFileBase, mediaTypes } from '../../../../../artefacts/file-names.ts';
import {
  allPostFormats,
  fewPostFormats,
  postPictureName,
  type PostFormat,
} from '../../../../../artefacts/social/formats.ts';
import { postPicture } from '../../../../../artefacts/social/post-picture.ts';
import { langParam } from '../../../../../i18n/paths.ts';
import { citiesWithPosts, cityPosts, hasAllCityFormats, type Post } from '../../../../../queries/posts.ts';

interface Props {
  post: Post;
  format: PostFormat;
}

/** Pictures to post of a city, in the languages that its text really exists in. */
export const getStaticPaths = (async () => {
  const paths = (await citiesWithPosts()).flatMap(({ id, languages }) =>
    languages.map(async (lang) =>
      (await cityPosts(lang, id)).flatMap((post) =>
        (hasAllCityFormats(lang) ? allPostFormats : fewPostFormats).map((format) => ({
          params: {
            lang: langParam(lang),
            city: id,
            file: postPictureName(cityFileBase(id), post.id, lang, format),
          },
          props: { post, format } satisfies Props,
        })),
      ),
    ),
  );
  return (await Promise.all(paths)).flat();
}) satisfies GetStaticPaths;

export const GET: APIRoute<Props> = async ({ props: { post, format } }) =>
  new Response(new Uint8Array(await postPicture(post.picture, format)), {
    headers: { 'content-type': mediaTypes.png },
  });
