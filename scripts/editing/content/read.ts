import { splitFrontMatter } from '../../../src/lib/front-matter.ts';
import { resolve } from 'node:path';
import type { z } from 'zod';
import { contentPath, type ContentPath } from '../../../src/schemas/content-path.ts';
import { concepts, translationOf, type Concept } from '../../../src/schemas/index.ts';
import { LANGUAGE_FILE } from '../../../src/schemas/language.ts';
import type { StrangeFile } from '../../../src/lib/files-below.ts';
import { readFiles, unwrittenFile, type ContentFile } from './files.ts';
import { valueAt } from './values.ts';
import { parseYaml, type YamlSource } from './yaml-source.ts';

/** An Italian record or one of its translations. */
export interface ContentEntry extends ContentPath {
  /** What has to stand in it. */
  schema: z.ZodObject;
  file: ContentFile;
  yaml: YamlSource;
  /** The MDX body and the line where it starts; absent for YAML concepts. */
  body?: { text: string; line: number };
}

/** Everything below a content folder. */
export interface Content {
  root: string;
  files: ContentFile[];
  /** What lies in the folder and is no file of it: links, pipes, leftovers. */
  strange: StrangeFile[];
  byPath: ReadonlyMap<string, ContentFile>;
  /** Codes in the order that the files in `languages` give (of two in one place, Italian first); without any, Italian and those that have interface strings. */
  languages: string[];
  /** What the files in `languages` say, by code, in the same order. */
  languageFiles: ReadonlyMap<string, YamlSource>;
  entries: ContentEntry[];
}

/**
 * Reads a content folder; never throws over what is wrong in it. A file that cannot be read as text, or an MDX file
 * without front matter, has no entry: the checks of files say so.
 * @param dir the content folder
 * @param unwritten texts by path that are read as if they lay in the folder already
 */
export const readContent = (dir: string, unwritten: ReadonlyMap<string, string> = new Map()): Content => {
  const root = resolve(dir);
  const read = readFiles(root);
  const files = [
    ...read.files.filter(({ path }) => !unwritten.has(path)),
    ...[...unwritten].map(([path, text]) => unwrittenFile(root, path, text)),
  ].sort((a, b) => (a.path < b.path ? -1 : 1));
  const byPath = new Map(files.map((file) => [file.path, file]));
  const languageFiles = filesOfLanguages(files);
  const languages = languageFiles.size > 0 ? [...languageFiles.keys()] : codesOfStrings(files);
  const entries = files.flatMap((file) => readEntry(file, languages[0] as string));
  return { root, files, strange: read.strange, byPath, languages, languageFiles, entries };
};

const codesOfStrings = (files: readonly ContentFile[]): string[] => {
  const codes = files
    .map(({ path }) => /^ui\/([a-z]{2,3})\.json$/.exec(path)?.[1])
    .filter((code) => code !== undefined);
  return ['it', ...codes.filter((code) => code !== 'it')];
};

const filesOfLanguages = (files: readonly ContentFile[]): ReadonlyMap<string, YamlSource> => {
  const found = files.flatMap(({ path, text }): [string, YamlSource][] => {
    const code = LANGUAGE_FILE.exec(path)?.groups?.['code'];
    return code === undefined || text === undefined ? [] : [[code, parseYaml(text)]];
  });
  const order = ({ value }: YamlSource): number => {
    const written = valueAt(value, ['order']);
    return typeof written === 'number' ? written : Infinity;
  };
  return new Map(
    found.sort(([one, a], [other, b]) => {
      if (order(a) !== order(b)) return order(a) < order(b) ? -1 : 1;
      // Else a language that takes Italian's place would make a translation of every Italian text, and hide the one mistake.
      if (one === 'it' || other === 'it') return one === 'it' ? -1 : 1;
      return one < other ? -1 : 1;
    }),
  );
};

const readEntry = (file: ContentFile, source: string): ContentEntry[] => {
  const found = contentPath(file.path, source);
  if (!found || file.text === undefined) return [];
  const { format, record, texts }: Concept = concepts[found.concept];
  const schema = found.isRecord ? record : translationOf(texts);
  const common = { ...found, schema, file };
  if (format === 'yaml') return [{ ...common, yaml: parseYaml(file.text) }];
  const parts = splitFrontMatter(file.text);
  if ('missing' in parts) return [];
  return [
    {
      ...common,
      yaml: parseYaml(parts.yaml, parts.yamlLine),
      body: { text: parts.body, line: parts.bodyLine },
    },
  ];
};
