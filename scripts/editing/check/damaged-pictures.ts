import { readFileSync } from 'node:fs';
import { openPicture } from '../../../src/artefacts/pictures.ts';
import { limits } from '../../../src/lib/limits.ts';
import type { ContentFile } from '../content/files.ts';
import { kindOfFile } from '../content/signatures.ts';
import { pictureFacts } from '../content/picture-facts.ts';
import type { Problem } from './problem.ts';

const DECODED = ['jpeg', 'png', 'webp', 'avif', 'tiff'];

/** Whether the first and the last pixel of a picture can be had; small, so that it costs little. */
const canBeDecoded = async (path: string): Promise<boolean> => {
  try {
    await openPicture(readFileSync(path)).resize({ width: 16 }).raw().toBuffer();
    return true;
  } catch {
    return false;
  }
};

/**
 * Pictures whose head and end are sound and whose pixels are not: that shows only where they are decoded, which the check of
 * the texts does not wait for.
 * @param files all files of the content
 */
export const damagedPictures = async (files: readonly ContentFile[]): Promise<Problem[]> => {
  const problems: Problem[] = [];
  for (const { path, absolute, refused, size } of files) {
    if (refused || !/\.(jpe?g|png|webp|avif|tiff?)$/i.test(path) || size > limits.pictureBytes) continue;
    if (!DECODED.includes(kindOfFile(absolute) ?? '')) continue;
    const { pixels, isWhole } = pictureFacts(absolute);
    // Told of already.
    if (!isWhole || (pixels ?? 0) > limits.picturePixels || (await canBeDecoded(absolute))) continue;
    const name = path.split('/').at(-1) ?? path;
    problems.push({
      file: path,
      line: 1,
      column: 1,
      code: 'broken-picture',
      what: `${name} è rovinata: i suoi punti non si leggono.`,
      why: 'Di solito la copia si è interrotta o il disco l’ha danneggiata. Il sito non ne può fare le misure, e si ferma.',
      fix: `Copia di nuovo ${name} dall’originale, oppure aprila con un programma di immagini e salvala come JPEG.`,
    });
  }
  return problems;
};
