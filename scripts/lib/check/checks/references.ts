import type { ConceptName } from '../../../../src/schemas/index.ts';
import type { Content, ContentEntry } from '../../content/read.ts';
import { namesInWords, nearest } from '../nearest.ts';
import type { Problem } from '../problem.ts';

interface Reference {
  path: PropertyKey[];
  to: ConceptName;
  name: string;
}

const articles: Partial<Record<ConceptName, string>> = {
  cities: 'La città',
  editions: 'L’edizione',
  areas: 'L’ambito',
  partners: 'Il partner',
  'press-notes': 'La nota',
  pages: 'La pagina',
};

/** The fields that name another entry, wherever they stand. */
const targets: Record<string, ConceptName> = {
  city: 'cities',
  cities: 'cities',
  edition: 'editions',
  areas: 'areas',
  representedBy: 'partners',
  note: 'press-notes',
  page: 'pages',
  replacedBy: 'press-notes',
  storyPage: 'pages',
};

const referencesIn = (value: unknown, path: PropertyKey[] = []): Reference[] => {
  if (Array.isArray(value)) return value.flatMap((item, index) => referencesIn(item, [...path, index]));
  if (typeof value === 'object' && value !== null) {
    return Object.entries(value).flatMap(([key, inner]) => referencesIn(inner, [...path, key]));
  }
  const field = path.findLast((key) => typeof key === 'string');
  const to = typeof field === 'string' ? targets[field] : undefined;
  return to && typeof value === 'string' ? [{ path, to, name: value }] : [];
};

/** The third edition is told of before it has an entry of its own: facts may name it. */
const mayBeUnknown = (entry: ContentEntry, { to }: Reference): boolean =>
  entry.concept === 'facts' && to === 'editions';

/** A name that leads nowhere, and a city outside the edition that a note or an activity puts it in. */
export const checkReferences = ({ entries }: Content): Problem[] => {
  const records = entries.filter(({ isRecord }) => isRecord);
  const idsOf = (concept: ConceptName): string[] =>
    records.filter((record) => record.concept === concept).map(({ id }) => id);
  const editionsOfCity = new Map(
    records
      .filter(({ concept }) => concept === 'cities')
      .map(({ id, yaml }) => [
        id,
        ((yaml.value as { editions?: { edition?: string }[] } | undefined)?.editions ?? []).map(
          ({ edition }) => edition,
        ),
      ]),
  );
  return records.flatMap((entry): Problem[] => {
    const unknown = referencesIn(entry.yaml.value)
      .filter((reference) => !mayBeUnknown(entry, reference) && !idsOf(reference.to).includes(reference.name))
      .map((reference): Problem => {
        const meant = nearest(reference.name, idsOf(reference.to));
        return {
          file: entry.file.path,
          ...entry.yaml.valuePositionOf(reference.path),
          code: 'unknown-reference',
          what: `${articles[reference.to] ?? 'La voce'} "${reference.name}" non esiste.`,
          why: 'Il sito non saprebbe dove portare chi legge.',
          fix: meant ? `Forse intendevi "${meant}".` : `Scegli fra: ${namesInWords(idsOf(reference.to))}.`,
        };
      });
    const { city, edition } = (entry.yaml.value ?? {}) as { city?: string; edition?: string };
    const own = city === undefined ? undefined : editionsOfCity.get(city);
    const outside =
      (entry.concept === 'press-notes' || entry.concept === 'activities') &&
      own &&
      edition &&
      !own.includes(edition);
    return outside
      ? [
          ...unknown,
          {
            file: entry.file.path,
            ...entry.yaml.valuePositionOf(['edition']),
            code: 'city-outside-edition',
            what: `La città "${city}" non fa parte dell’edizione "${edition}".`,
            why: 'Una città racconta solo le edizioni a cui partecipa.',
            fix: `Scrivi una di queste: ${own.join(', ')}; oppure aggiungi l’edizione in cities/${city}.yaml.`,
          },
        ]
      : unknown;
  });
};

/** Two entries that would have one address, and translations of nothing. */
export const checkIdentity = ({ entries, languages }: Content): Problem[] => {
  const records = entries.filter(({ isRecord }) => isRecord);
  const first = new Map<string, ContentEntry>();
  const twins = records.flatMap((entry): Problem[] => {
    const key = `${entry.concept}/${entry.id.toLowerCase()}`;
    const other = first.get(key);
    if (!other) first.set(key, entry);
    return other
      ? [
          {
            file: entry.file.path,
            line: 1,
            column: 1,
            code: 'same-slug',
            what: `Questo file e ${other.file.path} avrebbero lo stesso indirizzo.`,
            why: 'Uno dei due non si vedrebbe.',
            fix: 'Cambia il nome di uno dei due.',
          },
        ]
      : [];
  });
  const orphans = entries
    .filter(({ isRecord }) => !isRecord)
    .flatMap((entry): Problem[] => {
      const common = { file: entry.file.path, line: 1, column: 1 };
      if (!languages.includes(entry.language)) {
        return [
          {
            ...common,
            code: 'unknown-language',
            what: `La lingua "${entry.language}" non è fra quelle del sito.`,
            why: 'La traduzione non si vedrebbe.',
            fix: `Aggiungi la lingua in languages.yaml, oppure usa una di queste: ${languages.join(', ')}.`,
          },
        ];
      }
      return records.some(({ concept, id }) => concept === entry.concept && id === entry.id)
        ? []
        : [
            {
              ...common,
              code: 'orphan-translation',
              what: `Questa è la traduzione di "${entry.id}", che non esiste.`,
              why: 'Una traduzione senza il testo italiano non ha una pagina.',
              fix: 'Correggi il nome del file o della cartella.',
            },
          ];
    });
  return [...twins, ...orphans];
};
