/** A stretch of text with its emphasis. */
export interface Run {
  text: string;
  bold: boolean;
  italic: boolean;
}

/** A picture that lay in the document. */
export interface ImportedPicture {
  bytes: Uint8Array;
  /** File ending, without a dot. */
  ending: string;
  /** The alternative text that the document gives it; often none. */
  alt: string;
}

/** What a press note is read from, whatever the file was: paragraphs one after another. */
export interface SourceParagraph {
  kind: 'paragraph' | 'heading' | 'item';
  runs: Run[];
}

export interface SourceDocument {
  paragraphs: SourceParagraph[];
  pictures: ImportedPicture[];
  /** What the file held and nobody reads: tables, footnotes …, in Italian. */
  dropped: string[];
}

/** A file that cannot be read, and what to do, in Italian. */
export class UnreadableDocument extends Error {}

/** The words of a paragraph without emphasis. */
export const textOf = ({ runs }: SourceParagraph): string => runs.map(({ text }) => text).join('');

/** Neighbours with the same emphasis become one; white space becomes one blank, as a reader sees it. */
export const tidy = (runs: readonly Run[]): Run[] => {
  const joined: Run[] = [];
  for (const run of runs) {
    const last = joined.at(-1);
    // Blanks have no emphasis of their own.
    const isBlank = /^\s*$/.test(run.text);
    if (last && ((last.bold === run.bold && last.italic === run.italic) || isBlank)) last.text += run.text;
    else if (run.text !== '') joined.push({ ...run });
  }
  for (const [index, run] of joined.entries()) {
    run.text = run.text.replace(/[\s\u00a0]+/g, ' ');
    if (index === 0) run.text = run.text.trimStart();
    else if (joined[index - 1]?.text.endsWith(' ')) run.text = run.text.replace(/^ /, '');
    if (index === joined.length - 1) run.text = run.text.trimEnd();
  }
  return joined.filter(({ text }) => text !== '');
};
