/** A font that a document gets when its text has characters that no other font holds. */
export interface ExtraFont {
  family: string;
  /** Its files below `@expo-google-fonts/`, without their ending. */
  files: readonly string[];
  /** The characters that it is for. */
  holds: RegExp;
}

const noto = (name: string, weights: readonly string[], holds: RegExp): ExtraFont => {
  const family = name.replaceAll(' ', '');
  const folder = name.toLowerCase().replaceAll(' ', '-');
  return { family: name, files: weights.map((weight) => `${folder}/${weight}/${family}_${weight}`), holds };
};

const both = ['400Regular', '700Bold'];

/** The writing systems of people whom the notes are about, and the pictures that everybody types. */
export const extraFonts: readonly ExtraFont[] = [
  noto('Noto Sans Bengali', both, /\p{Script=Bengali}/u),
  noto('Noto Sans Devanagari', both, /\p{Script=Devanagari}/u),
  noto('Noto Sans Gurmukhi', both, /\p{Script=Gurmukhi}/u),
  noto('Noto Sans Tamil', both, /\p{Script=Tamil}/u),
  noto('Noto Sans Ethiopic', both, /\p{Script=Ethiopic}/u),
  noto('Noto Sans Tifinagh', ['400Regular'], /\p{Script=Tifinagh}/u),
  // Ten megabytes each: its bold letters are the ordinary ones.
  noto(
    'Noto Sans SC',
    ['400Regular'],
    /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Bopomofo}\u3000-\u303f\uff00-\uffef]/u,
  ),
  noto('Noto Emoji', both, /[\p{Extended_Pictographic}\p{Regional_Indicator}\u20e3]/u),
];

/** What nobody is surprised to see in a document: letters of our own languages, digits, and signs of their texts. */
const PLAIN =
  /^[\p{Script=Latin}\p{Script=Arabic}\s\u0020-\u00ff\u2010-\u2027\u2030-\u203a\u20ac\u2066-\u2069\u200b-\u200f]*$/u;

/** Whether a text may need another font, or hold what none can show. */
export const isPlain = (text: string): boolean => PLAIN.test(text) && !FULL_WIDTH.test(text);

// Latin letters too, as wide as a Chinese one.
const FULL_WIDTH = /[\uff00-\uffef]/u;

/** The fonts that a text needs beside those of every document. */
export const fontsFor = (text: string): ExtraFont[] =>
  isPlain(text) ? [] : extraFonts.filter(({ holds }) => holds.test(text));
