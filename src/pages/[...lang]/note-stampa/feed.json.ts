import type { APIRoute, GetStaticPaths } from 'astro';
import { toJsonFeed } from '../../../artefacts/feeds.ts';
import { langOfParam, languagePaths } from '../../../i18n/paths.ts';
import { feedIn } from '../../../queries/feeds.ts';

export const getStaticPaths = languagePaths satisfies GetStaticPaths;

/** The press notes of a language as JSON Feed. */
export const GET: APIRoute = async ({ params }) =>
  new Response(toJsonFeed(await feedIn(langOfParam(params['lang']))), {
    headers: { 'content-type': 'application/feed+json; charset=utf-8' },
  });
