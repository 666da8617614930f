/** What is kept together on a reader's phone: addresses with their language prefix. */
export interface Story {
  name: string;
  /** The city's page, by which the story is known. */
  page: string;
  /** Pages beside it: its notes, the way to help, the list of what is kept. */
  pages: readonly string[];
  /** Files: its sheet, the words of the tools. */
  files: readonly string[];
  /** Address of the words of its language. */
  words: string;
}
