/** How documents of a language are typeset: it comes from the language's file. */
export interface DocumentType {
  /** Families of `@expo-google-fonts` packages, in the order in which letters are looked for. */
  fonts: readonly string[];
  /** Those of pictures, from which nobody copies text. */
  pictures: readonly string[];
  /** How many times as large as Latin letters. */
  size: number;
  /** Room between the lines of texts, and the least anywhere, in sizes of letters. */
  leading: number;
  least: number;
  /** OpenType features that are off: where they move a letter, whoever copies the text gets a blank or a letter twice. */
  without: readonly string[];
}
