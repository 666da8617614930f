import { euEmblemSvg } from '../../lib/eu-emblem.ts';
import type { DocumentLanguage } from '../../documents/published-note.ts';
import { estimatedWidth } from '../../map/labels.ts';
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

/** Height of the lowest part of a drawing, in pixels, where it fades into the ground of the words. */
const FADE = 170;

/** The drawing lies over the words, or beside them where the picture is wide. */
const cropOf = (format: PostFormat, dir: 'ltr' | 'rtl'): { crop: PlateCrop; height: number } => {
  const { width, height } = postFormats[format];
  if (format === 'link') {
    const at = { x: dir === 'rtl' ? 0.2 : 0.8, y: 0.42 };
    return { crop: { ratio: width / height, width: 330, at, letters: 7 }, height };
  }
  const ground = grounds[format];
  const ratio = width / ground.height;
  return { crop: { ratio, width: 214, at: { x: 0.5, y: ground.city }, letters: 6 }, height: ground.height };
};

const groundOf = (view: PostPictureView, format: PostFormat) => {
  const { dir } = view.lang;
  const { crop, height } = cropOf(format, dir);
  const plate = drawPlate(view.plate, crop);
  // Where the drawing fades, names would stand between the words.
  const free = ({ label, x, y, anchor }: Plate['names'][number]): boolean => {
    if (format !== 'link') return y < plate.height * (1 - FADE / height);
    const length = estimatedWidth(label, plate.letters) * 0.9;
    const left = anchor === 'start' ? x : anchor === 'end' ? x - length : x - length / 2;
    const beside = dir === 'rtl' ? left + length < plate.width * 0.36 : left > plate.width * 0.64;
    return beside && y < plate.height * 0.7;
  };
  const names = plate.names.filter(free).map(({ label, x, y, anchor }) => ({ label, x, y, anchor }));
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
        format,
        page: postFormats[format],
        ground: groundOf(view, format),
        emblem: { svg: euEmblemSvg, alt: '' },
      }),
    ),
  );
