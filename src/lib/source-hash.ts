import { createHash } from 'node:crypto';

/**
 * The hash of an Italian text, kept in each translation that is made from it, so that a later change of the
 * Italian is noticed. What does not change the words does not change the hash: the order of fields, blanks and
 * line breaks, fields that are empty (so a new optional field makes no translation out of date).
 * @param texts the Italian record parsed through its concept's `texts` schema, which leaves the rest out
 * @param body the MDX body, without front matter
 * @returns the first 16 hexadecimal digits of a SHA-256
 */
export const sourceHash = (texts: unknown, body = ''): string =>
  createHash('sha256')
    .update(JSON.stringify(canonical(texts) ?? null))
    .update('\n')
    .update(oneSpaced(body))
    .digest('hex')
    .slice(0, 16);

const oneSpaced = (text: string): string => text.normalize('NFC').replace(/\s+/g, ' ').trim();

/** The value with sorted keys, single blanks and no empty parts; `undefined` when nothing is left. */
const canonical = (value: unknown): unknown => {
  if (typeof value === 'string') return oneSpaced(value) || undefined;
  if (typeof value !== 'object' || value === null) return value ?? undefined;
  if (Array.isArray(value))
    return value.length === 0 ? undefined : value.map((item) => canonical(item) ?? null);
  const entries = Object.entries(value)
    .map(([key, part]) => [key, canonical(part)] as const)
    .filter(([, part]) => part !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return entries.length === 0 ? undefined : Object.fromEntries(entries);
};
