/**
 * Characters that no text of ours needs, and that break files or turn what is read into something else: controls, marks
 * that overrule or isolate the direction of the script, halves of characters, code points that are no characters, and the
 * sign that stands for a letter that was lost. The marks U+200E, U+200F and U+061C stay: Arabic texts need them.
 */
export const oddCharacters = (): RegExp =>
  /[^\P{Cc}\t\n\r]|\p{Cs}|\p{Noncharacter_Code_Point}|[\u2028-\u202e\u2066-\u2069\ufeff\ufff9-\ufffd]/gu;

/** A character by its number: `U+202E`. */
export const codePointName = (character: string): string =>
  `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
