import sharp from 'sharp';
import type { DocumentLanguage } from '../documents/published-note.ts';
import { plateCrops } from '../map/plate/crops.ts';
import { drawPlate, type PlateData } from '../map/plate/plate.ts';
import { cached } from './cache.ts';
import { plateSvg } from './plate-svg.ts';
import { typesetSvg } from './typst/engine.ts';
import { printable } from './typst/printable.ts';

/** A city's picture to take away. */
export interface PlatePictureView {
  lang: DocumentLanguage;
  /** The city's name. */
  title: string;
  data: PlateData;
  /** Who made it and what may be done with it. */
  credit: string;
}

/** Width of the PNG in pixels. */
export const platePictureWidth = 2400;

/** The picture of a city as an SVG with its name and its credit, letters as shapes. The same view gives the same bytes. */
export const platePictureSvg = (view: PlatePictureView): Promise<Uint8Array> =>
  cached('svg', ['plate', view], async () => {
    const plate = drawPlate(view.data, { ...plateCrops.picture, letters: 6 });
    const svg = await typesetSvg(
      'plate',
      printable({
        lang: view.lang,
        title: view.title,
        credit: view.credit,
        ground: {
          svg: plateSvg(plate),
          width: plate.width,
          letters: plate.letters,
          names: plate.names.map(({ label, x, y, anchor }) => ({ label, x, y, anchor })),
        },
      }),
    );
    return new TextEncoder().encode(svg);
  });

/** The same as a PNG, wide enough for a newspaper. */
export const platePicturePng = (view: PlatePictureView): Promise<Uint8Array> =>
  cached('png', ['plate', view], async () => {
    const png = await sharp(await platePictureSvg(view), { density: 144 })
      .resize({ width: platePictureWidth })
      .png({ palette: true, colours: 48, effort: 1, dither: 0 })
      .toBuffer();
    return new Uint8Array(png);
  });
