import { splitFrontMatter } from '../../../src/lib/front-matter.ts';
import { isMap, isScalar, parseDocument } from 'yaml';

/** Why a file cannot get the hash of its Italian text. */
export type StampRefusal = 'no-front-matter' | 'broken-yaml' | 'no-translation-block';

/**
 * Writes the hash of the Italian text into a translation file; every other character stays as it is.
 * @param text the whole file
 * @param format `yaml`, or `mdx` with front matter
 * @param hash 16 hexadecimal digits
 * @returns the new text, or why there is none
 */
export const stampTranslation = (
  text: string,
  format: 'yaml' | 'mdx',
  hash: string,
): { text: string } | { refused: StampRefusal } => {
  if (format === 'yaml') return stampYaml(text, hash);
  const parts = splitFrontMatter(text);
  if ('missing' in parts) return { refused: 'no-front-matter' };
  const start = text.indexOf('\n') + 1;
  const end = start + parts.yaml.length;
  const stamped = stampYaml(parts.yaml, hash);
  return 'refused' in stamped ? stamped : { text: text.slice(0, start) + stamped.text + text.slice(end) };
};

const stampYaml = (yaml: string, hash: string): { text: string } | { refused: StampRefusal } => {
  const document = parseDocument(yaml, { logLevel: 'silent' });
  if (document.errors.length > 0) return { refused: 'broken-yaml' };
  const block = document.get('translation', true);
  if (!isMap(block)) return { refused: 'no-translation-block' };
  // Quoted, because sixteen digits, or digits around one "e", would be read as a number.
  const value = `"${hash}"`;
  const present = block.get('source', true);
  if (isScalar(present) && present.range && present.source !== '') {
    return { text: yaml.slice(0, present.range[0]) + value + yaml.slice(present.range[1]) };
  }
  if (block.flow) {
    const close = yaml.lastIndexOf('}', block.range?.[1]);
    return { text: `${yaml.slice(0, close).trimEnd()}, source: ${value} ${yaml.slice(close)}` };
  }
  const lines = yaml.split('\n');
  const empty = lines.findIndex((line) => /^\s+source:\s*$/.test(line));
  if (empty >= 0) lines[empty] = `${(lines[empty] as string).trimEnd()} ${value}`;
  else lines.splice(lines.findIndex((line) => /^translation:/.test(line)) + 1, 0, `  source: ${value}`);
  return { text: lines.join('\n') };
};
