import { toWrite } from '../words/to-write.ts';
import type { ImportedPicture, Run } from './document.ts';
import { splitAttribution, type UnderstoodBlock, type UnderstoodNote } from './understand.ts';

/** Text that MDX reads back as the same text. */
const escaped = (text: string): string =>
  text.replace(/[\\`*_[\]<>{}]/g, '\\$&').replace(/&(?=#?\w+;)/g, '\\&');

/** A line must not begin like a heading, a list or a quotation mark of Markdown. */
const safeStart = (line: string): string =>
  line
    .replace(/^(\d+)([.)] )/, '$1\\$2')
    .replace(/^([#+~=-])(?=\s|[#~=-])/, '\\$1')
    .replace(/^[ie](?=mport\b|xport\b)/, (letter) => `&#${letter.charCodeAt(0)};`);

const marked = (run: Run): string => {
  const mark = run.bold && run.italic ? '***' : run.bold ? '**' : run.italic ? '*' : '';
  if (mark === '') return escaped(run.text);
  // Marks stand next to letters, never next to blanks.
  const [, before = '', words = '', after = ''] = /^(\s*)(.*?)(\s*)$/s.exec(run.text) ?? [];
  return words === '' ? run.text : `${before}${mark}${escaped(words)}${mark}${after}`;
};

const line = (runs: readonly Run[]): string => runs.map(marked).join('');

const attribute = (text: string): string => text.replaceAll('"', '”');

const blockText = (block: UnderstoodBlock): string => {
  if (block.kind === 'heading') return `## ${line(block.runs.map((run) => ({ ...run, bold: false })))}`;
  if (block.kind === 'item') return `- ${line(block.runs)}`;
  if (!block.quote) return safeStart(line(block.runs));
  const { id, speaker, role } = block.quote;
  const { before, inside, after } = splitAttribution(block);
  const said = `${line(before)}<Attribution>${line(inside)}</Attribution>${line(after)}`;
  return `<Quote id="${id}" speaker="${attribute(speaker)}" role="${attribute(role)}">\n${said}\n</Quote>`;
};

const quoted = (text: string): string => JSON.stringify(text);
const orToWrite = (text: string, what: string): string => (text === '' ? toWrite(what) : quoted(text));

/** Name of a picture's file beside the note. */
export const pictureFile = ({ ending }: ImportedPicture, index: number): string =>
  `foto-${index + 1}.${ending}`;

/** The note's file: what was understood, and as comments what the editor has to decide. */
export const noteText = (
  note: UnderstoodNote,
  pictures: readonly ImportedPicture[],
  edition: string,
): string => {
  const front = [
    `title: ${orToWrite(note.title, 'il titolo')}`,
    `subtitle: ${orToWrite(note.subtitle, 'il sommario')}`,
    `citySummary: ${orToWrite(note.citySummary, 'il sommario della città')}`,
    `description: ${toWrite('una frase di 160 caratteri al massimo, per i risultati di ricerca')}`,
    `city: ${note.city ?? 'DA-SCRIVERE'}`,
    `edition: ${note.edition ?? edition}`,
    `date: ${note.date ?? 'DA-SCRIVERE'}`,
    '# La nota resta una bozza finché non togli questa riga.',
    'status: draft',
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
            `    caption: ${toWrite('la didascalia')}`,
          ]),
        ]
      : []),
  ];
  // The items of a list stand together.
  const body = note.blocks
    .map((block, index) => {
      const joins = block.kind === 'item' && note.blocks[index - 1]?.kind === 'item';
      return `${index === 0 ? '' : joins ? '\n' : '\n\n'}${blockText(block)}`;
    })
    .join('');
  return `---\n${front.join('\n')}\n---\n\n${body}\n`;
};
