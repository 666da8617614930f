import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { leftOut } from '../../../scripts/building/steps/check-before.ts';
import { readContent } from '../../../scripts/editing/content/read.ts';

const base = join(import.meta.dirname, '../../fixtures/content-base');
const folders: string[] = [];

afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

/** The sound content, with a line put before the date of its note. */
const withLine = (line: string) => {
  const root = mkdtempSync(join(tmpdir(), 'left-out-'));
  folders.push(root);
  cpSync(base, root, { recursive: true });
  const path = join(root, 'press-notes/2023-11-03-palermo/it.mdx');
  writeFileSync(path, readFileSync(path, 'utf8').replace('date: ', `${line}date: `));
  return readContent(root);
};

test.each([
  ['a published note is in the site', '', '2026-01-01', []],
  [
    'a draft is not',
    'status: draft\n',
    '2026-01-01',
    ['2023-11-03-palermo: è una bozza (riga 8, status: draft)'],
  ],
  [
    'nor is one under embargo',
    'embargo: "2023-11-03T11:00:00+01:00"\n',
    '2023-11-03T09:59:00Z',
    ['2023-11-03-palermo: è sotto embargo fino a 2023-11-03T10:00:00.000Z'],
  ],
  ['until the embargo ends', 'embargo: "2023-11-03T11:00:00+01:00"\n', '2023-11-03T10:00:00Z', []],
  [
    'nor one of a day to come',
    '',
    '2023-11-01',
    ['2023-11-03-palermo: la sua data, 2023-11-03, deve ancora venire'],
  ],
])('%s', (_, line, now, told) => {
  expect(leftOut(withLine(line), new Date(now))).toEqual(told);
});
