/**
 * `npm run importa -- nota.docx`: a press note in Word, OpenDocument, Markdown or plain text becomes a note's folder. The
 * text stays word for word; a report says what was understood, what is uncertain, what was left out and what is left to do.
 *
 *   --sostituisci   writes over a draft that is already there
 *   --cartella NOME the note's folder, where city or date were not found or another note has it: 2026-03-01-palermo
 *   --content DIR   another content folder (or SITE_CONTENT_DIR)
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import { commandLine, contentFolder, runAsProcess, stop, type Command } from './editing/command-line.ts';
import { readContent } from './editing/content/read.ts';
import { UnreadableDocument, type SourceDocument } from './editing/import/document.ts';
import { freeFolder, importNote, isNoteFolder, isPublished } from './editing/import/import-note.ts';
import { readDocument } from './editing/import/read-document.ts';
import { importReport } from './editing/import/report.ts';

const readFile = (file: string): SourceDocument => {
  const beside = (path: string): Uint8Array | undefined => {
    const picture = join(dirname(file), path);
    return existsSync(picture) ? new Uint8Array(readFileSync(picture)) : undefined;
  };
  try {
    return readDocument(new Uint8Array(readFileSync(file)), basename(file), beside);
  } catch (error) {
    if (error instanceof UnreadableDocument) return stop(error.message);
    throw error;
  }
};

export const importa: Command = (args, { out }) => {
  const { values, words } = commandLine(args, {
    sostituisci: { type: 'boolean' },
    cartella: { type: 'string' },
    content: { type: 'string' },
  });
  const root = contentFolder(values.content);

  const [file, ...others] = words;
  if (file === undefined) return stop('Di’ quale file importare: npm run importa -- nota.docx');
  if (others.length > 0)
    stop(
      `Importo un file per volta, e non so che cosa fare di "${others.join('", "')}". Il nome di un file con spazi va fra virgolette: npm run importa -- "nota stampa.docx"`,
    );
  if (!existsSync(file)) stop(`Il file ${file} non esiste. Controlla il nome e la cartella.`);

  const content = readContent(root);
  const imported = importNote(readFile(file), content, values.cartella);
  const { folder, note } = imported;
  const command = `npm run importa -- ${/\s/.test(file) ? `"${file}"` : file} --cartella`;
  if (note.blocks.length === 0) stop(`In ${basename(file)} non c’è testo.`);
  if (folder === undefined || !isNoteFolder(folder))
    return stop(
      'Non ho scritto niente: non so come chiamare la cartella della nota.',
      ...note.uncertain.map((line) => `  ${line}`),
      `Dillo tu: ${command} ${note.date ?? '2026-03-01'}-${note.city ?? 'palermo'}`,
    );
  const place = join(root, 'press-notes', folder);
  const path = join(place, 'it.mdx');
  const shown = relative(process.cwd(), path).replaceAll('\\', '/');
  const another = `Se è un’altra nota dello stesso giorno: ${command} ${freeFolder(content, folder)}`;
  if (isPublished(content, folder))
    stop(
      `${shown} esiste già e non è una bozza: non la tocco, perché lo diventerebbe e sparirebbe dal sito.`,
      another,
      'Se è una correzione, cambia le parole in quel file e scrivi in "changes" che cosa è cambiato.',
    );
  if (existsSync(path) && !values.sostituisci)
    stop(
      `${shown} esiste già: non lo tocco.`,
      another,
      'Se è la stessa bozza e vuoi scriverci sopra, aggiungi --sostituisci.',
    );

  mkdirSync(place, { recursive: true });
  writeFileSync(path, imported.text);
  for (const picture of imported.pictures) writeFileSync(join(place, picture.file), picture.bytes);
  out(importReport(imported, shown));
  return 0;
};

if (import.meta.main) await runAsProcess(importa);
