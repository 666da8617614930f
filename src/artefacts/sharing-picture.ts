import sharp from 'sharp';
import { cached } from './cache.ts';
import { euEmblemSvg } from '../lib/eu-emblem.ts';
import type { DocumentLanguage } from '../documents/published-note.ts';
import { typesetSvg } from './typst/engine.ts';
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
}

/** Pixels. */
export const sharingPictureSize = { width: 1200, height: 630 } as const;

/**
 * The picture that goes along when a page is shared: a PNG of 1200 × 630, letters as shapes, so that Arabic is joined
 * on every machine. The same view gives the same bytes.
 */
export const sharingPicture = (view: SharingPictureView): Promise<Uint8Array> =>
  cached('png', view, async () => {
    const svg = await typesetSvg(
      'sharing-picture',
      printable({ ...view, emblem: { svg: euEmblemSvg, alt: '' } }),
    );
    const png = await sharp(Buffer.from(svg))
      .resize(sharingPictureSize)
      // Few colours: text on one ground.
      .png({ palette: true, colours: 64, effort: 1 })
      .toBuffer();
    return new Uint8Array(png);
  });
