import { unzipSync } from 'fflate';
import { kindOf } from '../content/signatures.ts';
import { UnreadableDocument, type SourceDocument } from './document.ts';
import { readDocx } from './read-docx.ts';
import { readMarkdown, readPlain, type Beside } from './read-markdown.ts';
import { readOdt } from './read-odt.ts';

/** Text copied from Windows may be in its old encoding. */
const readText = (bytes: Uint8Array): string => {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
};

/** What a zip holds when it is a document of text; nothing when it is something else. */
const readZip = (bytes: Uint8Array): SourceDocument | undefined => {
  const files = unzipSync(bytes);
  const main = Object.keys(files).find((path) => /^word\/document\d*\.xml$/.test(path));
  if (main !== undefined) return readDocx(files, main);
  return files['content.xml'] ? readOdt(files) : undefined;
};

/**
 * Reads a press note from a file of any of the known forms.
 * @param beside gives the files that lie beside it: the pictures of a Markdown text
 * @throws UnreadableDocument with a sentence in Italian when it is of none of them
 */
export const readDocument = (
  bytes: Uint8Array,
  name: string,
  beside: Beside = () => undefined,
): SourceDocument => {
  if (bytes.length === 0) throw new UnreadableDocument(`${name} è vuoto.`);
  const kind = kindOf(bytes);
  if (kind === 'pdf')
    throw new UnreadableDocument(
      `${name} è un PDF: da un PDF il testo esce a pezzi. Chiedi il documento Word da cui è nato.`,
    );
  if (kind === 'rtf' || kind === 'ole')
    throw new UnreadableDocument(`${name} è in un vecchio formato. Aprilo con Word e salvalo come .docx.`);
  if (kind === 'zip') {
    let document: SourceDocument | undefined;
    try {
      document = readZip(bytes);
    } catch (error) {
      if (error instanceof UnreadableDocument) throw error;
      throw new UnreadableDocument(`${name} è rovinato: non si apre. Salvalo di nuovo con Word.`);
    }
    if (document) return document;
    throw new UnreadableDocument(`${name} non è un documento di testo (Word o OpenDocument).`);
  }
  if (!/\.(md|markdown|txt)$/i.test(name))
    throw new UnreadableDocument(`Non so leggere ${name}. So leggere .docx, .odt, .md e .txt.`);
  const text = readText(bytes).replace(/^\ufeff/, '');
  return /\.txt$/i.test(name) ? readPlain(text) : readMarkdown(text, beside);
};
