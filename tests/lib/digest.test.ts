import { describe, expect, test } from 'vitest';
import { digest, NotPlainData } from '../../src/lib/digest.ts';

class Own {
  readonly of = 1;
}

describe('the digest of data', () => {
  test.each<[string, unknown, unknown]>([
    ['a number and its text', 1, '1'],
    ['nothing and an empty text', undefined, ''],
    ['nothing and null', undefined, null],
    ['a value that is missing and one that is not there', { a: undefined }, {}],
    ['one list and two', [['a'], 'b'], [['a', 'b']]],
    ['the order of keys, which a list may be made from', { a: 1, b: 2 }, { b: 2, a: 1 }],
    ['a map and a set of the same', new Map([['a', 1]]), new Set([['a', 1]])],
    ['bytes', new Uint8Array([1]), new Uint8Array([2])],
    ['instants', new Date(0), new Date(1)],
    ['long texts', { a: 'x'.repeat(2000) }, { a: `${'x'.repeat(1999)}y` }],
    ['a list of long texts and its only one', ['x'.repeat(2000)], 'x'.repeat(2000)],
  ])('tells %s from each other', (_, one, other) => {
    expect(digest(one)).not.toBe(digest(other));
  });

  test('is the same for the same data, whatever object holds them', () => {
    const make = () => ({
      notes: Array.from({ length: 100 }, (_, id) => ({ id, title: 'Nota' })),
      at: new Date(5),
    });
    expect(digest(make())).toBe(digest(make()));
  });

  test('sees a change deep in a large object that was looked at before', () => {
    const shared = { text: 'x'.repeat(1000) };
    const before = digest({ deep: [shared, { one: 1 }] });
    expect(digest({ deep: [shared, { one: 2 }] })).not.toBe(before);
    expect(digest({ deep: [{ ...shared }, { one: 1 }] })).toBe(before);
  });

  test.each<[string, unknown]>([
    ['a function', { call: () => 1 }],
    ['an object of a class', [new Own()]],
    ['a promise', { later: Promise.resolve(1) }],
  ])('is refused of %s, whose inside nobody sees', (_, value) => {
    expect(() => digest(value)).toThrow(NotPlainData);
  });
});
