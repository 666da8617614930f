import { expect, test } from 'vitest';
import { colour, colours } from '../../src/lib/colours.ts';

test.each([
  ['ink', '#17222f'],
  ['paper', '#ffffff'],
  ['on-night-soft', '#c3d6ea'],
])('%s is the colour of the day', (name, hex) => expect(colour(name)).toBe(hex));

test('every colour has six digits', () => {
  const values = Object.values(colours());
  expect(values.length).toBeGreaterThan(20);
  expect(values.filter((value) => !/^#[\da-f]{6}$/.test(value))).toEqual([]);
});

test('a colour that is no token is refused by name', () => {
  expect(() => colour('grey')).toThrow('--color-grey');
});
