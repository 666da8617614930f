import type { APIRoute, GetStaticPaths } from 'astro';
import { feedFormats, feedResponse, type FeedFormat } from '../../../../artefacts/feeds.ts';
import { sourceLanguage } from '../../../../i18n/languages.ts';
import { langOfParam, languagePaths } from '../../../../i18n/paths.ts';
import { citiesIn } from '../../../../queries/cities.ts';
import { feedIn } from '../../../../queries/feeds.ts';

export const getStaticPaths = (async () =>
  (await citiesIn(sourceLanguage.code)).flatMap(({ id }) =>
    languagePaths().flatMap(({ params }) =>
      feedFormats.map((format) => ({ params: { ...params, city: id, format } })),
    ),
  )) satisfies GetStaticPaths;

/** The press notes of a city in a language. */
export const GET: APIRoute = async ({ params }) =>
  feedResponse(params['format'] as FeedFormat, await feedIn(langOfParam(params['lang']), params['city']));
