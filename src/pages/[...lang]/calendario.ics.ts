import type { APIRoute, GetStaticPaths } from 'astro';
import { toCalendar } from '../../artefacts/calendar.ts';
import { mediaTypes } from '../../artefacts/file-names.ts';
import { langOfParam, languagePaths } from '../../i18n/paths.ts';
import { calendarIn } from '../../queries/calendar.ts';

export const getStaticPaths = languagePaths satisfies GetStaticPaths;

/** The dates of the network. */
export const GET: APIRoute = async ({ params }) =>
  new Response(toCalendar(await calendarIn(langOfParam(params['lang']))), {
    headers: { 'content-type': mediaTypes.ics },
  });
