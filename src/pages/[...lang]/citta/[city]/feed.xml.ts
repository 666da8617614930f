import type { APIRoute, GetStaticPaths } from 'astro';
import { toRss } from '../../../../artefacts/feeds.ts';
import { languages, sourceLanguage } from '../../../../i18n/languages.ts';
import { langOfParam, langParam } from '../../../../i18n/paths.ts';
import { citiesIn } from '../../../../queries/cities.ts';
import { feedIn } from '../../../../queries/feeds.ts';

export const getStaticPaths = (async () =>
  (await citiesIn(sourceLanguage.code)).flatMap(({ id }) =>
    languages.map(({ code }) => ({ params: { lang: langParam(code), city: id } })),
  )) satisfies GetStaticPaths;

/** The press notes of a city in a language as RSS. */
export const GET: APIRoute = async ({ params }) =>
  new Response(await toRss(await feedIn(langOfParam(params['lang']), params['city'])), {
    headers: { 'content-type': 'application/rss+xml; charset=utf-8' },
  });
