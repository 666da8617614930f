import type { Misencoding } from '../../content/decode.ts';
import type { Check } from '../context.ts';
import type { Problem } from '../problem.ts';
import { shortened } from '../source-lines.ts';

/** Text files that are not UTF-8 text: Word files, Windows-1252, UTF-16 … */
export const checkEncoding: Check = ({ files }) =>
  files.flatMap(({ path, misencoding }) =>
    misencoding ? [{ file: path, line: 1, column: 1, ...explanations(misencoding, path) }] : [],
  );

type Explanation = Pick<Problem, 'code' | 'what' | 'why' | 'fix'> & Partial<Problem>;

const saveAsUtf8 =
  'Nell’editor scegli "Salva con codifica" (o "Save with encoding") → UTF-8, e salva di nuovo.';

const explanations = (found: Misencoding, path: string): Explanation => {
  const name = path.split('/').at(-1);
  switch (found.kind) {
    case 'word-file':
      return {
        code: 'word-file',
        what: `${name} non è un file di testo: è un documento di Word, di LibreOffice o un archivio ZIP con il nome cambiato.`,
        why: 'Il sito legge solo testo semplice: il contenuto di questo file non comparirebbe.',
        fix: 'Dai al documento il suo nome vero (per esempio nota.docx), mettilo fuori da content/ e lancia: npm run importa -- nota.docx',
      };
    case 'pdf-file':
      return {
        code: 'pdf-file',
        what: `${name} non è un file di testo: è un PDF con il nome cambiato.`,
        why: 'Il sito legge solo testo semplice, e il PDF della nota lo fa da sé.',
        fix: 'Togli questo file, parti dal documento Word da cui è nato il PDF e lancia: npm run importa -- nota.docx',
      };
    case 'rtf-file':
      return {
        code: 'rtf-file',
        what: `${name} non è testo semplice: è un documento RTF.`,
        why: 'Nella pagina comparirebbero i codici di formattazione al posto del testo.',
        fix: 'Apri il documento con Word, salvalo come .docx e lancia: npm run importa -- nota.docx',
      };
    case 'utf-16':
      return {
        code: 'utf-16',
        what: `${name} è salvato nella codifica "Unicode" (UTF-16) di Windows.`,
        why: 'Il sito legge UTF-8: questo testo non si può leggere.',
        fix: saveAsUtf8,
      };
    case 'bom':
      return {
        code: 'bom',
        what: `${name} è salvato come "UTF-8 con BOM": comincia con un segno invisibile.`,
        why: 'Il segno invisibile sta prima della prima riga e la rende illeggibile.',
        fix: 'Nell’editor scegli "Salva con codifica" (o "Save with encoding") → UTF-8 senza BOM, e salva di nuovo.',
      };
    case 'binary':
      return {
        code: 'binary-file',
        line: found.line,
        what: `${name} contiene caratteri che non sono testo.`,
        why: 'Il sito legge solo testo semplice: il file sembra rovinato o di un altro tipo.',
        fix: 'Riprendi il testo dalla sua fonte e salvalo di nuovo come testo semplice in UTF-8.',
      };
    case 'windows-1252':
      return {
        code: 'windows-1252',
        line: found.line,
        column: found.column,
        what: `${name} è salvato nella vecchia codifica di Windows: la prima lettera che non si legge è "${found.found}".`,
        why: 'Le lettere accentate, gli apostrofi e le virgolette diventerebbero segni illeggibili (�).',
        fix: `${saveAsUtf8} La riga deve restare: ${shortened(found.lineText.trim())}`,
      };
  }
};
