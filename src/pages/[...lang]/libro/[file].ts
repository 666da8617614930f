import type { APIRoute, GetStaticPaths } from 'astro';
import { bookFile } from '../../../artefacts/book/offer.ts';
import { bookFormats, bookName, mediaTypes, type BookFormat } from '../../../artefacts/file-names.ts';
import { langParam } from '../../../i18n/paths.ts';
import { bookOf, books } from '../../../queries/book.ts';

interface Props {
  edition: string;
  lang: string;
  format: BookFormat;
}

export const getStaticPaths = (async () =>
  (await books()).flatMap(({ edition, lang }) =>
    bookFormats.map((format) => ({
      params: { lang: langParam(lang), file: bookName(edition, lang, format) },
      props: { edition, lang, format } satisfies Props,
    })),
  )) satisfies GetStaticPaths;

/** The book of an edition. */
export const GET: APIRoute<Props> = async ({ props: { edition, lang, format } }) =>
  new Response(new Uint8Array(await bookFile(await bookOf(lang, edition), format)), {
    headers: { 'content-type': mediaTypes[format] },
  });
