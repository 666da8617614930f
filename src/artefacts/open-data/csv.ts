import type { Cell, Table } from './tables.ts';

/** Separates the items of a cell that holds a list. */
export const listSeparator = '|';
/** What it becomes inside an item: the tables of CSVW know no way to escape it. The JSON files have it as it is written. */
const insteadOfSeparator = '¦';

/**
 * Beginnings that a spreadsheet takes for a formula, also behind blanks and apostrophes; the wide signs are those of
 * East Asian keyboards (https://owasp.org/www-community/attacks/CSV_Injection).
 */
const formula = /^['\s]*[=+\-@＝＋－＠|%]|^[\t\r\n]/u;

/**
 * One field of a CSV file (RFC 4180): quoted where it has to be, and never run as a formula. A text that a spreadsheet
 * would run gets an apostrophe before it; a reader takes the first apostrophe of such a text away.
 */
export const escapeCsv = (text: string): string => {
  const safe = formula.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
};

const cellText = (cell: Cell): string => {
  if (cell === null) return '';
  if (typeof cell !== 'object') return String(cell);
  return cell.map((item) => item.replaceAll(listSeparator, insteadOfSeparator)).join(listSeparator);
};

/** A table as CSV: UTF-8 without a byte order mark, a header row, lines that end in CR LF. */
export const toCsv = ({ columns, rows }: Table): string =>
  [
    columns.map(({ name }) => escapeCsv(name)),
    ...rows.map((row) =>
      columns.map(({ name }) => {
        const cell = row[name] ?? null;
        // A number is written by us: its sign is no formula.
        return typeof cell === 'number' ? String(cell) : escapeCsv(cellText(cell));
      }),
    ),
  ]
    .map((fields) => `${fields.join(',')}\r\n`)
    .join('');
