import { SLUG } from '../../../../src/lib/slug.ts';
import type { ConceptName } from '../../../../src/schemas/index.ts';
import type { ContentEntry } from '../../content/read.ts';
import { textAt } from '../../content/values.ts';
import { takenByTheSite } from '../addresses.ts';
import type { Check } from '../context.ts';
import { nearest } from '../../words/nearest.ts';
import type { Problem } from '../problem.ts';

/** Entries that would have one address, copies that nobody changed, and translations of nothing. */
export const checkIdentity: Check = (context) => [
  ...copies(context.records),
  ...takenAddresses(context.records, context.languages),
  ...context.entries.flatMap((entry) => orphan(entry, context)),
];

const start = (entry: ContentEntry) => ({ file: entry.file.path, line: 1, column: 1 });

/** What no two entries of a concept have in common. */
const signatures: Partial<Record<ConceptName, (value: unknown) => (string | undefined)[]>> = {
  cities: (value) => [textAt(value, ['name'])],
  partners: (value) => [textAt(value, ['name'])],
  areas: (value) => [textAt(value, ['name'])],
  editions: (value) => [textAt(value, ['name'])],
  activities: (value) => [textAt(value, ['city']), textAt(value, ['title'])],
};

const copies = (records: readonly ContentEntry[]): Problem[] => {
  const first = new Map<string, ContentEntry>();
  return records.flatMap((entry) => {
    const signature = signatures[entry.concept]?.(entry.yaml.value);
    // A file with a wrong name is told of there.
    if (!signature || signature.includes(undefined) || !entry.id.split('/').every((part) => SLUG.test(part)))
      return [];
    const key = JSON.stringify([entry.concept, ...signature]);
    const other = first.get(key);
    if (!other) first.set(key, entry);
    if (!other) return [];
    const field = entry.concept === 'activities' ? 'title' : 'name';
    return [
      {
        file: entry.file.path,
        ...entry.yaml.valuePositionOf([field]),
        code: 'copied-entry',
        what: `"${signature.at(-1)}" è già in ${other.file.path}.`,
        why: 'La stessa cosa comparirebbe due volte, con due indirizzi.',
        fix: `Cambia "${field}:" se è un’altra cosa, oppure togli uno dei due file.`,
      },
    ];
  });
};

const takenAddresses = (records: readonly ContentEntry[], languages: readonly string[]): Problem[] =>
  records
    .filter(({ concept, id }) => {
      const [first = ''] = id.split('/');
      return concept === 'pages' && (takenByTheSite().has(first) || languages.includes(first));
    })
    .map((entry) => ({
      ...start(entry),
      code: 'taken-address',
      what: `L’indirizzo /${entry.id}/ è già di una parte del sito.`,
      why: 'Due pagine con un solo indirizzo: una delle due non si vedrebbe.',
      fix: `Dai alla cartella un altro nome, per esempio content/pages/${entry.id.replace(/^[^/]+/, '$&-2')}`,
    }));

const orphan = (entry: ContentEntry, { ids, languages }: Parameters<Check>[0]): Problem[] => {
  if (entry.isRecord) return [];
  const ending = entry.file.path.endsWith('.yaml') ? '.yaml' : '.mdx';
  if (entry.language === languages[0]) {
    return [
      {
        ...start(entry),
        code: 'source-language-suffix',
        what: `Il testo italiano non ha la lingua nel nome: "${entry.language}" è quella che fa fede.`,
        why: 'Il sito cerca il testo italiano nel file senza lingua: questo non lo leggerebbe.',
        fix: `Rinominalo: content/${entry.concept}/${entry.id}${ending}`,
      },
    ];
  }
  if (!languages.includes(entry.language)) {
    const meant = nearest(entry.language, languages.slice(1));
    return [
      {
        ...start(entry),
        code: 'unknown-language',
        what: `La lingua "${entry.language}" non è fra quelle del sito.`,
        why: 'Nessuno vedrebbe questa traduzione.',
        fix:
          meant === undefined
            ? `Aggiungi la lingua in content/languages/${entry.language}.yaml (npm run nuovo -- lingua ${entry.language}), oppure usa una di queste: ${languages.slice(1).join(', ')}.`
            : `Rinominalo: content/${entry.file.path.replace(`${entry.language}${ending}`, `${meant}${ending}`)}`,
      },
    ];
  }
  // A folder without its Italian text is told of as a place of files.
  if (ids[entry.concept].has(entry.id) || ending === '.mdx') return [];
  const meant = nearest(entry.id, ids[entry.concept]);
  return [
    {
      ...start(entry),
      code: 'orphan-translation',
      what: `Questa è la traduzione di "${entry.id}", che non esiste.`,
      why: 'Una traduzione senza il suo testo italiano non ha una pagina.',
      fix:
        meant === undefined
          ? `Togli questo file, oppure crea il suo testo italiano: content/${entry.concept}/${entry.id}${ending}`
          : `Rinominalo: content/${entry.concept}/${meant}.${entry.language}${ending}`,
    },
  ];
};
