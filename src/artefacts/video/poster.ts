import sharp from 'sharp';

/**
 * The poster of a video as the page shows it: WebP, 16:9, cut where the original has another shape.
 * @param original the picture as the editors put it in
 * @param width in pixels
 */
export const posterPicture = (original: Uint8Array, width: number): Promise<Buffer> =>
  sharp(original)
    .rotate()
    .resize({ width, height: Math.round((width * 9) / 16), fit: 'cover' })
    .webp({ quality: 74 })
    .toBuffer();
