export {
  blockText,
  figuresOf,
  headingsOf,
  inlineText,
  plainText,
  quotesOf,
  wordCount,
  type QuoteWords,
} from './accessors.ts';
export type {
  Block,
  Callout,
  Inline,
  List,
  ListItem,
  NoteDocument,
  NoteReference,
  Paragraph,
  Quote,
} from './model.ts';
export { NoteDocumentError, type NoteProblem, type NoteProblemCode } from './problem.ts';
export { parseNoteDocument, readNoteDocument } from './read.ts';
