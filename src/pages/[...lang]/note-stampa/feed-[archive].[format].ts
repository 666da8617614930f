import type { APIRoute, GetStaticPaths } from 'astro';
import { feedFormats, feedResponse, type FeedFormat } from '../../../artefacts/feeds.ts';
import { langOfParam } from '../../../i18n/paths.ts';
import { archivePaths, feedIn } from '../../../queries/feeds.ts';

export const getStaticPaths = (async () =>
  (await archivePaths()).flatMap((params) =>
    feedFormats.map((format) => ({ params: { ...params, format } })),
  )) satisfies GetStaticPaths;

/** Older press notes of a language. */
export const GET: APIRoute = async ({ params }) =>
  feedResponse(
    params['format'] as FeedFormat,
    await feedIn(langOfParam(params['lang']), undefined, Number(params['archive'])),
  );
