import { euEmblemSvg } from '../../lib/eu-emblem.ts';
import type { DocumentLanguage } from '../../documents/published-note.ts';
import { drawPlate, type Plate, type PlateCrop, type PlateData } from '../../map/plate/plate.ts';
import { cached } from '../cache.ts';
import { plateSvg } from '../plate-svg.ts';
import { typesetPng } from '../typst/engine.ts';
import { printable } from '../typst/printable.ts';
import { postFormats, type PostFormat } from './formats.ts';

/** What a picture to post shows. */
export interface PostPictureView {
  lang: DocumentLanguage;
  /** The picture of the city that it tells of. */
  plate: PlateData;
  /** Small, over the words: the city, the kind of text. */
  kicker: string;
  /** The words in the largest letters that have room: a title, a quote with its marks, a name. */
  words: string;
  /** Whose words they are. */
  speaker?: { name: string; role: string } | undefined;
  /** Numbers with what they count. Alone, the first is as large as a title. */
  figures: readonly { amount: string; label: string }[];
  /** What the drawing says, in words. */
  about?: string | undefined;
  /** Small, under the words: where they come from. */
  source: string;
  /** Smaller still: how the words were translated. */
  notice?: string | undefined;
  fundingStatement: string;
  /** Name of the network. */
  publisher: string;
}

/** How high the city's drawing is over the words, and where in it the city stands, from 0 (above) to 1. */
const grounds: Readonly<Record<Exclude<PostFormat, 'link'>, { height: number; city: number }>> = {
  portrait: { height: 560, city: 0.5 },
  square: { height: 400, city: 0.5 },
  // The network's own signs lie over the uppermost part.
  story: { height: 900, city: 0.56 },
};

/** Height of the lowest part of a drawing, in pixels, where names would be lost: it fades into the ground of the words. */
const FADE = 120;

/** The drawing lies over the words, or beside them where the picture is wide; its names stand where it does not fade. */
const cropOf = (format: PostFormat, dir: 'ltr' | 'rtl'): { crop: PlateCrop; height: number } => {
  const { width, height } = postFormats[format];
  if (format === 'link') {
    const [x, left, right] = dir === 'rtl' ? [0.2, 0.015, 0.35] : [0.8, 0.65, 0.985];
    const names = { left, right, top: 0.03, bottom: 0.7 };
    return { crop: { ratio: width / height, width: 330, at: { x, y: 0.42 }, letters: 7, names }, height };
  }
  const ground = grounds[format];
  const names = { left: 0.02, right: 0.98, top: 0.02, bottom: 1 - FADE / ground.height };
  const at = { x: 0.5, y: ground.city };
  return {
    crop: { ratio: width / ground.height, width: 214, at, letters: 6, names },
    height: ground.height,
  };
};

const groundOf = (view: PostPictureView, format: PostFormat) => {
  const { crop, height } = cropOf(format, view.lang.dir);
  const plate = drawPlate(view.plate, crop);
  // A name beside the city's own ring, because its dot fades, would be taken for the city's.
  const isAtItsDot = ({ label, x, y }: Plate['names'][number]): boolean => {
    const thread = plate.threads[view.plate.near.findIndex((near) => near.label === label)];
    return !thread?.dot || Math.hypot(thread.to.x - x, thread.to.y - y) < plate.letters * 3;
  };
  const names = plate.names.filter(isAtItsDot).map(({ label, x, y, anchor }) => ({ label, x, y, anchor }));
  return { svg: plateSvg(plate), width: plate.width, height, letters: plate.letters, names };
};

/**
 * A picture to post: a PNG with the city's plate, the words, and the emblem beside the funding statement; letters as shapes,
 * so that every script is right on every machine. The same view gives the same bytes.
 */
export const postPicture = (view: PostPictureView, format: PostFormat): Promise<Uint8Array> =>
  cached('post.png', ['post', view, format], () =>
    typesetPng(
      'post',
      printable({
        ...view,
        speaker: view.speaker ?? null,
        about: view.about ?? null,
        notice: view.notice ?? null,
        format,
        page: postFormats[format],
        ground: groundOf(view, format),
        emblem: { svg: euEmblemSvg, alt: '' },
      }),
    ),
  );
