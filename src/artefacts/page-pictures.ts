import type { NotePicture, PagePicture, PictureFormat } from '../queries/note-pictures.ts';
import { pictureFileName } from './file-names.ts';
import { webPictureSizes } from './pictures.ts';

/** The width in pixels that a browser without `srcset` gets, where the picture has it. */
const FALLBACK_WIDTH = 800;

/** The pictures of a note as its page shows them: sizes and addresses, no bytes. */
export const pagePictures = (
  pictures: readonly NotePicture[],
  formats: readonly PictureFormat[],
): Promise<PagePicture[]> =>
  Promise.all(
    pictures.map(async ({ original, folder, ...texts }) => {
      const hrefOf = (width: number, format: PictureFormat): string =>
        `${folder}${pictureFileName(texts.id, width, format)}`;
      const { width, height, widths } = await webPictureSizes(original);
      return {
        ...texts,
        ...{ width, height },
        sources: formats.map((format) => ({
          type: `image/${format}`,
          srcset: widths.map((each) => `${hrefOf(each, format)} ${each}w`).join(', '),
        })),
        fallback: hrefOf(widths.find((each) => each >= FALLBACK_WIDTH) ?? (widths.at(-1) as number), 'webp'),
      };
    }),
  );
