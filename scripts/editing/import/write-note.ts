import { plainText, readNoteDocument } from '../../../src/documents/note-document/index.ts';
import { TO_WRITE, toWrite } from '../words/to-write.ts';
import { textOf, type ImportedPicture, type Run } from './document.ts';
import { splitAttribution, type UnderstoodBlock, type UnderstoodNote } from './understand.ts';

/** Text that MDX reads back as the same text. */
const escaped = (text: string): string =>
  text.replace(/[\\`*_[\]<>{}]/g, '\\$&').replace(/&(?=#?\w+;)/g, '\\&');

/** A line must not begin like a heading, a list or a quotation mark of Markdown. */
const safeStart = (line: string): string =>
  line
    .replace(/^(\d+)([.)] )/, '$1\\$2')
    .replace(/^([#+~=-])(?=\s|[#~=-]|$)/, '\\$1')
    .replace(/^[ie](?=mport\b|xport\b)/, (letter) => `&#${letter.charCodeAt(0)};`);

const LETTER = /[\p{L}\p{N}]/u;

/** Marks stand next to letters, never next to blanks, and not between a sign and a letter. */
const marked = (run: Run, before: string, after: string): string => {
  const mark = run.bold && run.italic ? '***' : run.bold ? '**' : run.italic ? '*' : '';
  if (mark === '') return escaped(run.text);
  const start = LETTER.test(before) ? /^[^\p{L}\p{N}]*/u : /^\s*/;
  const end = LETTER.test(after) ? /[^\p{L}\p{N}]*$/u : /\s*$/;
  const head = start.exec(run.text)?.[0] ?? '';
  const tail = end.exec(run.text.slice(head.length))?.[0] ?? '';
  const words = run.text.slice(head.length, run.text.length - tail.length);
  return words === '' ? escaped(run.text) : `${escaped(head)}${mark}${escaped(words)}${mark}${escaped(tail)}`;
};

/** Where a link of the document may lead; the body refuses other addresses. */
const ALLOWED = /^(?:https?:\/\/[^\s/]|mailto:[^\s@]+@|tel:\+?[\d.()\s-]+$)/i;
const BARE =
  /(?:https?:\/\/|www\.)[^\s<>«»“”"]*[^\s<>«»“”".,;:!?)\]’']|(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}/giu;

const addressOf = (bare: string): string =>
  /^https?:/i.test(bare) ? bare : /^www\./i.test(bare) ? `https://${bare}` : `mailto:${bare}`;

const destination = (address: string): string =>
  address
    .trim()
    .replace(
      /[\s()<>{}\\"]/g,
      (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`,
    );

/** An address that nobody made a link of becomes one: readers can follow it, and its signs stay as they are. */
const withBareLinks = (runs: readonly Run[]): Run[] =>
  runs.flatMap((run): Run[] => {
    if (run.link !== undefined) return [ALLOWED.test(run.link.trim()) ? run : { ...run, link: undefined }];
    const parts: Run[] = [];
    let at = 0;
    for (const match of run.text.matchAll(BARE)) {
      parts.push({ ...run, text: run.text.slice(at, match.index) });
      parts.push({ ...run, text: match[0], link: addressOf(match[0]) });
      at = match.index + match[0].length;
    }
    parts.push({ ...run, text: run.text.slice(at) });
    return parts.filter(({ text }) => text !== '');
  });

/** The links of a document that a note cannot have. */
export const refusedLinks = (blocks: readonly UnderstoodBlock[]): { words: string; link: string }[] =>
  blocks.flatMap(({ runs }) =>
    runs.flatMap(({ text, link }) =>
      link === undefined || ALLOWED.test(link.trim()) ? [] : [{ words: text, link }],
    ),
  );

/** How many links the note has. */
export const linksIn = (blocks: readonly UnderstoodBlock[]): number =>
  blocks.flatMap(({ runs }) => {
    const linked = withBareLinks(runs);
    return linked.filter(({ link }, index) => link !== undefined && link !== linked[index - 1]?.link);
  }).length;

const line = (runs: readonly Run[], indent = ''): string => {
  const parts = withBareLinks(runs);
  let text = '';
  for (let at = 0; at < parts.length;) {
    const { link } = parts[at] as Run;
    let words = '';
    const from = at;
    for (; at < parts.length && (parts[at] as Run).link === link; at += 1) {
      const before = at === from ? (link === undefined ? text : '[') : (parts[at - 1]?.text ?? '');
      const after =
        parts[at + 1]?.link === link ? (parts[at + 1]?.text ?? '') : link === undefined ? '[' : ']';
      words += marked(parts[at] as Run, before.slice(-1), at + 1 < parts.length ? after.charAt(0) : '');
    }
    if (link === undefined) text += words;
    else {
      const [, head = '', inner = '', tail = ''] = /^(\s*)([\s\S]*?)(\s*)$/.exec(words) ?? [];
      text += inner === '' ? words : `${head}[${inner}](${destination(link)})${tail}`;
    }
  }
  return text
    .split('\n')
    .map((part, index) => `${index === 0 ? '' : indent}${safeStart(part)}`)
    .join('\\\n');
};

const plain = (runs: readonly Run[]): Run[] => runs.map((run) => ({ ...run, bold: false, italic: false }));

const attribute = (text: string): string => text.replaceAll('"', '”').replace(/[<>{}]/g, '');

const quoteText = (block: UnderstoodBlock): string => {
  const { id, speaker, role } = block.quote ?? { id: '', speaker: '', role: '' };
  const { before, inside, after } = splitAttribution(block);
  const said = `${line(before)}<Attribution>${line(inside)}</Attribution>${line(after)}`;
  const office = role === '' ? `${TO_WRITE}: il ruolo` : attribute(role);
  return `<Quote id="${id}" speaker="${attribute(speaker)}" role="${office}">\n${said}\n</Quote>`;
};

const blockText = (block: UnderstoodBlock, depths: readonly number[]): string => {
  if (block.kind === 'picture') return `<Picture id="foto-${(block.picture ?? 0) + 1}" />`;
  if (block.kind === 'heading') {
    const depth = Math.min(4, 2 + Math.max(0, depths.indexOf(block.level)));
    const words = plain(block.runs).map((run) => ({ ...run, text: run.text.replaceAll('\n', ' ') }));
    return `${'#'.repeat(depth)} ${line(words)}`;
  }
  return block.quote ? quoteText(block) : line(block.runs);
};

const lettersOf = (text: string): string => text.replace(/\s+/g, '');

/** The text of a block, read back to be sure that it says the same; emphasis that cannot be written is left out. */
const sureText = (block: UnderstoodBlock, depths: readonly number[]): string => {
  const text = blockText(block, depths);
  if (block.kind === 'picture') return text;
  const { document, problems } = readNoteDocument(text, 'it.mdx');
  const isSame = lettersOf(plainText(document)) === lettersOf(textOf(block));
  return isSame && problems.length === 0 ? text : blockText({ ...block, runs: plain(block.runs) }, depths);
};

/** The items of a list with their marks; a list inside another is indented below its item. */
class ListWriter {
  readonly #widths: number[] = [];
  #last: UnderstoodBlock | undefined;
  #sign = '.';

  /** @returns the item, and whether it goes on with the list before it */
  item(block: UnderstoodBlock, before: UnderstoodBlock | undefined): { text: string; joins: boolean } {
    const joins = before?.kind === 'item';
    if (!joins) this.#widths.length = 0;
    // A list cannot begin two levels deep.
    const level = Math.min(block.level, this.#widths.length);
    this.#widths.length = level;
    const { number } = block;
    // A list that counts anew needs another sign, or Markdown would go on counting.
    if (joins && number !== undefined && this.#last?.number !== undefined && this.#last.level === block.level)
      if (number !== this.#last.number + 1) this.#sign = this.#sign === '.' ? ')' : '.';
    const mark = number === undefined ? '- ' : `${number}${this.#sign} `;
    const indent = ' '.repeat(this.#widths.reduce((sum, width) => sum + width, 0));
    this.#widths.push(mark.length);
    this.#last = block;
    return { text: `${indent}${mark}${line(block.runs, indent + ' '.repeat(mark.length))}`, joins };
  }
}

const bodyOf = (blocks: readonly UnderstoodBlock[]): string => {
  const depths = [...new Set(blocks.filter(({ kind }) => kind === 'heading').map(({ level }) => level))].sort(
    (a, b) => a - b,
  );
  const lists = new ListWriter();
  return blocks
    .map((block, index) => {
      const gap = index === 0 ? '' : '\n\n';
      if (block.kind !== 'item') return gap + sureText(block, depths);
      const { text, joins } = lists.item(block, blocks[index - 1]);
      return (joins ? '\n' : gap) + text;
    })
    .join('');
};

const quoted = (text: string): string => JSON.stringify(text);
const orToWrite = (text: string, what: string): string => (text === '' ? toWrite(what) : quoted(text));

/** Name of a picture's file beside the note. */
export const pictureFile = ({ ending }: ImportedPicture, index: number): string =>
  `foto-${index + 1}.${ending}`;

/** What stands after `edition:` where nobody can tell it; the check refuses the empty field. */
export const CHOOSE = '# scegli:';

/**
 * The note's file: what was understood, and as comments what the editor has to decide.
 * @param editions the ids to choose from, where the document does not tell the edition
 */
export const noteText = (
  note: UnderstoodNote,
  pictures: readonly ImportedPicture[],
  editions: readonly string[],
): string => {
  const front = [
    `title: ${orToWrite(note.title, 'il titolo')}`,
    `subtitle: ${orToWrite(note.subtitle, 'il sommario')}`,
    // Not every note has one.
    ...(note.citySummary === '' ? [] : [`citySummary: ${quoted(note.citySummary)}`]),
    `description: ${toWrite('una frase di 160 caratteri al massimo, per i risultati di ricerca')}`,
    `city: ${note.city ?? 'DA-SCRIVERE'}`,
    `edition: ${note.edition ?? `${CHOOSE} ${editions.join(', ')}`}`,
    `date: ${note.date ?? 'DA-SCRIVERE'}`,
    'status: draft # una bozza: per pubblicare la nota togli questa riga',
    ...(note.figures.length > 0
      ? [
          '# Cifre trovate nel testo. Per mostrarne una togli i segni # qui, e nel testo mettila fra',
          '# <Figure id="nome"> e </Figure>.',
          '# figures:',
          ...note.figures.flatMap(({ value, qualifier, label }) => [
            `#   ${label}:`,
            `#     value: ${value}`,
            `#     qualifier: ${qualifier}`,
            `#     label: ${label}`,
          ]),
        ]
      : []),
    ...(pictures.length > 0
      ? [
          '# Le immagini del documento: scrivi autore, condizioni, liberatoria, testo alternativo e didascalia.',
          'pictures:',
          ...pictures.flatMap((picture, index) => [
            `  foto-${index + 1}:`,
            `    file: ${pictureFile(picture, index)}`,
            `    credit: ${toWrite('chi ha fatto la foto')}`,
            `    licence: ${toWrite('le condizioni d’uso')}`,
            `    release: ${toWrite('la liberatoria, oppure: nessuna persona riconoscibile')}`,
            `    alt: ${orToWrite(picture.alt, 'che cosa si vede')}`,
            `    caption: ${orToWrite(picture.caption, 'la didascalia')}`,
          ]),
        ]
      : []),
  ];
  return `---\n${front.join('\n')}\n---\n\n${bodyOf(note.blocks)}\n`;
};
