import type { APIRoute, GetStaticPaths } from 'astro';
import { citySheet } from '../../../../artefacts/city-sheet.ts';
import { citySharingName, citySheetName, mediaTypes } from '../../../../artefacts/file-names.ts';
import { sharingPicture } from '../../../../artefacts/sharing-picture.ts';
import { languages, sourceLanguage } from '../../../../i18n/languages.ts';
import { langParam } from '../../../../i18n/paths.ts';
import { citiesIn } from '../../../../queries/cities.ts';
import { citiesWithSheet, citySharing, citySheetIn } from '../../../../queries/sharing.ts';

interface Props {
  id: string;
  lang: string;
  format: 'pdf' | 'png';
}

export const getStaticPaths = (async () => {
  const path = (id: string, lang: string, format: Props['format'], file: string) => ({
    params: { lang: langParam(lang), city: id, file },
    props: { id, lang, format } satisfies Props,
  });
  const [cities, sheets] = await Promise.all([citiesIn(sourceLanguage.code), citiesWithSheet()]);
  return [
    ...cities.flatMap(({ id }) =>
      languages.map(({ code }) => path(id, code, 'png', citySharingName(id, code))),
    ),
    ...sheets.flatMap(({ id, languages: own }) =>
      own.map((lang) => path(id, lang, 'pdf', citySheetName(id, lang))),
    ),
  ];
}) satisfies GetStaticPaths;

/** A city's sheet to hang up, and the picture that goes along when its page is shared. */
export const GET: APIRoute<Props> = async ({ props: { id, lang, format } }) => {
  const bytes =
    format === 'pdf'
      ? await citySheet(await citySheetIn(lang, id))
      : await sharingPicture(await citySharing(lang, id));
  return new Response(new Uint8Array(bytes), { headers: { 'content-type': mediaTypes[format] } });
};
