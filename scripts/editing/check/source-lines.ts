import type { ContentFile } from '../content/files.ts';

/** One line of a file as it is written, without its end. */
export const lineOf = (file: ContentFile, line: number): string =>
  (file.text ?? '').split('\n')[line - 1] ?? '';

/** A line of YAML taken apart: `  title: 'x'` is `  `, `title`, `'x'`. */
export interface YamlLine {
  indent: string;
  key: string;
  value: string;
}

const KEY_AND_VALUE = /^(?<indent>\s*(?:- )?)(?<key>"[^"]*"|[\w.-]+)\s*:(?:\s+(?<value>.*?))?\s*$/;

/** Takes a line of YAML apart; nothing when it is not a key with a value. */
export const yamlLine = (line: string): YamlLine | undefined => {
  const groups = KEY_AND_VALUE.exec(line)?.groups;
  return groups && { indent: groups['indent'] ?? '', key: groups['key'] ?? '', value: groups['value'] ?? '' };
};

/** A text as a YAML value that nothing can break: between double quotes, with what stands inside escaped. */
export const quoted = (text: string): string => `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;

/** The line with one part replaced, without the blanks around it. */
export const replaced = (line: string, from: string, to: string): string => {
  const start = line.indexOf(from);
  return (start < 0 ? line : line.slice(0, start) + to + line.slice(start + from.length)).trim();
};

/** A long text cut for a message. */
export const shortened = (text: string, most = 70): string =>
  text.length <= most ? text : `${text.slice(0, most - 1).trimEnd()}…`;
