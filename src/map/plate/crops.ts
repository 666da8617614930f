import type { PlateCrop } from './plate.ts';

/** The croppings of a city's picture: one drawing, cut for each of its places. */
export const plateCrops = {
  /** Head of the city's page, and the picture to take away. */
  picture: { ratio: 3 / 2 },
  /** Head of a note: a band, the city's own stretch of coast or mountains. */
  band: { ratio: 3 / 1, width: 260 },
} as const satisfies Record<string, PlateCrop>;
