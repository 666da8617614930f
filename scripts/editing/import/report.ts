import type { ImportedNote } from './import-note.ts';

const listed = (words: readonly string[]): string =>
  `${words.slice(0, 12).join(', ')}${words.length > 12 ? ' …' : ''}`;

/** Says "word for word" only when every word was counted. */
const wordLine = ({ note, count }: ImportedNote): string => {
  const { words, missing, added } = count;
  const size = `${note.blocks.length} capoversi, ${words} parole`;
  if (missing.length === 0 && added.length === 0)
    return `Testo: ${size}, contate una per una: il testo è arrivato parola per parola.`;
  return [
    `Testo: ${size}. ATTENZIONE: contandole, le parole non tornano.`,
    ...(missing.length > 0 ? [`Mancano ${missing.length}: ${listed(missing)}.`] : []),
    ...(added.length > 0 ? [`In più ${added.length}: ${listed(added)}.`] : []),
    'Confronta il testo con il documento.',
  ].join(' ');
};

const section = (title: string, lines: readonly string[]): string[] =>
  lines.length === 0 ? [] : [`\n${title}`, ...lines.map((line) => `  ${line}`)];

/**
 * What the editor is told after an import: what was understood, what to check, what is not in the note, and what is left
 * to do, in its order.
 * @param path the note's file, as it is called from where the command runs
 */
export const importReport = (imported: ImportedNote, path: string): string => {
  const { note, pictures, links, changed, dropped, toDo, draftLine } = imported;
  const steps = [
    ...toDo.map(({ line, what }) => `riga ${line}: ${what}`),
    `guarda i punti di «Controlla», qui sopra, confrontando ${path} con il documento.`,
    'lancia: npm run controlla',
    `guarda la nota com’è nel sito: npm run redazione`,
    `è una bozza: per pubblicarla togli la riga ${draftLine}, \`status: draft\`, e consegna la modifica (commit).`,
  ];
  return [
    `Ho scritto ${path}`,
    ...section('Ho capito:', [
      ...note.understood,
      wordLine(imported),
      ...(links > 0 ? [links === 1 ? 'Un collegamento.' : `Collegamenti: ${links}.`] : []),
      ...(pictures.length > 0
        ? [
            `Immagini: ${pictures.length}, nel punto del testo in cui stavano (${pictures.map(({ file }) => file).join(', ')}).`,
          ]
        : []),
    ]),
    ...section('Controlla:', [...note.uncertain, ...changed]),
    ...section(
      'Non sta nella nota:',
      note.setApart.map(({ what, words }) => `${what}: «${words}»`),
    ),
    ...section('Non ho portato:', dropped),
    ...section(
      'Resta da fare, in quest’ordine:',
      steps.map((step, index) => `${index + 1}. ${step}`),
    ),
  ].join('\n');
};
