import type { APIRoute, GetStaticPaths } from 'astro';
import { sourceLanguage } from '../../../../i18n/languages.ts';
import { langOfParam, languagePaths } from '../../../../i18n/paths.ts';
import { filmIn } from '../../../../queries/films.ts';
import { oEmbedOfPage } from '../../../../queries/oembed.ts';
import { videoIn, videosIn } from '../../../../queries/videos.ts';

export const getStaticPaths = (async () =>
  (await videosIn(sourceLanguage.code))
    .filter(({ isPublished }) => isPublished)
    .flatMap(({ id }) =>
      languagePaths().map(({ params }) => ({ params: { ...params, video: id } })),
    )) satisfies GetStaticPaths;

/** The page of a published film as a card: nothing is played outside it, since whoever plays one is told of it first. */
export const GET: APIRoute = async ({ params }) => {
  const lang = langOfParam(params['lang']);
  const id = params['video'] ?? '';
  const [{ video }, film] = await Promise.all([videoIn(lang, id), filmIn(lang, id)]);
  return Response.json(oEmbedOfPage(lang, video.name, film.poster.sharing));
};
