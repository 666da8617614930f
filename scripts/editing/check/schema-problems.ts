import { z } from 'zod';
import { romeOffset } from '../../../src/lib/rome-time.ts';
import { slugOf } from '../../../src/lib/slug.ts';
import { timecode } from '../../../src/documents/video/timecode.ts';
import type { ContentFile } from '../content/files.ts';
import {
  exampleLines,
  exampleOf,
  fieldAt,
  fieldsOf,
  isOptional,
  unwrap,
  writtenFieldAt,
  type Field,
} from '../content/schema-fields.ts';
import { valueAt } from '../content/values.ts';
import type { YamlSource } from '../content/yaml-source.ts';
import { dateInWords, isoDate, lastDayBefore } from '../words/dates.ts';
import { namesInWords, nearest } from '../words/nearest.ts';
import type { Problem } from './problem.ts';
import { lineOf, quoted, replaced, shortened } from './source-lines.ts';

/** What is wrong with a file by its schema, in the editor's words and at the line. */
export const schemaProblems = (schema: z.ZodType, file: ContentFile, yaml: YamlSource): Problem[] => {
  const parsed = schema.safeParse(yaml.value, { error: (issue) => GENERAL + generalSentence(issue) });
  if (parsed.success) return [];
  const misspelt = new Set(
    parsed.error.issues
      .filter((issue) => issue.code === 'unrecognized_keys')
      .flatMap(({ keys, path }) => keys.map((key) => [...path, meantField(schema, path, key)]))
      .map((path) => JSON.stringify(path)),
  );
  const seen = new Set<string>();
  return parsed.error.issues.flatMap((issue) => {
    const { path } = issue;
    const place = { schema, file, yaml, issue, path, field: writtenFieldAt(schema, path), ...spoken(issue) };
    if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => unknownField(place, key));
    // A refinement after a failed pattern says the same thing a second time.
    const key = JSON.stringify(issue.path);
    if (seen.has(key)) return [];
    // "titolo" is not both a field too many and a "title" too few.
    if (misspelt.has(key) && valueAt(yaml.value, path) === undefined) return [];
    seen.add(key);
    return [explain(place)];
  });
};

interface Place {
  schema: z.ZodType;
  file: ContentFile;
  yaml: YamlSource;
  issue: z.core.$ZodIssue;
  path: PropertyKey[];
  /** The field of the path, or the list of which it is an item. */
  field: Field | undefined;
  /** What the schema says of it, or Zod where the schema says nothing of its own. */
  message: string;
  isGeneral: boolean;
}

/** What Zod says by itself is marked: where an own sentence fits better it is told apart without reading it. */
const GENERAL = '\u0000';
const { localeError } = z.locales.it();
const generalSentence = (issue: Parameters<typeof localeError>[0]): string => {
  const said = localeError(issue);
  return typeof said === 'string' ? said : (said?.message ?? '');
};

const spoken = ({ message }: z.core.$ZodIssue): Pick<Place, 'message' | 'isGeneral'> => ({
  message: message.replace(GENERAL, ''),
  isGeneral: message.startsWith(GENERAL),
});

const explain = (place: Place): Problem => {
  const { path, yaml, issue } = place;
  if (path.length === 0) return notFields(place);
  const value = valueAt(yaml.value, path);
  if (issue.code === 'invalid_key') return wrongName(place);
  if (value === undefined) return missingField(place);
  if (value === null || (typeof value === 'string' && value.trim() === '')) return emptyField(place);
  if (issue.code === 'invalid_type') return wrongKind(place, value);
  return wrongValue(place, value);
};

const nameOf = (path: readonly PropertyKey[]): string =>
  String(path.findLast((part) => typeof part === 'string') ?? path.at(-1) ?? '');

/** "title (Titolo)": the name to write, and what it means. */
const shownName = ({ schema, path }: Place): string => {
  const name = nameOf(path);
  const title = fieldAt(schema, path)?.title;
  return title === undefined ? `"${name}"` : `"${name}" (${title})`;
};

const inside = (path: readonly PropertyKey[]): string => {
  const parents = path.slice(0, -1).filter((part) => typeof part === 'string');
  return parents.length === 0 ? '' : ` di "${parents.join('.')}"`;
};

const whyOf = ({ schema, path, field }: Place, otherwise: string): string => {
  if (field?.why !== undefined) return field.why;
  const hint = fieldAt(schema, path)?.hint;
  return hint === undefined ? otherwise : `${otherwise} Qui va: ${hint}`;
};

const fieldLine = ({ path, field }: Pick<Place, 'path' | 'field'>): string =>
  exampleLines(nameOf(path), field).join('\n');

/** What is not in the file yet nobody can correct: whoever pastes an example has to know that it is one. */
const ownWords = (lines: string): string => lines.replace(/$/m, ' # un esempio: scrivi ciò che vale qui');

const notFields = ({ file, schema }: Place): Problem => {
  const isList = unwrap(schema) instanceof z.ZodArray;
  return {
    file: file.path,
    line: file.path.endsWith('.mdx') ? 2 : 1,
    column: 1,
    code: 'no-fields',
    what: isList
      ? 'Qui ci vuole un elenco, con una voce per ogni trattino.'
      : 'Qui non c’è nessun campo, cioè nessuna riga "nome: valore".',
    why: 'Senza i suoi campi il sito non sa che cosa sia questo file.',
    fix: isList ? '- code: it' : fieldLine(firstRequired(schema)),
  };
};

const firstRequired = (schema: z.ZodType): Pick<Place, 'path' | 'field'> => {
  const [name, field] = [...fieldsOf(schema)].find(([, each]) => !isOptional(each.schema)) ?? [];
  return { path: [name ?? 'title'], field };
};

/** How a translation gets the record of its making: the hash is never written by hand. */
const stampCommand = (file: ContentFile): string => `npm run traduzioni -- --stamp content/${file.path}`;

const wayOut = (place: Place): string => {
  const { file, path } = place;
  if (path.join('.') === 'translation')
    return `translation:\n  by: person\n  reviewed: no\npoi lancia: ${stampCommand(file)}`;
  if (path.join('.') === 'translation.source') return `Lancia: ${stampCommand(file)}`;
  return ownWords(fieldLine(place));
};

const missingField = (place: Place): Problem => {
  const { file, yaml, path, issue, message } = place;
  const name = nameOf(path);
  // A field that only some files must have says when.
  const when = issue.code === 'custom' ? ` ${message}` : '';
  return {
    file: file.path,
    ...yaml.positionOf(path.slice(0, -1).length > 0 ? path.slice(0, -1) : path),
    code: `missing-${kebab(name)}`,
    what: `Manca il campo ${shownName(place)}${inside(path)}.${when}`,
    why: whyOf(place, 'Senza questo campo il contenuto non si può mostrare.'),
    fix: wayOut(place),
  };
};

const emptyField = (place: Place): Problem => {
  const { file, yaml, path } = place;
  // What the import could not tell stands beside the field, to choose from.
  const choice = /# scegli: (.+)$/.exec(lineOf(file, yaml.positionOf(path).line))?.[1];
  return {
    file: file.path,
    ...yaml.positionOf(path),
    code: `empty-${kebab(nameOf(path))}`,
    what: `Il campo ${shownName(place)}${inside(path)} è vuoto.`,
    why: whyOf(place, 'Nella pagina resterebbe un buco. Se il campo non serve, togli la riga.'),
    fix:
      choice === undefined
        ? wayOut(place)
        : `Dopo "${nameOf(path)}:" scrivi una di queste parole: ${choice}.`,
  };
};

const kinds: Record<string, string> = {
  string: 'un testo',
  number: 'un numero',
  int: 'un numero intero',
  boolean: 'true (sì) oppure false (no)',
  array: 'un elenco',
  object: 'un gruppo di campi',
  record: 'un gruppo di campi',
};

const wrongKind = (place: Place, value: unknown): Problem => {
  const { file, yaml, path, issue, field, message, isGeneral } = place;
  const expected = issue.code === 'invalid_type' ? issue.expected : 'string';
  const written = yaml.writtenAs(path);
  const position = yaml.valuePositionOf(path);
  const line = lineOf(file, position.line);
  const name = nameOf(path);
  const isScalar = typeof value !== 'object';
  const corrected = (): string => {
    if (typeof value === 'number' && field?.widget === 'timecode')
      return replaced(line, written, quoted(timecode(value)));
    if (expected === 'string' && isScalar) return replaced(line, written, quoted(written));
    if (expected === 'array' && isScalar) return replaced(line, written, `[${written}]`);
    if (expected === 'number' && typeof value === 'string' && /^[\d.,]+$/.test(value.trim())) {
      return replaced(line, written, asNumber(value.trim(), field));
    }
    if (expected === 'boolean' && /^(si|sì|vero|yes)$/i.test(String(value)))
      return replaced(line, written, 'true');
    if (expected === 'boolean' && /^(no|falso)$/i.test(String(value)))
      return replaced(line, written, 'false');
    return fieldLine(place);
  };
  const own = isGeneral ? `Ci vuole ${kinds[expected] ?? 'un altro genere di valore'}.` : message;
  return {
    file: file.path,
    ...position,
    code: `wrong-kind-${kebab(name)}`,
    what: `Il campo ${shownName(place)}${inside(path)} vale ${isScalar ? shortened(written) : 'più cose insieme'}. ${own}`,
    why: whyOf(place, 'Il sito non può leggere questo valore.'),
    fix: corrected(),
  };
};

/** Italian writes 38,1157 and 1.000; a number that stays below a thousand, as coordinates do, has no such point. */
const asNumber = (text: string, field: Field | undefined): string => {
  const number = field && unwrap(field.schema);
  const isSmall = number instanceof z.ZodNumber && (number.maxValue ?? Infinity) < 1000;
  return isSmall ? text.replace(',', '.') : text.replaceAll('.', '').replace(',', '.');
};

const wrongValue = (place: Place, value: unknown): Problem => {
  const { file, yaml, path, issue, field, message } = place;
  const written = yaml.writtenAs(path);
  const position = yaml.valuePositionOf(path);
  const line = lineOf(file, position.line);
  const name = nameOf(path);
  const text = String(value);
  const isScalar = typeof value !== 'object';
  const corrected = (): string => {
    if (!isScalar) return fieldLine(place);
    const date = isoDate(text) ?? dateInWords(text);
    if (date !== undefined && (field?.widget === 'day' || field?.widget === 'partial-day'))
      return replaced(line, written, date);
    const lastDay = lastDayBefore(text);
    if (lastDay !== undefined) return replaced(line, written, folderDay(place) ?? lastDay);
    if (issue.code === 'invalid_value') {
      const meant = nearestOption(text, issue.values.map(String), field?.options ?? {});
      return replaced(line, written, meant ?? exampleOf(field));
    }
    const instant = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2})(:\d{2})?$/.exec(text);
    if (field?.widget === 'instant' && instant)
      return replaced(
        line,
        written,
        `"${instant[1]}T${instant[2]}:00${romeOffset(`${instant[1]}T${instant[2]}`)}"`,
      );
    // A name with its capital or its accents is the name all the same: "Forlì" is "forli", and no example's "palermo".
    if (field?.refersTo !== undefined && slugOf(text) !== '') return replaced(line, written, slugOf(text));
    if (field && unwrap(field.schema) instanceof z.ZodURL && /^[\w-]+(\.[\w-]+)+/.test(text))
      return replaced(line, written, `https://${text}`);
    return path.join('.') === 'translation.source' ? wayOut(place) : ownWords(fieldLine(place));
  };
  return {
    file: file.path,
    ...position,
    code: `wrong-${kebab(name)}`,
    what: isScalar
      ? `Il campo ${shownName(place)}${inside(path)} vale ${shortened(written)}. ${message}`
      : `Il campo ${shownName(place)}${inside(path)}: ${message}`,
    why: whyOf(place, 'Il sito non può usare questo valore.'),
    fix: corrected(),
  };
};

/** The day that a note's folder names, where its own day is none. */
const folderDay = ({ file, path }: Place): string | undefined => {
  const named = /^press-notes\/(\d{4}-\d\d-\d\d)-/.exec(file.path)?.[1];
  return path.join('.') === 'date' && named !== undefined && lastDayBefore(named) === undefined
    ? named
    : undefined;
};

/** The option that was meant, by itself or by the Italian word for it. */
const nearestOption = (
  text: string,
  values: readonly string[],
  options: Readonly<Record<string, string>>,
): string | undefined => {
  const word = nearest(text, Object.values(options).filter(Boolean));
  return nearest(text, values) ?? values.find((value) => word !== undefined && options[value] === word);
};

const wrongName = (place: Place): Problem => {
  const { file, yaml, path, issue } = place;
  const name = String(path.at(-1));
  const own = issue.code === 'invalid_key' ? issue.issues[0]?.message.replace(GENERAL, '') : undefined;
  const position = yaml.positionOf(path);
  const isDay = isoDate(name);
  return {
    file: file.path,
    ...position,
    code: 'wrong-name',
    what: `Il nome "${name}"${inside(path)} non va bene. ${own ?? ''}`.trim(),
    why: 'Con questo nome il sito si riferisce alla voce, anche negli indirizzi.',
    fix: `${isDay === undefined ? slugOf(name) : `"${isDay}"`}:`,
  };
};

/** The field that a name stands for: nearly its name, or what it is called in Italian. */
const meantField = (schema: z.ZodType, path: readonly PropertyKey[], key: string): string | undefined => {
  const fields = fieldsOf(fieldAt(schema, path)?.schema ?? schema);
  const byTitle = [...fields].map(([name, { title }]) => [title ?? name, name] as const);
  const title = nearest(
    key,
    byTitle.map(([shown]) => shown),
  );
  return nearest(key, fields.keys()) ?? byTitle.find(([shown]) => shown === title)?.[1];
};

const unknownField = ({ schema, file, yaml, path }: Place, key: string): Problem => {
  const fields = fieldsOf(fieldAt(schema, path)?.schema ?? schema);
  const meant = meantField(schema, path, key);
  const position = yaml.positionOf([...path, key]);
  const line = lineOf(file, position.line);
  return {
    file: file.path,
    ...position,
    code: 'unknown-field',
    what: `Il campo "${key}"${path.length > 0 ? inside([...path, key]) : ''} non esiste.`,
    why: 'Quello che c’è scritto non comparirebbe da nessuna parte.',
    fix:
      meant === undefined
        ? `Togli la riga. I campi che si possono usare qui sono: ${namesInWords(fields.keys(), 30)}.`
        : replaced(line, key, meant),
  };
};

const kebab = (name: string): string => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
