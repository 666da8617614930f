import { SLUG } from '../../../../src/lib/slug.ts';
import { day as validDay } from '../../../../src/schemas/common.ts';
import type { ContentEntry } from '../../content/read.ts';
import { entriesAt, textAt, valueAt } from '../../content/values.ts';
import type { Check } from '../context.ts';
import type { Problem } from '../problem.ts';
import { lineOf, replaced } from '../source-lines.ts';

/** Fields that contradict each other, the file's place, or another file. */
export const checkConsistency: Check = ({ records, ids }) => {
  const readable = records.filter(({ yaml }) => yaml.errors.length === 0);
  const of = (concept: ContentEntry['concept']): ContentEntry[] =>
    readable.filter((entry) => entry.concept === concept);
  return [
    ...of('press-notes').flatMap((note) => [...noteFolder(note, ids.cities), ...withdrawal(note)]),
    ...[...of('press-notes'), ...of('pages')].flatMap(thousands),
    ...of('activities').flatMap((activity) => activityFolder(activity, ids.cities)),
    ...of('facts').flatMap((sheet) => factFile(sheet, ids.cities)),
    ...editionToldFirst(records.filter(({ concept }) => concept === 'editions')),
  ];
};

/** A city that does not exist is told of as such. */
type Cities = ReadonlySet<string>;

const noteFolder = (note: ContentEntry, cities: Cities): Problem[] => {
  const [, day, city] = /^(\d{4}-\d{2}-\d{2})-(.+)$/.exec(note.id) ?? [];
  const date = textAt(note.yaml.value, ['date']);
  const place = textAt(note.yaml.value, ['city']);
  if (day === undefined || city === undefined) {
    return [
      {
        file: note.file.path,
        line: 1,
        column: 1,
        code: 'note-folder',
        what: `La cartella si chiama "${note.id}": il nome di una nota è la data e la città.`,
        why: 'Il nome della cartella è l’indirizzo della nota, e non deve più cambiare.',
        fix: `Rinomina la cartella: content/press-notes/${date ?? '2023-11-03'}-${place ?? 'palermo'}`,
      },
    ];
  }
  // A copied folder, or one with capitals, is told of with its name.
  if (!SLUG.test(note.id)) return [];
  const problems: Problem[] = [];
  // A day that no calendar has is told of with the field.
  if (date !== undefined && validDay.safeParse(date).success && date !== day) {
    const position = note.yaml.valuePositionOf(['date']);
    problems.push({
      file: note.file.path,
      ...position,
      code: 'note-folder-date',
      what: `La data è ${date}, ma la cartella dice ${day}.`,
      why: 'L’indirizzo della nota direbbe un giorno e la pagina un altro: spesso è una cartella copiata.',
      fix: replaced(lineOf(note.file, position.line), date, day),
    });
  }
  if (place !== undefined && cities.has(place) && place !== city && !city.startsWith(`${place}-`)) {
    const position = note.yaml.valuePositionOf(['city']);
    problems.push({
      file: note.file.path,
      ...position,
      code: 'note-folder-city',
      what: `La città è "${place}", ma la cartella dice "${city}".`,
      why: 'L’indirizzo della nota nominerebbe una città e la pagina un’altra: spesso è una cartella copiata.',
      fix: replaced(lineOf(note.file, position.line), place, city),
    });
  }
  return problems;
};

const withdrawal = (note: ContentEntry): Problem[] => {
  const status = textAt(note.yaml.value, ['status']);
  const isWithdrawn = status === 'withdrawn' || status === 'error';
  const hasReason = valueAt(note.yaml.value, ['withdrawal']) !== undefined;
  if (isWithdrawn && !hasReason) {
    return [
      {
        file: note.file.path,
        ...note.yaml.positionOf(['status']),
        code: 'withdrawn-without-reason',
        what: `La nota ha lo stato "${status}" e non dice perché.`,
        why: 'L’indirizzo della nota resta, e chi lo apre deve sapere che cosa è successo.',
        fix: 'withdrawal: # un esempio: scrivi ciò che vale qui\n  date: 2023-12-01\n  reason: "Il numero dei beneficiari era sbagliato."',
      },
    ];
  }
  if (hasReason && !isWithdrawn) {
    return [
      {
        file: note.file.path,
        ...note.yaml.positionOf(['withdrawal']),
        code: 'reason-without-withdrawal',
        what: 'La nota dice perché è stata ritirata, ma lo stato non dice che lo è.',
        why: 'La nota resterebbe pubblica come se niente fosse.',
        fix: 'status: withdrawn',
      },
    ];
  }
  return [];
};

const activityFolder = (activity: ContentEntry, cities: Cities): Problem[] => {
  const folder = activity.id.split('/')[0] as string;
  const city = textAt(activity.yaml.value, ['city']);
  if (city === undefined || !cities.has(city) || city === folder || !activity.id.includes('/')) return [];
  const position = activity.yaml.valuePositionOf(['city']);
  return [
    {
      file: activity.file.path,
      ...position,
      code: 'activity-folder-city',
      what: `La città è "${city}", ma il file sta nella cartella "${folder}".`,
      why: 'Spesso è un file copiato da un’altra città: l’attività comparirebbe nella pagina sbagliata.',
      fix: replaced(lineOf(activity.file, position.line), city, folder),
    },
  ];
};

/** YAML reads 1.000 as one, with three zeros after the point. */
const thousands = (entry: ContentEntry): Problem[] =>
  entriesAt(entry.yaml.value, ['figures']).flatMap(([id]) => {
    const path = ['figures', id, 'value'];
    const written = entry.yaml.writtenAs(path);
    if (!/^\d{1,3}(\.\d{3})+$/.test(written)) return [];
    const position = entry.yaml.valuePositionOf(path);
    return [
      {
        file: entry.file.path,
        ...position,
        code: 'thousands-point',
        what: `Il valore ${written} ha il punto delle migliaia: verrebbe letto come ${Number(written)}.`,
        why: 'Il sito mostrerebbe una cifra mille volte più piccola.',
        fix: replaced(lineOf(entry.file, position.line), written, written.replaceAll('.', '')),
      },
    ];
  });

const factFile = (sheet: ContentEntry, cities: Cities): Problem[] => {
  const city = textAt(sheet.yaml.value, ['city']);
  if (city === undefined || !cities.has(city) || city === sheet.id) return [];
  const position = sheet.yaml.valuePositionOf(['city']);
  return [
    {
      file: sheet.file.path,
      ...position,
      code: 'fact-file-city',
      what: `La città è "${city}", ma il file si chiama "${sheet.id}.yaml".`,
      why: 'I fatti di una città stanno nel file con il suo nome: spesso è un file copiato.',
      fix: replaced(lineOf(sheet.file, position.line), city, sheet.id),
    },
  ];
};

const editionToldFirst = (editions: readonly ContentEntry[]): Problem[] => {
  const first = editions.filter(
    ({ yaml }) => yaml.errors.length === 0 && valueAt(yaml.value, ['toldFirst']) === true,
  );
  // What a file that cannot be read says is not known: it has a mistake of its own.
  const isSure = editions.every(
    ({ yaml }) =>
      yaml.errors.length === 0 &&
      ['boolean', 'undefined'].includes(typeof valueAt(yaml.value, ['toldFirst'])),
  );
  if (first.length === 0 && editions.length > 0 && isSure) {
    const last = editions.at(-1) as ContentEntry;
    return [
      {
        file: last.file.path,
        line: 1,
        column: 1,
        code: 'no-edition-told-first',
        what: 'Nessuna edizione è raccontata per prima.',
        why: 'La prima pagina del sito racconta una sola edizione, che sia in corso o conclusa.',
        fix: 'toldFirst: true',
      },
    ];
  }
  return first.slice(1).map((edition) => ({
    file: edition.file.path,
    ...edition.yaml.positionOf(['toldFirst']),
    code: 'two-editions-told-first',
    what: `Anche "${first[0]?.id}" è raccontata per prima: lo è una sola edizione.`,
    why: 'La prima pagina del sito racconta una sola edizione, che sia in corso o conclusa.',
    fix: 'toldFirst: false',
  }));
};
