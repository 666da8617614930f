import sharp, { type Sharp } from 'sharp';
import { limits } from '../lib/limits.ts';

/** A picture of the content; one that is beyond the limits is never decoded. */
export const openPicture = (original: Uint8Array): Sharp =>
  sharp(original, { limitInputPixels: limits.picturePixels });

/** A picture made small for a document. */
export interface Preview {
  bytes: Uint8Array;
  /** Pixels. */
  width: number;
  height: number;
}

/** The picture as a JPEG of at most 1400 pixels a side, upright, without metadata (so without the place it was taken). */
export const previewOf = async (original: Uint8Array): Promise<Preview> => {
  const { data, info } = await openPicture(original)
    .rotate()
    .resize({ width: 1400, height: 1400, fit: 'inside', withoutEnlargement: true })
    .flatten({ background: '#fff' })
    .jpeg({ quality: 80, mozjpeg: true })
    .toBuffer({ resolveWithObject: true });
  return { bytes: new Uint8Array(data), width: info.width, height: info.height };
};

/** Widths in pixels that a page may ask for; the largest fills its column on a screen of high density. */
const WEB_WIDTHS = [480, 800, 1200, 1600];

/** A picture as the page shows it. */
export interface WebPictureSizes {
  /** Pixels of the upright original. */
  width: number;
  height: number;
  /** Widths that the original is large enough for. */
  widths: number[];
}

/**
 * Which sizes a picture is offered in: never larger than it is.
 * @throws Error when the bytes are not a picture
 */
export const webPictureSizes = async (original: Uint8Array): Promise<WebPictureSizes> => {
  const { width, height, orientation = 1 } = await openPicture(original).metadata();
  const upright = orientation >= 5 ? { width: height, height: width } : { width, height };
  const smaller = WEB_WIDTHS.filter((candidate) => candidate < upright.width);
  const largest = Math.min(upright.width, WEB_WIDTHS.at(-1) as number);
  return { ...upright, widths: [...new Set([...smaller, largest])] };
};

/** The picture in one size for a page, upright, without metadata (so without the place it was taken). */
export const webPicture = async (
  original: Uint8Array,
  width: number,
  format: 'avif' | 'webp',
): Promise<Uint8Array> => {
  const picture = openPicture(original).rotate().resize({ width, withoutEnlargement: true });
  const bytes =
    format === 'avif'
      ? await picture.avif({ quality: 55, effort: 4 }).toBuffer()
      : await picture.webp({ quality: 76 }).toBuffer();
  return new Uint8Array(bytes);
};

/**
 * The picture for the press: all its pixels, upright, in its own format and colours, without the metadata that could
 * tell where and by which device it was taken.
 * @throws Error when the bytes are not a picture
 */
export const pressOriginal = async (original: Uint8Array): Promise<Uint8Array> => {
  const { format } = await openPicture(original).metadata();
  const picture = openPicture(original).rotate().keepIccProfile();
  switch (format) {
    case 'png':
      return new Uint8Array(await picture.png({ compressionLevel: 9 }).toBuffer());
    case 'webp':
      return new Uint8Array(await picture.webp({ quality: 95 }).toBuffer());
    case 'heif':
      return new Uint8Array(await picture.avif({ quality: 85 }).toBuffer());
    case 'tiff':
      return new Uint8Array(await picture.tiff({ compression: 'lzw' }).toBuffer());
    default:
      return new Uint8Array(
        await picture.jpeg({ quality: 95, chromaSubsampling: '4:4:4', mozjpeg: true }).toBuffer(),
      );
  }
};
