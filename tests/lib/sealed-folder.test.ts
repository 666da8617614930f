import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { isSealed, sealFolder } from '../../src/lib/sealed-folder.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lgnet-sealed-'));
  mkdirSync(join(folder, 'assets'));
  writeFileSync(join(folder, 'store.json'), '[1]');
  writeFileSync(join(folder, 'assets/form.js'), 'x');
  sealFolder(folder);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('a folder is whole as it was sealed, and can be sealed again', () => {
  expect(isSealed(folder)).toBe(true);
  sealFolder(folder);
  expect(isSealed(folder)).toBe(true);
});

test.each<[string, () => void]>([
  ['changed', () => writeFileSync(join(folder, 'store.json'), '[2]')],
  ['taken away', () => rmSync(join(folder, 'assets/form.js'))],
  ['added', () => writeFileSync(join(folder, 'assets/more.js'), '')],
  ['renamed', () => renameSync(join(folder, 'assets/form.js'), join(folder, 'assets/from.js'))],
  ['its seal', () => rmSync(join(folder, '.digest'))],
])('a folder with a file %s is not', (_, damage) => {
  damage();
  expect(isSealed(folder)).toBe(false);
});

test('a folder that is not there is not', () => expect(isSealed(join(folder, 'nowhere'))).toBe(false));
