import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Document, Packer, Paragraph, TextRun } from 'docx';
import { parse } from 'yaml';
import { parseNoteDocument, type Block, type Inline } from '../../../src/documents/note-document/index.ts';

const content = join(import.meta.dirname, '../../../content');

interface Emphasised {
  text: string;
  bold: boolean;
  italics: boolean;
}

const runsOf = (nodes: readonly Inline[], bold = false, italics = false): Emphasised[] =>
  nodes.flatMap((node) => {
    if (node.type === 'text') return [{ text: node.value, bold, italics }];
    if (node.type === 'lineBreak') return [{ text: ' ', bold, italics }];
    return runsOf(node.children, bold || node.type === 'strong', italics || node.type === 'emphasis');
  });

/** A committed note as the words of its source, with their emphasis, paragraph by paragraph. */
export const paragraphsOfNote = (id: string): { head: string[]; body: Emphasised[][] } => {
  const file = join(content, 'press-notes', id, 'it.mdx');
  const mdx = readFileSync(file, 'utf8');
  const front = parse(/^---\n([\s\S]*?)\n---\n/.exec(mdx)?.[1] ?? '') as Record<string, string>;
  const edition = parse(readFileSync(join(content, `editions/${front['edition']}.yaml`), 'utf8')) as {
    letterhead: Record<string, string>;
  };
  const blocks = (list: readonly Block[]): Emphasised[][] =>
    list.flatMap((block) => {
      if (block.type === 'paragraph') return [runsOf(block.children)];
      if (block.type === 'quote') return block.content.flatMap((inner) => blocks([inner]));
      throw new Error(`The note ${id} holds a ${block.type}, which this test does not put into Word.`);
    });
  return {
    head: [
      ...Object.values(edition.letterhead),
      front['title'] as string,
      front['subtitle'] as string,
      front['citySummary'] as string,
    ],
    body: blocks(parseNoteDocument(mdx, file).blocks),
  };
};

/** The note as a Word file, as an office would send it. */
export const wordOfNote = (id: string): Promise<Buffer> => {
  const { head, body } = paragraphsOfNote(id);
  return Packer.toBuffer(
    new Document({
      sections: [
        {
          children: [
            ...head.map((text) => new Paragraph({ children: [new TextRun({ text, bold: true })] })),
            ...body.map((runs) => new Paragraph({ children: runs.map((run) => new TextRun(run)) })),
          ],
        },
      ],
    }),
  );
};
