import { writeFileSync } from 'node:fs';
import { stringify } from 'yaml';
import { fieldAt } from '../../scripts/editing/content/schema-fields.ts';
import { readContent, type ContentEntry } from '../../scripts/editing/content/read.ts';
import { leavesOf } from '../../scripts/editing/content/values.ts';
import { hostileStrings } from './strings.ts';

/** A hostile text and the field that it stands in. */
export interface HostileField {
  file: string;
  path: string;
  /** Stands before the string, in this field and nowhere else. */
  marker: string;
  /** All that the field says. */
  text: string;
}

/** Texts that are more than words: they are compared with others, or stand for something in another file. */
const MEANINGFUL = /^(?:people\.[^.]+\.name|translation\.|date$|.*\.(?:file|url|address|note|page|source)$)/;

const isText = ({ schema }: ContentEntry, path: readonly PropertyKey[], value: unknown): boolean => {
  if (typeof value !== 'string' || MEANINGFUL.test(path.map(String).join('.'))) return false;
  const field = fieldAt(schema, path);
  return field?.refersTo === undefined && field?.schema.safeParse(hostileStrings[0]).success === true;
};

const setAt = (value: unknown, path: readonly PropertyKey[], text: string): void => {
  const parent = path
    .slice(0, -1)
    .reduce<unknown>((inner, part) => (inner as Record<PropertyKey, unknown>)[part], value);
  (parent as Record<PropertyKey, unknown>)[path.at(-1) as PropertyKey] = text;
};

/** A text as a paragraph of a body: every sign of Markdown and MDX is only a sign. */
const escaped = (text: string): string => text.replace(/[!-/:-@[-`{-~]/g, '\\$&');

/**
 * Puts a hostile string into every field of a content that takes a text, as the schemas say it, and all of them into the
 * text of every note and page.
 * @returns what stands where now
 */
export const makeHostile = (dir: string): HostileField[] => {
  const fields: HostileField[] = [];
  const next = (): string => hostileStrings[fields.length % hostileStrings.length] as string;
  for (const entry of readContent(dir).entries) {
    const value = structuredClone(entry.yaml.value);
    for (const { path, value: old } of leavesOf(value)) {
      if (!isText(entry, path, old)) continue;
      const marker = `Zq${fields.length}q`;
      const text = `${marker} ${next()}`;
      fields.push({ file: entry.file.path, path: path.map(String).join('.'), marker, text });
      setAt(value, path, text);
    }
    const paragraphs = entry.body === undefined ? [] : hostileStrings.map(escaped);
    const yaml = stringify(value, { lineWidth: 0 });
    writeFileSync(
      entry.file.absolute,
      entry.body === undefined ? yaml : `---\n${yaml}---\n${[entry.body.text, ...paragraphs].join('\n\n')}\n`,
    );
  }
  return fields;
};
