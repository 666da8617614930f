import { strFromU8, unzipSync } from 'fflate';
import { limits } from '../../../src/lib/limits.ts';
import { UnreadableDocument } from './document.ts';

const TEXT = /\.(?:xml|rels)$/i;

/**
 * Unpacks a Word or OpenDocument file: a few kilobytes can hold gigabytes. What a part says of its size is all that it gets:
 * one that lies is cut off there, and is no longer a document.
 * @param name its name, for the message
 * @returns its parts by their path
 * @throws UnreadableDocument when it is beyond the limits, before anything is parsed
 */
export const unpack = (bytes: Uint8Array, name: string): Record<string, Uint8Array> => {
  const refuse = (what: string): never => {
    throw new UnreadableDocument(
      `${name} ${what}: non può essere una nota stampa. Copia il testo in un documento nuovo e importa quello.`,
    );
  };
  if (bytes.length > limits.documentBytes) refuse(`pesa più di ${limits.documentBytes / 1e6} MB`);
  let count = 0;
  let total = 0;
  const parts = unzipSync(bytes, {
    filter: (part) => {
      count += 1;
      total += part.originalSize;
      if (count > limits.documentParts) refuse(`ha più di ${limits.documentParts} parti`);
      if (TEXT.test(part.name) && part.originalSize > limits.documentTextBytes)
        refuse(`ha un testo di più di ${limits.documentTextBytes / 1e6} MB`);
      if (total > limits.documentUnpackedBytes)
        refuse(`contiene più di ${limits.documentUnpackedBytes / 1e6} MB`);
      return true;
    },
  });
  if (Object.keys(parts).some((path) => TEXT.test(path) && isBroken(parts[path] as Uint8Array)))
    throw new UnreadableDocument(`${name} è rovinato: non si apre. Salvalo di nuovo con Word.`);
  return parts;
};

/**
 * Whether no office program can have written a text: it has entities of its own, ends before its first element does, or is
 * deeper than any table.
 */
const isBroken = (bytes: Uint8Array): boolean => {
  const xml = strFromU8(bytes);
  if (/<!(?:DOCTYPE|ENTITY)/i.test(xml)) return true;
  const first = /<([A-Za-z_][\w:.-]*)(?:\s[^<]*?)?(\/)?>/.exec(xml);
  const isWhole = first !== null && (first[2] !== undefined || xml.trimEnd().endsWith(`</${first[1]}>`));
  if (!isWhole) return true;
  let depth = 0;
  for (const [tag] of xml.matchAll(/<[/A-Za-z][^<>]*>/g)) {
    if (tag.startsWith('</')) depth -= 1;
    else if (!tag.endsWith('/>')) depth += 1;
    if (depth > limits.documentNesting) return true;
  }
  return false;
};
