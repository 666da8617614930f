/** A font that a document gets when its text has characters that no font of the site's languages holds. */
export interface ExtraFont {
  family: string;
  /** The styles that are loaded, where not all are. */
  styles?: readonly string[];
  /** The characters that it is for. */
  holds: RegExp;
}

/** The writing systems of people whom the notes are about, and the pictures that everybody types. */
export const extraFonts: readonly ExtraFont[] = [
  { family: 'Hind Siliguri', holds: /\p{Script=Bengali}/u },
  { family: 'Noto Sans Devanagari', holds: /\p{Script=Devanagari}/u },
  { family: 'Noto Sans Gurmukhi', holds: /\p{Script=Gurmukhi}/u },
  { family: 'Noto Sans Tamil', holds: /\p{Script=Tamil}/u },
  { family: 'Noto Sans Ethiopic', holds: /\p{Script=Ethiopic}/u },
  { family: 'Noto Sans Tifinagh', holds: /\p{Script=Tifinagh}/u },
  {
    family: 'Noto Sans SC',
    // Ten megabytes each: its bold letters are the ordinary ones.
    styles: ['400Regular'],
    holds:
      /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Bopomofo}\u3000-\u303f\uff00-\uffef]/u,
  },
  { family: 'Noto Emoji', holds: /[\p{Extended_Pictographic}\p{Regional_Indicator}\u20e3]/u },
];

/** The signs of all scripts that nobody is surprised to see in a document. */
const SIGNS = '\\s\\u0020-\\u00ff\\u2010-\\u2027\\u2030-\\u203a\\u20ac\\u2066-\\u2069\\u200b-\\u200f';

const patterns = new Map<string, RegExp>();
const plainIn = (scripts: readonly string[]): RegExp => {
  const key = scripts.join();
  const pattern =
    patterns.get(key) ??
    new RegExp(`^[\\p{Script=Latin}${scripts.map((code) => `\\p{Script=${code}}`).join('')}${SIGNS}]*$`, 'u');
  patterns.set(key, pattern);
  return pattern;
};

/**
 * Whether a text holds nothing but letters, digits and signs that a document's own fonts have.
 * @param scripts ISO 15924 codes of the scripts of its fonts, beside the Latin one
 */
export const isPlain = (text: string, scripts: readonly string[]): boolean =>
  plainIn(scripts).test(text) && !FULL_WIDTH.test(text);

// Latin letters too, as wide as a Chinese one.
const FULL_WIDTH = /[\uff00-\uffef]/u;

/** The fonts that a text needs beside those of the site's languages. */
export const fontsFor = (text: string, scripts: readonly string[]): ExtraFont[] =>
  isPlain(text, scripts) ? [] : extraFonts.filter(({ holds }) => holds.test(text));
