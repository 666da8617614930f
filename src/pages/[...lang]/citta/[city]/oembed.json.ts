import type { APIRoute, GetStaticPaths } from 'astro';
import { citySharingName } from '../../../../artefacts/file-names.ts';
import { sourceLanguage } from '../../../../i18n/languages.ts';
import { langOfParam, languagePaths, pathIn } from '../../../../i18n/paths.ts';
import { citiesIn, cityIn } from '../../../../queries/cities.ts';
import { frameOfCity } from '../../../../queries/frames.ts';
import { oEmbedOfFrame } from '../../../../queries/oembed.ts';

export const getStaticPaths = (async () =>
  (await citiesIn(sourceLanguage.code)).flatMap(({ id }) =>
    languagePaths().map(({ params }) => ({ params: { ...params, city: id } })),
  )) satisfies GetStaticPaths;

/** A city's page as a card. */
export const GET: APIRoute = async ({ params }) => {
  const lang = langOfParam(params['lang']);
  const { city } = await cityIn(lang, params['city'] ?? '');
  const picture = pathIn(lang, `${city.path}${citySharingName(city.id, lang)}`);
  return Response.json(oEmbedOfFrame(lang, await frameOfCity(lang, city.id), city.name, picture));
};
