import { readFileSync } from 'node:fs';
import { imageSize } from 'image-size';
import { kindOf } from './signatures.ts';

/** What can be known of a picture without decoding it. */
export interface PictureFacts {
  /** Width × height; nothing when its head cannot be read. */
  pixels?: number;
  /** Whether its file ends where it says that it ends. */
  isWhole: boolean;
}

/**
 * Looks at the head and the end of a picture file: no pixel is decoded, so that a picture that would burst costs nothing.
 * @param path where it lies on this computer
 */
export const pictureFacts = (path: string): PictureFacts => {
  const bytes = readFileSync(path);
  try {
    const { width, height } = imageSize(bytes);
    return { pixels: width * height, isWhole: isWhole(bytes) };
  } catch {
    return { isWhole: false };
  }
};

const isWhole = (bytes: Buffer): boolean => {
  switch (kindOf(bytes)) {
    case 'jpeg':
      // Cameras write a preview or zeros after the end of image.
      return bytes.lastIndexOf(Buffer.from([0xff, 0xd9])) > bytes.lastIndexOf(Buffer.from([0xff, 0xda]));
    case 'png':
      return bytes.includes('IEND', Math.max(0, bytes.length - 4096), 'latin1');
    case 'webp':
      return bytes.readUInt32LE(4) + 8 <= bytes.length;
    case 'avif':
      return endOfBoxes(bytes) === bytes.length;
    default:
      return true;
  }
};

/** Where the last of the boxes ends that an ISO file is made of. */
const endOfBoxes = (bytes: Buffer): number => {
  let offset = 0;
  while (offset + 16 <= bytes.length) {
    const size = bytes.readUInt32BE(offset);
    if (size === 0) return bytes.length;
    const length = size === 1 ? Number(bytes.readBigUInt64BE(offset + 8)) : size;
    if (length < 8) return 0;
    offset += length;
  }
  return offset;
};
