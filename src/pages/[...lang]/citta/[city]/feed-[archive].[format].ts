import type { APIRoute, GetStaticPaths } from 'astro';
import { feedFormats, feedResponse, type FeedFormat } from '../../../../artefacts/feeds.ts';
import { sourceLanguage } from '../../../../i18n/languages.ts';
import { langOfParam } from '../../../../i18n/paths.ts';
import { citiesIn } from '../../../../queries/cities.ts';
import { archivePaths, feedIn } from '../../../../queries/feeds.ts';

export const getStaticPaths = (async () => {
  const cities = await citiesIn(sourceLanguage.code);
  const paths = cities.map(async ({ id }) =>
    (await archivePaths(id)).flatMap((params) =>
      feedFormats.map((format) => ({ params: { ...params, city: id, format } })),
    ),
  );
  return (await Promise.all(paths)).flat();
}) satisfies GetStaticPaths;

/** Older press notes of a city in a language. */
export const GET: APIRoute = async ({ params }) =>
  feedResponse(
    params['format'] as FeedFormat,
    await feedIn(langOfParam(params['lang']), params['city'], Number(params['archive'])),
  );
