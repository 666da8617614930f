/** What a search knows of the words of a language: it comes from the language's file and runs in the browser. */
export interface LettersOf {
  /** What is written onto the next word after it has lost its vowel: "l’". */
  elided?: readonly string[] | undefined;
  /** What is written onto the next word: what is taken off what was typed, and what is tried before it. */
  prefixes?: { without: readonly string[]; with: readonly string[] } | undefined;
  /** Letters of another keyboard, and those that texts have instead. */
  letters?: Readonly<Record<string, string>> | undefined;
  /** Letters that people take for each other at either end of a word. */
  spellings?: { first?: readonly (readonly string[])[]; last?: readonly (readonly string[])[] } | undefined;
  /** Letters at the end of a word that change with its grammar, where the index knows none. */
  endings?: number | undefined;
}
