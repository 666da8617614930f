import sharp from 'sharp';

/** A picture made small for a document. */
export interface Preview {
  bytes: Uint8Array;
  /** Pixels. */
  width: number;
  height: number;
}

/** The picture as a JPEG of at most 1400 pixels a side, upright, without metadata (so without the place it was taken). */
export const previewOf = async (original: Uint8Array): Promise<Preview> => {
  const { data, info } = await sharp(original)
    .rotate()
    .resize({ width: 1400, height: 1400, fit: 'inside', withoutEnlargement: true })
    .flatten({ background: '#fff' })
    .jpeg({ quality: 80, mozjpeg: true })
    .toBuffer({ resolveWithObject: true });
  return { bytes: new Uint8Array(data), width: info.width, height: info.height };
};
