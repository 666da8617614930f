import { createHash } from 'node:crypto';

/** A value that is not plain data: what it holds cannot be told from outside. */
export class NotPlainData extends TypeError {}

/** Longer descriptions are replaced by their hash, which is then known for as long as the object is. */
const LONG = 512;

const known = new WeakMap<object, string>();

const hashed = (text: string): string => `#${createHash('sha256').update(text).digest('base64url')}`;

const described = (value: object): string => {
  if (value instanceof Uint8Array) return `b${createHash('sha256').update(value).digest('base64url')}`;
  if (Array.isArray(value)) return `[${Array.from(value, partOf).join(',')}]`;
  if (value instanceof Date) return `d${value.getTime()}`;
  if (value instanceof Map) return `m${described([...value])}`;
  if (value instanceof Set) return `s${described([...value])}`;
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null)
    throw new NotPlainData(`An object of a class of its own: ${value.constructor.name}`);
  // In the order of its keys: a list may be made from them.
  return `{${Object.entries(value)
    .map(([key, part]) => `${JSON.stringify(key)}:${partOf(part)}`)
    .join(',')}}`;
};

const partOf = (value: unknown): string => {
  switch (typeof value) {
    case 'string':
      return JSON.stringify(value);
    case 'number':
      return Object.is(value, -0) ? '-0' : String(value);
    case 'boolean':
    case 'undefined':
      return String(value);
    case 'bigint':
      return `${value}n`;
    case 'object': {
      if (value === null) return 'null';
      const before = known.get(value);
      if (before !== undefined) return before;
      const text = described(value);
      if (text.length <= LONG) return text;
      const hash = hashed(text);
      known.set(value, hash);
      return hash;
    }
    default:
      throw new NotPlainData(`A ${typeof value} is no plain data.`);
  }
};

/**
 * A hash of plain data: of every value with its type and its place. What is large is hashed once, however often it is
 * asked for and in whatever it lies, so nobody may change it afterwards.
 * @throws NotPlainData for a function, or an object of a class
 */
export const digest = (value: unknown): string => hashed(partOf(value));
