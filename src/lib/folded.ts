/**
 * Articles and prepositions that lose their vowel before the next word: l’inclusione, d’insertion, qu’un. Latin letters
 * only: in Ukrainian an apostrophe stands inside a word, п’ять.
 */
export const elision =
  /(?<!\p{L})(?:\p{Script=Latin}{1,2}|dell|nell|dall|all|sull|coll|quell|quest|sant|bell|qu|jusqu|lorsqu)['’ʼ](?=\p{L})/giu;

/** An apostrophe that is a letter of its word, however it is typed. */
export const innerApostrophe = /(?<=\p{Script=Cyrillic})['’ʼ`´](?=\p{Script=Cyrillic})/gu;

/** Arabic vowel signs and the stretching letter, which few people type. */
export const arabicMarks = /[\u064B-\u065F\u0670\u0640]/g;

/** What joins letters or keeps them from joining: seen, and hardly ever typed. */
export const joiners = /[\u200b-\u200d\u2060\ufeff]/g;

/** Accents that a reader may leave out. Not those of Cyrillic letters (й, ї) nor the vowels of Indian scripts. */
const accents = /(?<!\p{Script=Cyrillic})[\u0300-\u036f]/gu;

/** Letters that are written in more than one way, in Arabic, Urdu and Dari alike. */
const arabicLetters: readonly [RegExp, string][] = [
  [/ٱ/g, 'ا'],
  [/[ىیے]/g, 'ي'],
  [/ک/g, 'ك'],
  [/[ةہھەۀۂۃ]/g, 'ه'],
];

/** A text without accents and vowel signs, letters with a dot below as one way only. */
export const withoutAccents = (text: string): string =>
  text.normalize('NFD').replace(accents, '').replace(arabicMarks, '').normalize('NFC');

/** A text as it is compared: lower case, without accents, elisions, hyphens, joiners and Arabic marks. */
export const folded = (text: string): string => {
  const plain = withoutAccents(
    text.toLocaleLowerCase().replace(elision, '').replace(innerApostrophe, '').replace(joiners, ''),
  )
    .replace(/[-‐–—_/.,;:!?"«»“”()'’،؛؟۔।]+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  return arabicLetters.reduce((word, [letters, one]) => word.replace(letters, one), plain);
};
