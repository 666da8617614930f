import type { PlateCrop } from './plate.ts';

/** The croppings of a city's picture: one drawing, cut for each of its places. */
export const plateCrops = {
  /** Head of the city's page, and the picture to take away. */
  picture: { ratio: 3 / 2 },
  /** Beside the head of a note. */
  note: { ratio: 2 },
  /** Head of the sheet to hang up, and of a note on paper. */
  paper: { ratio: 5 / 3, width: 150 },
} as const satisfies Record<string, PlateCrop>;

/** The cropping under the words of a sharing picture: the city stands on the side that they leave free. */
export const sharingCrop = (dir: 'ltr' | 'rtl'): PlateCrop => ({
  ratio: 1200 / 630,
  width: 300,
  at: { x: dir === 'rtl' ? 0.27 : 0.73, y: 0.48 },
  letters: 7,
  // Not under the words, and no nearer to the edge than they are: who shows the picture may cut it there.
  names: { left: dir === 'rtl' ? 0.06 : 0.58, right: dir === 'rtl' ? 0.42 : 0.94, top: 0.08, bottom: 0.78 },
});
