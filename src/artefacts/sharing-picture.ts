import { euEmblemSvg } from '../lib/eu-emblem.ts';
import type { DocumentLanguage } from '../documents/published-note.ts';
import { sharingCrop } from '../map/plate/crops.ts';
import { drawPlate, type PlateData } from '../map/plate/plate.ts';
import type { Position } from '../map/projection.ts';
import { cached } from './cache.ts';
import { networkSvg, plateSvg } from './plate-svg.ts';
import { typesetPng } from './typst/engine.ts';
import { printable } from './typst/printable.ts';

/** What a sharing picture says. */
export interface SharingPictureView {
  lang: DocumentLanguage;
  /** Small, over the title. */
  kicker: string;
  title: string;
  publisher: string;
  /** Small, under the title: place, date. */
  meta: string;
  /** What is drawn beside the words: the plate of a city, or the network of these cities. */
  picture: { plate: PlateData } | { network: readonly Position[] };
}

const drawn = ({ picture, lang: { dir } }: SharingPictureView) => {
  const crop = sharingCrop(dir);
  if ('network' in picture)
    return { svg: networkSvg(picture.network, { ...crop, width: 860 }), width: 860, letters: 0, names: [] };
  const plate = drawPlate(picture.plate, crop);
  const names = plate.names.map(({ label, x, y, anchor }) => ({ label, x, y, anchor }));
  return { svg: plateSvg(plate), width: plate.width, letters: plate.letters, names };
};

/**
 * The picture that goes along when a page is shared: a PNG of 1200 × 630, letters as shapes, so that Arabic is joined
 * on every machine. The same view gives the same bytes.
 */
export const sharingPicture = (view: SharingPictureView): Promise<Uint8Array> =>
  cached('png', ['sharing', view], () => {
    const { picture: _, ...words } = view;
    return typesetPng(
      'sharing-picture',
      printable({ ...words, ground: drawn(view), emblem: { svg: euEmblemSvg, alt: '' } }),
    );
  });
