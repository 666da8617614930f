import type { APIRoute, GetStaticPaths } from 'astro';
import { toRss } from '../../../../artefacts/feeds.ts';
import { languages, sourceLanguage } from '../../../../i18n/languages.ts';
import { langOfParam, langParam } from '../../../../i18n/paths.ts';
import { citiesIn } from '../../../../queries/cities.ts';
import { feedArchives, feedIn } from '../../../../queries/feeds.ts';

export const getStaticPaths = (async () => {
  const cities = await citiesIn(sourceLanguage.code);
  const paths = cities.flatMap(({ id }) =>
    languages.map(async ({ code }) =>
      Array.from({ length: await feedArchives(code, id) }, (_, index) => ({
        params: { lang: langParam(code), city: id, archive: String(index + 1) },
      })),
    ),
  );
  return (await Promise.all(paths)).flat();
}) satisfies GetStaticPaths;

/** Older press notes of a city in a language as RSS. */
export const GET: APIRoute = async ({ params }) => {
  const feed = await feedIn(langOfParam(params['lang']), params['city'], Number(params['archive']));
  return new Response(await toRss(feed), {
    headers: { 'content-type': 'application/rss+xml; charset=utf-8' },
  });
};
