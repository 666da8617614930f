import { conceptNames, type ConceptWords } from '../../../../src/schemas/concept-names.ts';
import { SLUG, slugOf } from '../../../../src/lib/slug.ts';
import { addressOf } from '../../addresses/of-content.ts';
import { readRegister } from '../../addresses/register.ts';
import type { ContentEntry } from '../../content/read.ts';
import { fieldAt } from '../../content/schema-fields.ts';
import { entriesAt, itemsAt, leavesOf, textAt } from '../../content/values.ts';
import type { Check, CheckContext } from '../context.ts';
import { entriesThere, nearestEntry } from '../../content/nearest-entry.ts';
import { namesInWords, nearest } from '../../words/nearest.ts';
import type { Problem } from '../problem.ts';
import { lineOf, replaced } from '../source-lines.ts';

/** Names that lead nowhere, and cities put into an edition that they are no part of. */
export const checkReferences: Check = (context) => {
  const gone = publishedAndGone(context);
  return context.records.flatMap((entry) => [
    ...unknownNames(entry, context, gone),
    ...cityOutsideEdition(entry, context),
    ...unknownSources(entry),
  ]);
};

/** Addresses that were published and lead nowhere else: one that has nothing is told of in the register, once. */
const publishedAndGone = (content: CheckContext): ReadonlySet<string> => {
  const { published = [], moved = {} } = readRegister(content)?.register ?? {};
  return new Set(published.filter((path) => !(path in moved)));
};

const unknownNames = (entry: ContentEntry, { ids }: CheckContext, gone: ReadonlySet<string>): Problem[] =>
  leavesOf(entry.yaml.value).flatMap(({ path, value }) => {
    const to = fieldAt(entry.schema, path)?.refersTo;
    if (to === undefined || typeof value !== 'string' || value === '' || ids[to].has(value)) return [];
    // Its capitals are told of with the field.
    if (!SLUG.test(value) && ids[to].has(slugOf(value))) return [];
    if (gone.has(addressOf({ concept: to, id: value }) ?? '')) return [];
    const { reference }: ConceptWords = conceptNames[to];
    if (!reference) return [];
    const position = entry.yaml.valuePositionOf(path);
    const meant = nearestEntry(value, to, ids[to]);
    return [
      {
        file: entry.file.path,
        ...position,
        code: reference.code,
        what: `${reference.the} "${value}" non esiste.`,
        why: reference.why,
        fix:
          meant === undefined
            ? entriesThere(value, to, ids[to])
            : replaced(lineOf(entry.file, position.line), value, meant),
      },
    ];
  });

/** The pairs of city and edition in an entry, with the way to the edition. */
const pairsIn = ({
  concept,
  yaml,
}: ContentEntry): { city: string; edition: string; path: PropertyKey[] }[] => {
  const pair = (path: PropertyKey[]) => {
    const city = textAt(yaml.value, [...path, 'city']);
    const edition = textAt(yaml.value, [...path, 'edition']);
    return city !== undefined && edition !== undefined ? [{ city, edition, path: [...path, 'edition'] }] : [];
  };
  if (concept === 'press-notes' || concept === 'activities') return pair([]);
  if (concept === 'partners') {
    return itemsAt(yaml.value, ['participations']).flatMap((_, index) => pair(['participations', index]));
  }
  if (concept !== 'videos') return [];
  const edition = textAt(yaml.value, ['edition']);
  return itemsAt(yaml.value, ['cities'])
    .filter((city) => typeof city === 'string')
    .flatMap((city) => (edition === undefined ? [] : [{ city, edition, path: ['edition'] }]));
};

const cityOutsideEdition = (entry: ContentEntry, { record, ids }: CheckContext): Problem[] =>
  pairsIn(entry).flatMap(({ city, edition, path }) => {
    const cityRecord = record('cities', city);
    const own = itemsAt(cityRecord?.yaml.value, ['editions'])
      .map((item) => textAt(item, ['edition']))
      .filter((name) => name !== undefined);
    // A city whose file is faulty is told of there.
    if (own.length === 0 || own.includes(edition) || !ids.editions.has(edition)) return [];
    const position = entry.yaml.valuePositionOf(path);
    return [
      {
        file: entry.file.path,
        ...position,
        code: 'city-outside-edition',
        what: `La città "${city}" non fa parte dell’edizione "${edition}": in cities/${city}.yaml c’è ${namesInWords(own)}.`,
        why: 'Il sito direbbe che la città ha partecipato a un’edizione a cui non ha partecipato.',
        fix: replaced(lineOf(entry.file, position.line), edition, own[0] as string),
      },
    ];
  });

/** Facts name one of the sources of their own file. */
const unknownSources = (entry: ContentEntry): Problem[] => {
  if (entry.concept !== 'facts') return [];
  const sources = entriesAt(entry.yaml.value, ['sources']).map(([name]) => name);
  return entriesAt(entry.yaml.value, ['facts']).flatMap(([id, fact]) => {
    const source = textAt(fact, ['source']);
    if (source === undefined || sources.includes(source)) return [];
    const position = entry.yaml.valuePositionOf(['facts', id, 'source']);
    const meant = nearest(source, sources);
    return [
      {
        file: entry.file.path,
        ...position,
        code: 'unknown-source',
        what: `La fonte "${source}" non è fra quelle elencate in questo file.`,
        why: 'Un’affermazione senza fonte non si pubblica.',
        fix:
          meant === undefined
            ? `Le fonti di questo file sono: ${namesInWords(sources)}. Aggiungi quella che manca sotto "sources:".`
            : replaced(lineOf(entry.file, position.line), source, meant),
      },
    ];
  });
};
