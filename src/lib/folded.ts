/** Articles and prepositions that lose their vowel before the next word: l’inclusione, d’insertion, qu’un. */
export const elision =
  /(?<!\p{L})(?:\p{L}{1,2}|dell|nell|dall|all|sull|coll|quell|quest|sant|bell|qu|jusqu|lorsqu)['’ʼ](?=\p{L})/giu;

/** Arabic vowel signs and the stretching letter, which few people type. */
export const arabicMarks = /[\u064B-\u065F\u0670\u0640]/g;

/** Letters that are written in more than one way: hamza on alif, final ya and ta marbuta. */
const arabicLetters: readonly [RegExp, string][] = [
  [/[أإآٱ]/g, 'ا'],
  [/ى/g, 'ي'],
  [/ة/g, 'ه'],
];

/** A text as it is compared: lower case, without accents, elisions, hyphens and Arabic marks. */
export const folded = (text: string): string => {
  const plain = text
    .toLocaleLowerCase()
    .replace(elision, '')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(arabicMarks, '')
    .replace(/[-‐–—_/.,;:!?"«»“”()'’]+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  return arabicLetters.reduce((word, [letters, one]) => word.replace(letters, one), plain);
};
