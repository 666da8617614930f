import { openPicture } from '../pictures.ts';

const cut = (original: Uint8Array, width: number, height: number) =>
  openPicture(original).rotate().resize({ width, height, fit: 'cover' });

/**
 * The poster of a video as the page shows it: WebP, 16:9, cut where the original has another shape.
 * @param original the picture as the editors put it in
 * @param width in pixels
 */
export const posterPicture = (original: Uint8Array, width: number): Promise<Buffer> =>
  cut(original, width, Math.round((width * 9) / 16))
    .webp({ quality: 74 })
    .toBuffer();

/** The poster as it is shown where the page is shared: JPEG, 1200 × 630, which every service can show. */
export const sharingPoster = (original: Uint8Array): Promise<Buffer> =>
  cut(original, 1200, 630).jpeg({ quality: 80 }).toBuffer();
