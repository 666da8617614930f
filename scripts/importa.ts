/**
 * `npm run importa -- nota.docx`: a press note in Word, OpenDocument, Markdown or plain text becomes a note's folder. The
 * text stays word for word; a report says what was understood, what is uncertain and what was dropped.
 *
 *   --sostituisci   writes over a note that is already there
 *   --cartella NOME the note's folder, where city or date were not found: 2026-03-01-palermo
 *   --content DIR   another content folder (or SITE_CONTENT_DIR)
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import { commandLine, contentFolder, runAsProcess, stop, type Command } from './editing/command-line.ts';
import { readContent } from './editing/content/read.ts';
import { valueAt } from './editing/content/values.ts';
import { UnreadableDocument } from './editing/import/document.ts';
import { readDocument } from './editing/import/read-document.ts';
import { understand } from './editing/import/understand.ts';
import { noteText, pictureFile } from './editing/import/write-note.ts';

export const importa: Command = async (args, { out }) => {
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
  const source = await readDocument(new Uint8Array(readFileSync(file)), basename(file)).catch(
    (error: unknown) =>
      error instanceof UnreadableDocument ? stop(error.message) : Promise.reject(error as Error),
  );
  const note = understand(source, content);
  const edition =
    content.entries.find(
      ({ concept, yaml }) => concept === 'editions' && valueAt(yaml.value, ['current']) === true,
    )?.id ?? 'DA-SCRIVERE';
  const folder = values.cartella ?? (note.date && note.city ? `${note.date}-${note.city}` : undefined);
  if (note.blocks.length === 0) stop(`In ${basename(file)} non c’è testo.`);
  if (folder === undefined || !/^\d{4}-\d{2}-\d{2}-[a-z0-9-]+$/.test(folder))
    return stop(
      'Non ho scritto niente: non so come chiamare la cartella della nota.',
      ...note.uncertain.map((line) => `  ${line}`),
      'Dillo tu: npm run importa -- nota.docx --cartella 2026-03-01-palermo',
    );
  const place = join(root, 'press-notes', folder);
  const path = join(place, 'it.mdx');
  const shown = relative(process.cwd(), path).replaceAll('\\', '/');
  if (existsSync(path) && !values.sostituisci)
    stop(`${shown} esiste già: non lo tocco. Per scriverci sopra aggiungi --sostituisci.`);

  mkdirSync(place, { recursive: true });
  writeFileSync(path, noteText(note, source.pictures, edition));
  for (const [index, picture] of source.pictures.entries())
    writeFileSync(join(place, pictureFile(picture, index)), picture.bytes);

  const list = (title: string, lines: readonly string[]): void => {
    if (lines.length > 0) out([`\n${title}`, ...lines.map((text) => `  ${text}`)].join('\n'));
  };
  out(`Ho scritto ${shown}`);
  list('Ho capito:', [...note.understood, `Testo: ${note.blocks.length} capoversi, parola per parola.`]);
  list('Controlla:', [
    ...note.uncertain,
    ...(source.pictures.length > 0
      ? [`Immagini: ${source.pictures.length}. Scrivi autore, liberatoria e testo alternativo.`]
      : []),
    'Scrivi "description:", che nel documento non c’è.',
  ]);
  list('Non ho portato:', note.dropped);
  out('\nPoi lancia: npm run controlla');
  return 0;
};

if (import.meta.main) await runAsProcess(importa);
