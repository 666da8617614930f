import { existsSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { beforeEach, expect, test } from 'vitest';
import {
  forgetPublished,
  LastOutput,
  writeMade,
  writePublished,
} from '../../../src/integrations/page-cache/last-output.ts';
import { ownFolder } from '../../own-folder.ts';

const { at, write } = ownFolder();
const last = (copies = true): LastOutput => new LastOutput(at('record'), at('site'), copies);

beforeEach(() => {
  write('site/a/index.html', 'A page');
  write('site/a/index.html.br', 'br');
  write('site/a/index.html.gz', 'gz');
  write('site/b.pdf', 'B');
  writeMade(at('record'), { 'a/index.html': 'form-a', 'b.pdf': 'form-b', 'gone.txt': 'form-c' });
  writePublished(at('record'), at('site'));
});

test('a file of the last site is found by what it was made of, and gets a second name with its copies', () => {
  expect(last().formOf('a/index.html')).toBe('form-a');
  expect(last().link('a/index.html', at('next'))).toBe(true);
  expect(['', '.br', '.gz'].map((ending) => readFileSync(at(`next/a/index.html${ending}`), 'utf8'))).toEqual([
    'A page',
    'br',
    'gz',
  ]);
  expect(statSync(at('next/a/index.html')).ino).toBe(statSync(at('site/a/index.html')).ino);
  // A second name changes nothing of what is known of the first.
  expect(last().formOf('a/index.html')).toBe('form-a');
});

test('copies that nobody wants stay where they are', () => {
  expect(last(false).link('a/index.html', at('next'))).toBe(true);
  expect(existsSync(at('next/a/index.html.br'))).toBe(false);
});

test.each<[string, () => void]>([
  ['was written into', () => write('site/a/index.html', 'another text')],
  [
    'was replaced by one of the same length',
    () => {
      rmSync(at('site/a/index.html'));
      write('site/a/index.html', 'A pagE');
    },
  ],
  ['is gone', () => rmSync(at('site/a/index.html'))],
  ['belongs to a site that is being replaced', () => forgetPublished(at('record'))],
  ['has a record that is damaged', () => writeFileSync(at('record'), '{"a/index')],
])('a file that %s is not known', (_, change) => {
  change();
  expect(last().formOf('a/index.html')).toBeUndefined();
});

test('a file whose copy was changed comes without copies', () => {
  write('site/a/index.html.br', 'changed');
  expect(last().link('a/index.html', at('next'))).toBe(true);
  expect(['.br', '.gz'].map((ending) => existsSync(at(`next/a/index.html${ending}`)))).toEqual([
    false,
    false,
  ]);
});

test('what was never published is not known, nor what is there already taken', () => {
  expect(last().formOf('gone.txt')).toBeUndefined();
  write('next/b.pdf', 'new');
  expect(last().link('b.pdf', at('next'))).toBe(false);
});
