import type { APIRoute, GetStaticPaths } from 'astro';
import { toCalendar } from '../../../../artefacts/calendar.ts';
import { mediaTypes } from '../../../../artefacts/file-names.ts';
import { sourceLanguage } from '../../../../i18n/languages.ts';
import { langOfParam, languagePaths } from '../../../../i18n/paths.ts';
import { calendarIn, citiesWithDates } from '../../../../queries/calendar.ts';

export const getStaticPaths = (async () =>
  [...(await citiesWithDates(sourceLanguage.code))].flatMap((city) =>
    languagePaths().map(({ params }) => ({ params: { ...params, city } })),
  )) satisfies GetStaticPaths;

/** The dates of a city. */
export const GET: APIRoute = async ({ params }) =>
  new Response(toCalendar(await calendarIn(langOfParam(params['lang']), params['city'])), {
    headers: { 'content-type': mediaTypes.ics },
  });
