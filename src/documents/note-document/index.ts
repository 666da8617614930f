export {
  blockText,
  figuresOf,
  headingsOf,
  plainText,
  quotesOf,
  wordCount,
  type QuoteWords,
} from './accessors.ts';
export type { Block, Inline, List, NoteDocument, NoteReference, Paragraph } from './model.ts';
export { NoteDocumentError, type NoteProblem, type NoteProblemCode } from './problem.ts';
export { parseNoteDocument, readNoteDocument } from './read.ts';
