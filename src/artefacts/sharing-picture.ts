import { cached } from './cache.ts';
import { euEmblemSvg } from '../lib/eu-emblem.ts';
import type { DocumentLanguage } from '../documents/published-note.ts';
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
}

/**
 * The picture that goes along when a page is shared: a PNG of 1200 × 630, letters as shapes, so that Arabic is joined
 * on every machine. The same view gives the same bytes.
 */
export const sharingPicture = (view: SharingPictureView): Promise<Uint8Array> =>
  cached('png', view, () =>
    typesetPng('sharing-picture', printable({ ...view, emblem: { svg: euEmblemSvg, alt: '' } })),
  );
