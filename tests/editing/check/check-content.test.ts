import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { checkContent } from '../../../scripts/editing/check/check-content.ts';
import { terminal } from '../../../scripts/editing/check/reporters/terminal.ts';
import { brokenContent, brokenNames, expectedFile, soundContent } from './broken-content.ts';

const folders: string[] = [];
const kept = (root: string): string => {
  folders.push(root);
  return root;
};

afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

test('the content of the site has no problem', () => {
  expect(checkContent(join(import.meta.dirname, '../../../content'))).toEqual([]);
});

test('the small content that the mistakes are made in has no problem', () => {
  expect(checkContent(kept(soundContent()))).toEqual([]);
});

describe('a mistake is told in these words', () => {
  test.each(brokenNames())('%s', async (name) => {
    const problems = checkContent(kept(brokenContent(name)));
    expect(problems.length).toBeGreaterThan(0);
    expect(problems.every(({ line, column }) => line > 0 && column > 0)).toBe(true);
    await expect(`${terminal.report(problems, 'content')}\n`).toMatchFileSnapshot(expectedFile(name));
  });
});

test('mistakes in several files are told at once', () => {
  const root = kept(soundContent());
  const replace = (file: string, from: string, to: string): void => {
    const text = readFileSync(join(root, file), 'utf8');
    expect(text).toContain(from);
    writeFileSync(join(root, file), text.replace(from, to));
  };
  replace('activities/palermo/safe-space.yaml', 'city: palermo', 'city: palremo');
  replace('cities/palermo.yaml', 'region: sicilia', 'region: sicily');
  replace('ui/en.json', '"nav.home"', '"nav.hoome"');
  expect(checkContent(root).map(({ file, code }) => `${file} ${code}`)).toEqual([
    'activities/palermo/safe-space.yaml unknown-city',
    'cities/palermo.yaml wrong-region',
    'ui/en.json ui-unknown',
  ]);
});
