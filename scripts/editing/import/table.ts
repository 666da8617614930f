import { textOf, type Run, type SourceParagraph } from './document.ts';

const PLAIN = { bold: false, italic: false };
/** A cell with more letters than this holds running text: the table is there to lay out the page. */
const LONGEST_CELL = 300;

/**
 * A table as what a note can hold: a table of data becomes a list, one item a row; one that only lays out the page becomes
 * its paragraphs.
 * @param rows by row and cell, the paragraphs of the cell
 */
export const tableAsText = (
  rows: readonly (readonly (readonly SourceParagraph[])[])[],
): { paragraphs: SourceParagraph[]; changed: string[] } => {
  const filled = rows.map((cells) => cells.filter((cell) => cell.length > 0)).filter((row) => row.length > 0);
  const columns = Math.max(0, ...filled.map((cells) => cells.length));
  if (columns === 0) return { paragraphs: [], changed: [] };
  const size = `${filled.length === 1 ? 'una riga' : `${filled.length} righe`} e ${columns === 1 ? 'una colonna' : `${columns} colonne`}`;
  const isLayout =
    filled.length === 1 ||
    columns === 1 ||
    filled.flat().some((cell) => cell.length > 2 || cell.some(({ kind }) => kind !== 'paragraph')) ||
    filled.flat(2).some((paragraph) => textOf(paragraph).length > LONGEST_CELL);
  if (isLayout)
    return {
      paragraphs: filled.flat(2),
      changed: [`Una tabella di ${size}: ne ho portato il testo in capoversi, casella per casella.`],
    };
  return {
    paragraphs: filled.map((cells) => ({ kind: 'item', level: 0, runs: rowRuns(cells) })),
    changed: [
      `Una tabella di ${size}: l’ho portata come elenco, una voce per riga, perché il testo di una nota non può avere tabelle. Controlla che si capisca.`,
    ],
  };
};

const rowRuns = (cells: readonly (readonly SourceParagraph[])[]): Run[] =>
  cells.flatMap((cell, index) => [
    ...(index === 0 ? [] : [{ text: ' – ', ...PLAIN }]),
    ...cell.flatMap(({ runs }, number) => [...(number === 0 ? [] : [{ text: ' ', ...PLAIN }]), ...runs]),
  ]);
