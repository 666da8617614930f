import { expect, test } from 'vitest';
import { editDistance } from '../../src/lib/edit-distance.ts';
import { fill } from '../../src/lib/fill.ts';
import { SLUG, slugOf } from '../../src/lib/slug.ts';

test.each([
  ['Città di Palermo', 'citta-di-palermo'],
  ['  L’Aquila (AQ) – 1ª edizione!', 'l-aquila-aq-1a-edizione'],
  ['Straße 5', 'stra-e-5'],
  ['Українська', ''],
])('%s as a slug is %s', (text, slug) => {
  expect(slugOf(text)).toBe(slug);
  expect(SLUG.test(slug)).toBe(slug !== '');
});

test.each([
  ['palermo', 'palermo', 0],
  ['palremo', 'palermo', 1],
  ['palerm', 'palermo', 1],
  ['palerma', 'palermo', 1],
  ['', 'abc', 3],
  ['ca', 'abc', 3],
])('from %s to %s there are %i changes', (a, b, distance) => {
  expect(editDistance(a, b)).toBe(distance);
  expect(editDistance(b, a)).toBe(distance);
});

test('a text is filled once, and never shown with a gap', () => {
  expect(fill('{a} e {b}', { a: '{b}', b: 'due' })).toBe('{b} e due');
  expect(() => fill('{a} e {b}', { a: 'uno' })).toThrow('{b}');
});
