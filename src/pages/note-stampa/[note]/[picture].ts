import type { APIRoute, GetStaticPaths, InferGetStaticPropsType } from 'astro';
import { pictureFileName } from '../../../artefacts/file-names.ts';
import { webPicture, webPictureSizes } from '../../../artefacts/pictures.ts';
import { cached } from '../../../artefacts/cache.ts';
import { pictureFormats, publicPictures } from '../../../queries/note-pictures.ts';

export const getStaticPaths = (async () => {
  const files = (await publicPictures()).map(async ({ note, picture: { id, original } }) => {
    const { widths } = await webPictureSizes(original);
    return widths.flatMap((width) =>
      pictureFormats.map((format) => ({
        params: { note, picture: pictureFileName(id, width, format) },
        props: { original, width, format },
      })),
    );
  });
  return (await Promise.all(files)).flat();
}) satisfies GetStaticPaths;

/** The pictures of the notes in the sizes that their pages ask for. */
export const GET: APIRoute<InferGetStaticPropsType<typeof getStaticPaths>> = async ({ props }) => {
  const { original, width, format } = props;
  const bytes = await cached(format, { original, width }, () => webPicture(original, width, format));
  return new Response(new Uint8Array(bytes), { headers: { 'content-type': `image/${format}` } });
};
