import type { APIRoute, GetStaticPaths } from 'astro';
import { mediaTypes } from '../../artefacts/file-names.ts';
import { sharingPicture } from '../../artefacts/sharing-picture.ts';
import { langOfParam, languagePaths } from '../../i18n/paths.ts';
import { siteSharing } from '../../queries/sharing.ts';

export const getStaticPaths = languagePaths satisfies GetStaticPaths;

/** The picture that goes along when a page without one of its own is shared. */
export const GET: APIRoute = async ({ params }) => {
  const bytes = await sharingPicture(siteSharing(langOfParam(params['lang'])));
  return new Response(new Uint8Array(bytes), { headers: { 'content-type': mediaTypes.png } });
};
