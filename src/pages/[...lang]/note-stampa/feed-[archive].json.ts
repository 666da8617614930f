import type { APIRoute, GetStaticPaths } from 'astro';
import { toJsonFeed } from '../../../artefacts/feeds.ts';
import { languages } from '../../../i18n/languages.ts';
import { langOfParam, langParam } from '../../../i18n/paths.ts';
import { feedArchives, feedIn } from '../../../queries/feeds.ts';

export const getStaticPaths = (async () => {
  const paths = languages.map(async ({ code }) =>
    Array.from({ length: await feedArchives(code) }, (_, index) => ({
      params: { lang: langParam(code), archive: String(index + 1) },
    })),
  );
  return (await Promise.all(paths)).flat();
}) satisfies GetStaticPaths;

/** Older press notes of a language as JSON Feed. */
export const GET: APIRoute = async ({ params }) => {
  const feed = await feedIn(langOfParam(params['lang']), undefined, Number(params['archive']));
  return new Response(toJsonFeed(feed), {
    headers: { 'content-type': 'application/feed+json; charset=utf-8' },
  });
};
