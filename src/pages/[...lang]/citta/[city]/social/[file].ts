import type { APIRoute, GetStaticPaths } from 'astro';
import { cityFileBase } from '../../../../../artefacts/file-names.ts';
import { allPostFormats, fewPostFormats } from '../../../../../artefacts/social/formats.ts';
import { postFiles, postResponse, type PostFile } from '../../../../../artefacts/social/post-files.ts';
import { langParam } from '../../../../../i18n/paths.ts';
import { citiesWithPosts, cityPosts, hasAllCityFormats } from '../../../../../queries/posts.ts';

/** Pictures to post of a city, in the languages that its text really exists in. */
export const getStaticPaths = (async () => {
  const paths = (await citiesWithPosts()).flatMap(({ id, languages }) =>
    languages.map(async (lang) => {
      const formats = hasAllCityFormats(lang) ? allPostFormats : fewPostFormats;
      return postFiles(cityFileBase(id), await cityPosts(lang, id), formats).map(({ file, props }) => ({
        params: { lang: langParam(lang), city: id, file },
        props,
      }));
    }),
  );
  return (await Promise.all(paths)).flat();
}) satisfies GetStaticPaths;

export const GET: APIRoute<PostFile> = ({ props }) => postResponse(props);
