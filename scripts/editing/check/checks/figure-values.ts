import type { ContentEntry } from '../../content/read.ts';
import { entriesAt, itemsAt, leavesOf, textAt, valueAt } from '../../content/values.ts';
import { numbersIn } from '../../words/numbers.ts';
import type { Check, CheckContext } from '../context.ts';
import type { Problem } from '../problem.ts';
import { shortened } from '../source-lines.ts';

/** The value of a figure is the number of its sentence, in every language, and no other text tells another. */
export const checkFigureValues: Check = (context) =>
  context.entries.flatMap((entry) => {
    const record = context.record(entry.concept, entry.id);
    if (!record || record.yaml.errors.length + entry.yaml.errors.length > 0) return [];
    return [...inSentences(entry, record), ...elsewhere(entry, record, context)];
  });

const figuresOf = (record: ContentEntry): { id: string; value: number }[] =>
  entriesAt(record.yaml.value, ['figures']).flatMap(([id, figure]) => {
    const value = valueAt(figure, ['value']);
    return typeof value === 'number' ? [{ id, value }] : [];
  });

const inItalian = (value: number): string => new Intl.NumberFormat('it-IT').format(value);

const inSentences = (entry: ContentEntry, record: ContentEntry): Problem[] => {
  const { text = '', line = 1 } = entry.body ?? {};
  return figuresOf(record).flatMap(({ id, value }): Problem[] => {
    const sentence = new RegExp(`<Figure\\s+id=["']${id}["']\\s*>([\\s\\S]*?)</Figure>`).exec(text);
    const words = sentence?.[1] ?? '';
    const numbers = numbersIn(words);
    // A small number may stand in letters.
    if (!sentence || numbers.length === 0 || numbers.some((number) => number.value === value)) return [];
    const before = text.slice(0, sentence.index).split('\n');
    const told = numbers.map((number) => inItalian(number.value)).join(', ');
    const isRecord = entry === record;
    return [
      {
        file: entry.file.path,
        line: line + before.length - 1,
        column: (before.at(-1) ?? '').length + 1,
        code: isRecord ? 'figure-not-in-its-sentence' : 'figure-not-in-its-translation',
        what: `La cifra "${id}" vale ${inItalian(value)}, ma la sua frase dice ${told}: ${shortened(words.replace(/\s+/g, ' '))}`,
        why: 'Il sito mostra la cifra e porta a questa frase: chi controlla troverebbe un altro numero.',
        fix: isRecord
          ? `Se è giusta la frase, in testa: value: ${numbers[0]?.value ?? value}. Se è giusta la cifra, correggi la frase.`
          : `Correggi il numero nella frase: ${inItalian(value)}.`,
      },
    ];
  });
};

/** Who is counted, in the words of a text's language: with the figure's own label, what makes a number this figure's. */
const peopleIn = (entry: ContentEntry, { languageFiles, languages }: CheckContext): string[] =>
  itemsAt(languageFiles.get(entry.language ?? languages[0] ?? '')?.value, ['people']).map(String);

const FIELDS = ['easy', 'citySummary', 'subtitle', 'description', 'summary', 'goal', 'title'];

const labelsOf = (entry: ContentEntry, record: ContentEntry): string[] =>
  [entry, record].flatMap(({ yaml }) =>
    entriesAt(yaml.value, ['figures']).flatMap(([, figure]) => textAt(figure, ['label']) ?? []),
  );

const counts = (after: string, people: readonly string[], labels: readonly string[]): boolean => {
  // In Bengali the number carries a word of its own: "200 জন".
  const words = after.replace(/^[\s*_\u2066-\u2069]+/u, '').toLowerCase();
  return (
    people.some((word) => words.startsWith(word.toLowerCase())) ||
    labels.some((label) => words.startsWith(label.toLowerCase().slice(0, 6)))
  );
};

/** The notes whose figures a text may repeat: a note its own, a city those of its notes. */
const statedFor = (record: ContentEntry, { records }: CheckContext): ContentEntry[] =>
  record.concept === 'cities'
    ? records.filter(
        (note) => note.concept === 'press-notes' && textAt(note.yaml.value, ['city']) === record.id,
      )
    : [record];

const elsewhere = (entry: ContentEntry, record: ContentEntry, context: CheckContext): Problem[] => {
  const sources = statedFor(record, context);
  const values = sources.flatMap(figuresOf).map(({ value }) => value);
  if (values.length === 0) return [];
  const labels = sources.flatMap((source) => labelsOf(entry, source));
  const people = peopleIn(entry, context);
  return leavesOf(entry.yaml.value)
    .filter(({ path }) => FIELDS.includes(String(path[0])) || path.includes('easy'))
    .flatMap(({ path, value: text }): Problem[] => {
      if (typeof text !== 'string') return [];
      const other = numbersIn(text).find(
        ({ value, after }) => !values.includes(value) && counts(after, people, labels),
      );
      if (!other) return [];
      return [
        {
          level: 'warning',
          file: entry.file.path,
          ...entry.yaml.valuePositionOf(path),
          code: 'figure-differs-elsewhere',
          what: `Qui si legge ${inItalian(other.value)}, ma ${record.concept === 'cities' ? 'le note della città dicono' : 'le cifre della nota dicono'} ${values.map(inItalian).join(', ')}: ${shortened(text)}`,
          why: 'Dopo una correzione il numero di prima resta facilmente nel testo facile, nel sommario o nella pagina della città.',
          fix: 'Se il numero è lo stesso, correggilo anche qui; se conta altro, lascialo.',
        },
      ];
    });
};
