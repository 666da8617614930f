import type { APIRoute, GetStaticPaths } from 'astro';
import { citySheet } from '../../../../artefacts/city-sheet.ts';
import {
  citySharingName,
  citySheetName,
  mediaTypes,
  plateHeadName,
  platePictureName,
} from '../../../../artefacts/file-names.ts';
import { platePicturePng, platePictureSvg } from '../../../../artefacts/plate-picture.ts';
import { platePageSvg } from '../../../../artefacts/plate-svg.ts';
import { sharingPicture } from '../../../../artefacts/sharing-picture.ts';
import { languages, sourceLanguage } from '../../../../i18n/languages.ts';
import { langParam } from '../../../../i18n/paths.ts';
import { readmeLanguages } from '../../../../queries/published-notes.ts';
import { plateCrops } from '../../../../map/plate/crops.ts';
import { drawPlate } from '../../../../map/plate/plate.ts';
import { plateOf } from '../../../../queries/plates.ts';
import { citiesIn } from '../../../../queries/cities.ts';
import { citiesWithSheet, citySharing, citySheetIn, platePictureIn } from '../../../../queries/sharing.ts';

interface Props {
  id: string;
  lang: string;
  format: keyof typeof makers;
}

/** What stands beside a city's page: its sheet to hang up, what goes along when it is shared, its picture to take away. */
const makers = {
  sheet: async (lang: string, id: string) => citySheet(await citySheetIn(lang, id)),
  sharing: async (lang: string, id: string) => sharingPicture(await citySharing(lang, id)),
  head: async (lang: string, id: string) =>
    new TextEncoder().encode(platePageSvg(drawPlate((await plateOf(lang, id)).data, plateCrops.note))),
  svg: async (lang: string, id: string) => platePictureSvg(await platePictureIn(lang, id)),
  png: async (lang: string, id: string) => platePicturePng(await platePictureIn(lang, id)),
} as const;

const types = {
  head: mediaTypes.svg,
  sheet: mediaTypes.pdf,
  sharing: mediaTypes.png,
  svg: mediaTypes.svg,
  png: mediaTypes.png,
} as const;

export const getStaticPaths = (async () => {
  const path = (id: string, lang: string, format: Props['format'], file: string) => ({
    params: { lang: langParam(lang), city: id, file },
    props: { id, lang, format } satisfies Props,
  });
  const [cities, sheets] = await Promise.all([citiesIn(sourceLanguage.code), citiesWithSheet()]);
  return [
    ...cities.flatMap(({ id }) =>
      languages.flatMap(({ code }) => [
        path(id, code, 'sharing', citySharingName(id, code)),
        path(id, code, 'head', plateHeadName(id, code)),
      ]),
    ),
    ...cities.flatMap(({ id }) =>
      readmeLanguages.flatMap((code) =>
        (['svg', 'png'] as const).map((format) => path(id, code, format, platePictureName(id, code, format))),
      ),
    ),
    ...sheets.flatMap(({ id, languages: own }) =>
      own.map((lang) => path(id, lang, 'sheet', citySheetName(id, lang))),
    ),
  ];
}) satisfies GetStaticPaths;

/** A file of a city. */
export const GET: APIRoute<Props> = async ({ props: { id, lang, format } }) =>
  new Response(new Uint8Array(await makers[format](lang, id)), {
    headers: { 'content-type': types[format] },
  });
