import { parseNoteDocument } from '../../../src/documents/note-document/index.ts';
import type { PublishedNote } from '../../../src/documents/published-note.ts';
import { documentLanguage } from '../../../src/i18n/languages.ts';

const words =
  'rete comuni servizi persone città laboratori sportello casa impegno accoglienza progetto quartiere lavoro'.split(
    ' ',
  );

/** A number that looks random and is always the same. */
const mixed = (seed: number): number => Math.abs(Math.imul(seed ^ 0x9e3779b9, 0x85ebca6b) >>> 3);

const sentence = (seed: number, length: number): string =>
  `${Array.from({ length }, (_, index) => words[mixed(seed * 31 + index) % words.length]).join(' ')} ${seed}.`;
const paragraph = (seed: number): string =>
  Array.from({ length: 5 }, (_, index) => sentence(seed * 7 + index, 12)).join(' ');

/** A note as long as the real ones (about 700 words, one quote), different for every number. */
export const syntheticNote = (number: number): PublishedNote => ({
  id: `2023-11-03-prova-${number}`,
  lang: documentLanguage('it'),
  city: { id: 'prova', name: 'Prova' },
  edition: { id: 'lgnet2', name: 'LgNet2' },
  title: `Nota di prova ${number}: ${sentence(number, 10)}`,
  subtitle: sentence(number + 1, 30),
  citySummary: sentence(number + 2, 30),
  date: { iso: '2023-11-03', text: '3 novembre 2023' },
  document: parseNoteDocument(
    [
      `**Prova, 3 novembre 2023** – ${paragraph(number + 3)}`,
      ...Array.from(
        { length: 8 },
        (_, index) => `${paragraph(number * 11 + index)} **${sentence(index, 6)}**`,
      ),
      `<Quote id="q" speaker="Nome" role="Ruolo">\n«${paragraph(number + 5)}»\n</Quote>`,
    ].join('\n\n'),
    'prova.mdx',
  ),
  url: `https://lgnet.example/note-stampa/2023-11-03-prova-${number}/`,
  changes: [],
  pictures: [],
  videos: [],
  contacts: [{ name: 'Contatto', email: 'contatto@lgnet.example' }],
  boilerplate: [sentence(1, 30)],
  fundingStatement: sentence(2, 35),
  publisher: 'LGNet',
  labels: {
    page: 'Pagina {page} di {total}',
    emblem: 'Emblema',
    qrCode: 'Codice QR: {url}',
    online: 'La nota sul sito',
    contacts: 'Contatti',
    about: 'In breve',
    changes: 'Modifiche',
    quotes: 'Citazioni',
    quoted: '«{words}»',
    speaker: '{speaker}, {role}',
    labelled: '{label}: {value}',
    citation: '{publisher}, {title}, {source}, {url}',
    quoteWithSource: '{quote} – {speaker} ({source})',
    source: '{edition}, {city}, {date}',
    credit: 'Foto: {credit}. {licence}',
    video: 'Video: {title}',
  },
});
