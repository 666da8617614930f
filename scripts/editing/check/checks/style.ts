import type { ContentEntry } from '../../content/read.ts';
import { itemsAt, textAt } from '../../content/values.ts';
import type { Check, CheckContext } from '../context.ts';
import type { Problem } from '../problem.ts';
import { lineOf, quoted, shortened } from '../source-lines.ts';

/** What is allowed and serves readers badly: texts that are cut, shouted, joined by signs nobody sees, or hard. */
export const checkStyle: Check = (context) =>
  context.entries.flatMap((entry) =>
    entry.yaml.errors.length > 0
      ? []
      : [
          ...tooLong(entry),
          ...shouted(entry, context),
          ...unseen(entry),
          ...(entry.isRecord ? withoutEasyText(entry, context) : []),
        ],
  );

/** Letters that are shown: Italian is written to the limit, other languages need more room for the same. */
const LIMITS = {
  title: { italian: 110, other: 130, where: 'nei risultati di ricerca e nelle anteprime dei link' },
  description: { italian: 160, other: 180, where: 'nei risultati di ricerca' },
} as const;

const tooLong = (entry: ContentEntry): Problem[] =>
  Object.entries(LIMITS).flatMap(([field, { italian, other, where }]): Problem[] => {
    const text = textAt(entry.yaml.value, [field]);
    const most = entry.isRecord ? italian : other;
    if (text === undefined || [...text].length <= most) return [];
    const cut = text.slice(0, most).replace(/\s+\S*$/, '');
    return [
      {
        level: 'warning',
        file: entry.file.path,
        ...entry.yaml.valuePositionOf([field]),
        code: `long-${field}`,
        what: `"${field}" ha ${[...text].length} lettere: oltre le ${most} viene tagliato.`,
        why: `Dopo «${cut.slice(-40).trimStart()}» ${where} non si legge più niente.`,
        fix: `Accorcialo a ${most} lettere, con le parole importanti all’inizio.`,
      },
    ];
  });

const LETTERS = /\p{L}/gu;

const isShouted = (text: string): boolean => {
  const letters = text.match(LETTERS) ?? [];
  const capitals = letters.filter((letter) => /\p{Lu}/u.test(letter)).length;
  // An acronym or two are no shouting.
  return letters.length >= 12 && /\p{L}\s+\p{L}/u.test(text) && capitals / letters.length > 0.8;
};

const calm = (text: string): string => {
  const small = text.toLocaleLowerCase('it');
  return small.charAt(0).toLocaleUpperCase('it') + small.slice(1);
};

const shouted = (entry: ContentEntry, { bodyOf }: CheckContext): Problem[] => {
  const why =
    'Il maiuscolo si legge male, e alcuni lettori di schermo lo dicono lettera per lettera. L’aspetto lo dà il sito.';
  const inFields = ['title', 'subtitle', 'citySummary', 'description', 'name'].flatMap((field): Problem[] => {
    const text = textAt(entry.yaml.value, [field]);
    return text === undefined || !isShouted(text)
      ? []
      : [
          {
            level: 'warning',
            file: entry.file.path,
            ...entry.yaml.valuePositionOf([field]),
            code: 'all-capitals',
            what: `"${field}" è tutto in maiuscolo.`,
            why,
            fix: `${field}: ${quoted(calm(text))} (rimetti le maiuscole ai nomi)`,
          },
        ];
  });
  const inHeadings = (bodyOf(entry)?.headings ?? [])
    .filter(({ text }) => isShouted(text))
    .map(({ text, line, column, depth }): Problem => ({
      level: 'warning',
      file: entry.file.path,
      line,
      column,
      code: 'all-capitals',
      what: `Il titolo «${shortened(text)}» è tutto in maiuscolo.`,
      why,
      fix: `${'#'.repeat(depth)} ${calm(text)} (rimetti le maiuscole ai nomi)`,
    }));
  return [...inFields, ...inHeadings];
};

// In Arabic and Persian, and inside an emoji, the joiners are letters' and pictures' own.
const UNSEEN =
  /[\u00ad\u200b\u2060]|(?<=[\p{Script=Latin}\d\s])[\u200c\u200d]|[\u200c\u200d](?=[\p{Script=Latin}\d\s])/gu;
const NAMES: Record<string, string> = {
  '\u00ad': 'un trattino nascosto (a capo facoltativo di Word)',
  '\u200b': 'uno spazio largo zero',
};

const unseen = ({ file }: ContentEntry): Problem[] =>
  (file.text ?? '').split('\n').flatMap((line, index): Problem[] => {
    const found = [...line.matchAll(UNSEEN)];
    const [first] = found;
    if (!first) return [];
    const word = /[\p{L}\p{N}]*$/u.exec(line.slice(0, first.index))?.[0] ?? '';
    const rest = /^[^\s]*/u.exec(line.slice(first.index))?.[0] ?? '';
    return [
      {
        level: 'warning',
        file: file.path,
        line: index + 1,
        column: first.index + 1,
        code: 'unseen-character',
        what: `Nella parola «${(word + rest).replace(UNSEEN, '')}» c’è ${NAMES[first[0]] ?? 'un segno che non si vede'}${found.length > 1 ? `, e nella riga ce ne sono ${found.length}` : ''}.`,
        why: 'La ricerca non trova la parola, e chi la copia si porta dietro il segno.',
        fix: lineOf(file, index + 1)
          .replace(UNSEEN, '')
          .trim(),
      },
    ];
  });

/** Said only where the others have one: a network that writes no plain words is not told of each note. */
const withoutEasyText = (entry: ContentEntry, { records }: CheckContext): Problem[] => {
  const isNote = entry.concept === 'press-notes';
  const has = ({ yaml }: ContentEntry): boolean => itemsAt(yaml.value, ['easy']).length > 0;
  const gone = ['draft', 'withdrawn', 'error'].includes(textAt(entry.yaml.value, ['status']) ?? '');
  if (!isNote || gone || has(entry)) return [];
  if (!records.some((other) => other.concept === 'press-notes' && has(other))) return [];
  return [
    {
      level: 'warning',
      file: entry.file.path,
      line: 2,
      column: 1,
      code: 'no-easy-text',
      what: 'La nota non ha il racconto in parole semplici.',
      why: 'Molti dei lettori a cui serve stanno imparando l’italiano.',
      fix: 'easy: # un esempio: scrivi ciò che vale qui\n  - "Palermo ha aperto uno sportello."\n  - "Lo sportello aiuta chi ha bisogno di cure."\n  - "Il servizio è gratuito."',
    },
  ];
};
