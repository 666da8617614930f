import type { APIRoute, GetStaticPaths } from 'astro';
import { feedFormats, feedResponse, type FeedFormat } from '../../../artefacts/feeds.ts';
import { langOfParam, languagePaths } from '../../../i18n/paths.ts';
import { feedIn } from '../../../queries/feeds.ts';

export const getStaticPaths = (() =>
  languagePaths().flatMap(({ params }) =>
    feedFormats.map((format) => ({ params: { ...params, format } })),
  )) satisfies GetStaticPaths;

/** The press notes of a language. */
export const GET: APIRoute = async ({ params }) =>
  feedResponse(params['format'] as FeedFormat, await feedIn(langOfParam(params['lang'])));
