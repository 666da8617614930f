import { splitFrontMatter } from '../../../src/lib/front-matter.ts';
import { resolve } from 'node:path';
import type { z } from 'zod';
import { contentPath, type ContentPath } from '../../../src/schemas/content-path.ts';
import { concepts, translationOf, type Concept } from '../../../src/schemas/index.ts';
import { readFiles, unwrittenFile, type ContentFile } from './files.ts';
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
  byPath: ReadonlyMap<string, ContentFile>;
  /** Codes in the order of `languages.yaml`; when that cannot be read, Italian and those that have interface strings. */
  languages: string[];
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
  const files = [
    ...readFiles(root).filter(({ path }) => !unwritten.has(path)),
    ...[...unwritten].map(([path, text]) => unwrittenFile(root, path, text)),
  ].sort((a, b) => (a.path < b.path ? -1 : 1));
  const byPath = new Map(files.map((file) => [file.path, file]));
  const languages = languageCodes(byPath.get('languages.yaml')?.text) ?? codesOfStrings(files);
  const entries = files.flatMap((file) => readEntry(file, languages[0] as string));
  return { root, files, byPath, languages, entries };
};

const codesOfStrings = (files: readonly ContentFile[]): string[] => {
  const codes = files
    .map(({ path }) => /^ui\/([a-z]{2,3})\.json$/.exec(path)?.[1])
    .filter((code) => code !== undefined);
  return ['it', ...codes.filter((code) => code !== 'it')];
};

const languageCodes = (text: string | undefined): string[] | undefined => {
  const list = text === undefined ? undefined : parseYaml(text).value;
  const codes = (Array.isArray(list) ? list : [])
    .map((language: unknown) => (language as { code?: unknown } | null)?.code)
    .filter((code) => typeof code === 'string');
  return codes.length > 0 ? codes : undefined;
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
