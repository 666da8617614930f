import { describe, expect, test } from 'vitest';
import { relOf } from '../../src/lib/outside-links.ts';
import { policyFirst } from '../../src/lib/policy-first.ts';
import { shortTitle } from '../../src/lib/short-title.ts';

test('the policy stands before all that it binds', () => {
  const policy = '<meta http-equiv="content-security-policy" content="default-src \'self\'">';
  expect(policyFirst(`<html><head><meta charset="utf-8"><link href="a.css">${policy}</head>`)).toBe(
    `<html><head><meta charset="utf-8">${policy}<link href="a.css"></head>`,
  );
  expect(policyFirst(`<html><head><link>${policy}</head>`)).toBe(`<html><head>${policy}<link></head>`);
  expect(policyFirst('<html><head></head>')).toBe('<html><head></head>');
});

test.each([
  ['https://www.anci.it/', undefined, 'external noreferrer'],
  ['//www.anci.it/', undefined, 'external noreferrer'],
  ['https://creativecommons.org/', 'license', 'license external noreferrer'],
  ['/citta/', undefined, undefined],
  ['#note', undefined, undefined],
  ['mailto:a@example.org', undefined, undefined],
])('the rel of %s', (href, more, rel) => expect(relOf(href, more)).toBe(rel));

describe('a title', () => {
  test.each([
    ['Le città', 'Le città'],
    [
      'Perugia fra i Comuni della rete LgNet2, il progetto che promuove le politiche',
      'Perugia fra i Comuni della rete LgNet2',
    ],
    [
      'Roma, il progetto che promuove le politiche di inclusione delle città',
      'Roma, il progetto che promuove le politiche di…',
    ],
    ['بيروجا ضمن بلديات شبكة LgNet2، المشروع الذي يعزّز سياسات الإدماج', 'بيروجا ضمن بلديات شبكة LgNet2'],
    [
      'Un’unica frase senza alcun segno che dura molto più di quanto ci stia',
      'Un’unica frase senza alcun segno che dura molto…',
    ],
  ])('%s', (title, short) => {
    expect(shortTitle(title, 50)).toBe(short);
    expect(short.length).toBeLessThanOrEqual(51);
  });
});
