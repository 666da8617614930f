import GithubSlugger from 'github-slugger';
import { inlineText, type NoteDocument } from '../../documents/note-document/index.ts';

/**
 * The fragment of each block of a text that is a heading, and nothing for the others. Addresses as everybody makes them:
 * a link to a heading of ours stays right wherever it was made.
 */
export const headingSlugs = ({ blocks }: NoteDocument): (string | undefined)[] => {
  const slugger = new GithubSlugger();
  return blocks.map((block) =>
    block.type === 'heading' ? slugger.slug(inlineText(block.children)) : undefined,
  );
};
