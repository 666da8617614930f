import {
  plainText,
  readNoteDocument,
  type NoteProblem,
  type NoteReference,
} from '../../../src/documents/note-document/index.ts';
import type { ContentEntry } from '../content/read.ts';
import { remembered } from '../content/remembered.ts';
import type { Position } from '../content/yaml-source.ts';

/** What the checks need to know of an MDX body; positions are those of the file. */
export interface Body {
  problems: NoteProblem[];
  references: NoteReference[];
  headings: (Position & { depth: number; text: string })[];
  /** Its words, without any markup. */
  text: string;
}

/** Reads the body of an entry; nothing for a concept without a body. */
export const readBody = ({ body, file }: ContentEntry): Body | undefined =>
  body && read(body.text, file.path, body.line);

const read = remembered((text: string, path: string, firstLine: number): Body => {
  const { document, references, problems } = readNoteDocument(text, path, { firstLine });
  return { problems, references, headings: headingsIn(text, firstLine), text: plainText(document) };
});

// Code blocks are not allowed in a body, so a line that looks like a heading is one.
const HEADING = /^ {0,3}(#{1,6})[ \t]+(.*?)[ \t]*#*$/;

const headingsIn = (text: string, firstLine: number): Body['headings'] =>
  text.split('\n').flatMap((line, index) => {
    const match = HEADING.exec(line);
    const [, marks = '', words = ''] = match ?? [];
    return match
      ? [
          {
            line: firstLine + index,
            column: 1,
            depth: marks.length,
            text: words.replace(/<[^>]*>|[*_]/g, ''),
          },
        ]
      : [];
  });
