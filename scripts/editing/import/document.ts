/** A stretch of text with its emphasis. `\n` is a line break that the writer asked for. */
export interface Run {
  text: string;
  bold: boolean;
  italic: boolean;
  /** Where the words lead, when they are a link. */
  link?: string | undefined;
}

/** A picture that lay in the document. */
export interface ImportedPicture {
  bytes: Uint8Array;
  /** File ending, without a dot. */
  ending: string;
  /** The alternative text that the document gives it; often none. */
  alt: string;
  /** The paragraph under it that the document calls its caption; often none. */
  caption: string;
}

/** What a press note is read from, whatever the file was: paragraphs one after another. */
export interface SourceParagraph {
  kind: 'paragraph' | 'heading' | 'item' | 'picture';
  runs: Run[];
  /** Of a heading: 1 is the highest. Of an item: how many lists it lies in, less one. */
  level: number;
  /** What an item of a numbered list has before it. */
  number?: number | undefined;
  /** Which of the pictures stands here. */
  picture?: number | undefined;
  /** What the document's own style says that the paragraph is. */
  role?: 'title' | 'subtitle' | 'caption' | undefined;
}

/** Words of the document that do not come into the note's file, and what they are, in Italian. */
export interface SetApart {
  what: string;
  words: string;
  /** Whether the words are part of the document's text, and not of its margins or of comments. */
  inText: boolean;
}

export interface SourceDocument {
  paragraphs: SourceParagraph[];
  pictures: ImportedPicture[];
  /** Texts of the pages' headers and footers. */
  margins: string[];
  setApart: SetApart[];
  /** What was brought in another form: a table as a list …, in Italian. */
  changed: string[];
  /** What was not brought and has no words: drawings, pictures of unknown forms …, in Italian. */
  dropped: string[];
  /** All text of the file, read a second time and in a plainer way, so that nothing can get lost unnoticed. */
  everyWord: string;
}

/** A file that cannot be read, and what to do, in Italian. */
export class UnreadableDocument extends Error {}

/** The words of a paragraph without emphasis, on one line. */
export const textOf = ({ runs }: SourceParagraph): string =>
  runs.map(({ text }) => text.replaceAll('\n', ' ')).join('');

// Soft hyphens, zero-width signs and marks that overrule the direction of the script: nobody sees them.
const UNSEEN = /[\u00ad\u200b\u2060\ufeff\u202d\u202e]/g;
// eslint-disable-next-line no-control-regex -- they are what is taken out
const CONTROL = /[\u0000-\u0008\u000e-\u001f\u007f\ufffe\uffff]/g;
// eslint-disable-next-line no-control-regex -- Word's own line and page breaks
const BREAK = /[\u000b\u000c\u2028\u2029]/g;

const RAISED: Readonly<Record<string, string>> = {
  ...Object.fromEntries([...'⁰¹²³⁴⁵⁶⁷⁸⁹'].map((sign, digit) => [String(digit), sign])),
  ...{ o: 'º', a: 'ª' },
};
/** Raised digits keep their meaning without being raised by a style: m², 1º. */
export const raised = (text: string): string =>
  [...text].every((letter) => letter in RAISED) ? [...text].map((letter) => RAISED[letter]).join('') : text;

/** Text without the signs that nobody sees; the hyphen that does not break a line is a hyphen. */
export const seen = (text: string): string =>
  text.replace(UNSEEN, '').replaceAll('\u2011', '-').replace(CONTROL, '').replace(BREAK, '\n');

const alike = (a: Run, b: Run): boolean => a.bold === b.bold && a.italic === b.italic && a.link === b.link;

/** Neighbours with the same emphasis become one; white space becomes one blank, as a reader sees it. */
export const tidy = (runs: readonly Run[]): Run[] => {
  const joined: Run[] = [];
  for (const { text, ...form } of runs) {
    const run = { text: seen(text), ...form };
    const last = joined.at(-1);
    // Blanks have no emphasis of their own.
    const isBlank = /^\s*$/.test(run.text) && last?.link === run.link;
    if (last && (alike(last, run) || isBlank)) last.text += run.text;
    else if (run.text !== '') joined.push(run);
  }
  for (const [index, run] of joined.entries()) {
    run.text = run.text.replace(/[^\S\n]+/g, ' ').replace(/ ?\n[ \n]*/g, '\n');
    if (index === 0) run.text = run.text.trimStart();
    else if (/[ \n]$/.test(joined[index - 1]?.text ?? '')) run.text = run.text.replace(/^[ \n]+/, '');
  }
  for (let last = joined.at(-1); last; last = joined.at(-1)) {
    last.text = last.text.trimEnd();
    if (last.text !== '') break;
    joined.pop();
  }
  return joined.filter(({ text }) => text !== '');
};

/** A paragraph, unless it has no words. */
export const paragraphOf = (
  runs: readonly Run[],
  form: Partial<Omit<SourceParagraph, 'runs'>> = {},
): SourceParagraph[] => {
  const own = tidy(runs);
  return own.length === 0 ? [] : [{ kind: 'paragraph', level: 0, ...form, runs: own }];
};

/** The place of a picture. */
export const placeOf = (picture: number): SourceParagraph => ({
  kind: 'picture',
  runs: [],
  level: 0,
  picture,
});

/** "una tabella", "3 tabelle". */
export const counted = (count: number, one: string, many: string): string =>
  count === 1 ? one : `${count} ${many}`;

// What the site can show; see the schema of pictures.
const SHOWN = /^(?:jpe?g|png|webp|avif|tiff?)$/;

/** The file ending of a picture, when it is of a form that the site can show. */
export const shownEnding = (path: string): string | undefined => {
  const ending = path.split('.').at(-1)?.toLowerCase().replace('jpeg', 'jpg').replace('tiff', 'tif') ?? '';
  return SHOWN.test(ending) ? ending : undefined;
};

/** A note of the foot or the end of a document, under its number. */
export const numberedNote = (
  number: number,
  [first, ...rest]: readonly SourceParagraph[],
): SourceParagraph[] =>
  first === undefined
    ? []
    : [{ ...first, runs: [{ text: `[${number}] `, bold: false, italic: false }, ...first.runs] }, ...rest];
