import { z } from 'zod';
import { timecode } from '../../../src/documents/video/timecode.ts';
import { exampleOf } from '../content/examples.ts';
import type { ContentFile } from '../content/files.ts';
import { fieldAt, fieldsOf, isOptional, unwrap } from '../content/schema-fields.ts';
import { valueAt } from '../content/values.ts';
import type { YamlSource } from '../content/yaml-source.ts';
import { dateInWords, isoDate, lastDayBefore } from '../words/dates.ts';
import { namesInWords, nearest } from '../words/nearest.ts';
import type { Problem } from './problem.ts';
import { reasonFor } from './reasons.ts';
import { lineOf, quoted, replaced, shortened } from './source-lines.ts';

/** What is wrong with a file by its schema, in the editor's words and at the line. */
export const schemaProblems = (schema: z.ZodType, file: ContentFile, yaml: YamlSource): Problem[] => {
  const parsed = schema.safeParse(yaml.value, { error: z.locales.it().localeError });
  if (parsed.success) return [];
  const seen = new Set<string>();
  return parsed.error.issues.flatMap((issue) => {
    const place = { schema, file, yaml, issue, path: issue.path };
    if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => unknownField(place, key));
    // A refinement after a failed pattern says the same thing a second time.
    const key = JSON.stringify(issue.path);
    if (seen.has(key)) return [];
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
}

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

const whyOf = ({ schema, path }: Place, otherwise: string): string => {
  const reason = reasonFor(path);
  if (reason) return reason;
  const description = fieldAt(schema, path)?.description;
  return description === undefined ? otherwise : `${otherwise} Qui va: ${description}`;
};

const fieldLine = (path: readonly PropertyKey[]): string => `${nameOf(path)}: ${exampleOf(path)}`;

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
    fix: isList ? '- code: it' : fieldLine([firstRequired(schema)]),
  };
};

const firstRequired = (schema: z.ZodType): string =>
  [...fieldsOf(schema)].find(([, field]) => !isOptional(field.schema))?.[0] ?? 'title';

/** How a translation gets the record of its making: the hash is never written by hand. */
const stampCommand = (file: ContentFile): string => `npm run traduzioni -- --stamp content/${file.path}`;

const exampleLines = ({ file, path }: Place): string => {
  if (path.join('.') === 'translation')
    return `translation:\n  by: person\n  reviewed: no\npoi lancia: ${stampCommand(file)}`;
  if (path.join('.') === 'translation.source') return `Lancia: ${stampCommand(file)}`;
  return fieldLine(path);
};

const missingField = (place: Place): Problem => {
  const { file, yaml, path, issue } = place;
  const name = nameOf(path);
  // A field that only some files must have says when.
  const when = issue.code === 'custom' ? ` ${issue.message}` : '';
  return {
    file: file.path,
    ...yaml.positionOf(path.slice(0, -1).length > 0 ? path.slice(0, -1) : path),
    code: `missing-${kebab(name)}`,
    what: `Manca il campo ${shownName(place)}${inside(path)}.${when}`,
    why: whyOf(place, 'Senza questo campo il contenuto non si può mostrare.'),
    fix: exampleLines(place),
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
        ? exampleLines(place)
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
  const { file, yaml, path, issue } = place;
  const expected = issue.code === 'invalid_type' ? issue.expected : 'string';
  const written = yaml.writtenAs(path);
  const position = yaml.valuePositionOf(path);
  const line = lineOf(file, position.line);
  const name = nameOf(path);
  const isScalar = typeof value !== 'object';
  const corrected = (): string => {
    if (typeof value === 'number' && /^"\d+:\d\d"$/.test(exampleOf(path)))
      return replaced(line, written, quoted(timecode(value)));
    if (expected === 'string' && isScalar) return replaced(line, written, quoted(written));
    if (expected === 'array' && isScalar) return replaced(line, written, `[${written}]`);
    if (expected === 'number' && typeof value === 'string' && /^[\d.,]+$/.test(value.trim())) {
      return replaced(line, written, asNumber(value.trim(), name));
    }
    if (expected === 'boolean' && /^(si|sì|vero|yes)$/i.test(String(value)))
      return replaced(line, written, 'true');
    if (expected === 'boolean' && /^(no|falso)$/i.test(String(value)))
      return replaced(line, written, 'false');
    return fieldLine(path);
  };
  const own = isOwnMessage(issue.message)
    ? issue.message
    : `Ci vuole ${kinds[expected] ?? 'un altro genere di valore'}.`;
  return {
    file: file.path,
    ...position,
    code: `wrong-kind-${kebab(name)}`,
    what: `Il campo ${shownName(place)}${inside(path)} vale ${isScalar ? shortened(written) : 'più cose insieme'}. ${own}`,
    why: whyOf(place, 'Il sito non può leggere questo valore.'),
    fix: corrected(),
  };
};

/** Italian writes 38,1157 and 1.000; coordinates never have thousands. */
const asNumber = (text: string, name: string): string =>
  name === 'lat' || name === 'lon' ? text.replace(',', '.') : text.replaceAll('.', '').replace(',', '.');

/** Zod's own sentences start so; those of our schemas do not. */
const isOwnMessage = (message: string): boolean =>
  !/^(Input non valido|Opzione non valida|Troppo|Numero non valido|Chiav|Stringa non valida)/.test(message);

const wrongValue = (place: Place, value: unknown): Problem => {
  const { file, yaml, path, issue } = place;
  const written = yaml.writtenAs(path);
  const position = yaml.valuePositionOf(path);
  const line = lineOf(file, position.line);
  const name = nameOf(path);
  const text = String(value);
  const isScalar = typeof value !== 'object';
  const corrected = (): string => {
    if (!isScalar) return exampleLines(place);
    const date = isoDate(text) ?? dateInWords(text);
    if (date !== undefined && exampleOf(path) === '2023-11-03') return replaced(line, written, date);
    const lastDay = lastDayBefore(text);
    if (lastDay !== undefined) return replaced(line, written, lastDay);
    if (issue.code === 'invalid_value') {
      const meant = nearestOption(text, issue.values.map(String), issue.message);
      return replaced(line, written, meant ?? exampleOf(path));
    }
    const instant = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2})(:\d{2})?$/.exec(text);
    if (name === 'embargo' && instant)
      return replaced(line, written, `"${instant[1]}T${instant[2]}:00+01:00"`);
    if ((name === 'url' || name === 'website') && /^[\w-]+(\.[\w-]+)+/.test(text))
      return replaced(line, written, `https://${text}`);
    return exampleLines(place);
  };
  return {
    file: file.path,
    ...position,
    code: `wrong-${kebab(name)}`,
    what: isScalar
      ? `Il campo ${shownName(place)}${inside(path)} vale ${shortened(written)}. ${issue.message}`
      : `Il campo ${shownName(place)}${inside(path)}: ${issue.message}`,
    why: whyOf(place, 'Il sito non può usare questo valore.'),
    fix: corrected(),
  };
};

/** The option that was meant; messages put the Italian word beside each: "published (pubblicata)". */
const nearestOption = (text: string, options: readonly string[], message: string): string | undefined => {
  const italian = [...message.matchAll(/([\w -]+?) \(([^)]+)\)/g)].map(([, option = '', word = '']) => ({
    option: option.split(/ (?=\S+$)/).at(-1) ?? option,
    word,
  }));
  const word = nearest(
    text,
    italian.map((pair) => pair.word),
  );
  return (
    nearest(text, options) ??
    options.find((option) => italian.some((pair) => pair.word === word && option.endsWith(pair.option)))
  );
};

const wrongName = (place: Place): Problem => {
  const { file, yaml, path, issue } = place;
  const name = String(path.at(-1));
  const own = issue.code === 'invalid_key' ? issue.issues[0]?.message : undefined;
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

const slugOf = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');

const unknownField = ({ schema, file, yaml, path }: Place, key: string): Problem => {
  const fields = fieldsOf(fieldAt(schema, path)?.schema ?? schema);
  const byTitle = [...fields].map(([name, { title }]) => [title ?? name, name] as const);
  const title = nearest(
    key,
    byTitle.map(([shown]) => shown),
  );
  const meant = nearest(key, fields.keys()) ?? byTitle.find(([shown]) => shown === title)?.[1];
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
