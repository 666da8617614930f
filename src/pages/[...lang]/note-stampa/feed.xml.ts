import type { APIRoute, GetStaticPaths } from 'astro';
import { toRss } from '../../../artefacts/feeds.ts';
import { langOfParam, languagePaths } from '../../../i18n/paths.ts';
import { feedIn } from '../../../queries/feeds.ts';

export const getStaticPaths = languagePaths satisfies GetStaticPaths;

/** The press notes of a language as RSS. */
export const GET: APIRoute = async ({ params }) =>
  new Response(await toRss(await feedIn(langOfParam(params['lang']))), {
    headers: { 'content-type': 'application/rss+xml; charset=utf-8' },
  });
