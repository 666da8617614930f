export {
  blockText,
  figuresOf,
  headingsOf,
  inlineText,
  plainText,
  quotesOf,
  quoteWords,
  wordCount,
  type FigureWords,
  type QuoteWords,
} from './accessors.ts';
export type {
  Attribution,
  Block,
  Callout,
  Emphasis,
  FigureMark,
  Heading,
  Inline,
  LineBreak,
  Link,
  List,
  ListItem,
  NoteDocument,
  NoteReference,
  Paragraph,
  PictureMark,
  Quote,
  Strong,
  Text,
  VideoMark,
} from './model.ts';
export { NoteDocumentError, problemLine, type NoteProblem, type NoteProblemCode } from './problem.ts';
export { withoutLinks } from './without-links.ts';
export { parseNoteDocument, readNoteDocument, type NoteReading } from './read.ts';
