import { readFile } from 'node:fs/promises';
import {
  parseNoteDocument,
  readNoteDocument,
  withoutLinks,
  type NoteDocument,
} from '../documents/note-document/index.ts';
import { isolatedTexts } from '../i18n/bidi.ts';
import { sourceLanguage } from '../i18n/languages.ts';
import { oncePerBuild } from '../lib/once-per-build.ts';
import { withWordLinks } from '../documents/word-links.ts';
import { entryIn } from './entries.ts';
import { wordLinks } from './glossary.ts';
import { publicTargets } from './sources.ts';

/** The concepts whose entries have a text under their front matter. */
export type ConceptWithBody = 'press-notes' | 'pages';

const read = oncePerBuild(
  async (concept: ConceptWithBody, contentLang: string, id: string): Promise<NoteDocument> => {
    const entry = await entryIn(concept, id);
    const { body = '', filePath } = entry.translations.get(contentLang) ?? entry.record;
    const { document, problems } = readNoteDocument(body, filePath);
    // An entry's body has lost the lines of its front matter: the file says where the problems are.
    if (problems.length > 0) return parseNoteDocument(await readFile(filePath, 'utf8'), filePath);
    const isPublic = await publicTargets();
    // A link to what is not public yet would tell its name, and lead nowhere: its words stay.
    return isolatedTexts(
      contentLang,
      withoutLinks(document, (url) => !isPublic(url)),
    );
  },
);

/** The same text as a page shows it: its difficult words lead to their meaning. */
export const pageBodyIn = async (
  concept: ConceptWithBody,
  lang: string,
  id: string,
): Promise<NoteDocument> => {
  const { translations } = await entryIn(concept, id);
  const words = await wordLinks(translations.has(lang) ? lang : sourceLanguage.code);
  return withWordLinks(await bodyIn(concept, lang, id), words);
};

/**
 * The text of a note or a plain page as a document, in a language or, where there is no translation, in Italian. Page,
 * documents and data are all written from it; nothing of the file is ever run.
 * @throws NoteDocumentError with file and line of everything that a text may not have
 */
export const bodyIn = async (concept: ConceptWithBody, lang: string, id: string): Promise<NoteDocument> => {
  const { translations } = await entryIn(concept, id);
  return read(concept, translations.has(lang) ? lang : sourceLanguage.code, id);
};
