import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { checkContent } from '../../../scripts/editing/check/check-content.ts';
import type { Problem } from '../../../scripts/editing/check/problem.ts';
import { terminal } from '../../../scripts/editing/check/reporters/terminal.ts';
import { brokenContent, brokenNames, expectedFile, soundContent } from './broken-content.ts';
import { errorGuide } from './error-guide.ts';

/** What the check says of each broken content; asked once, for the words and for the guide. */
const told = new Map<string, Problem[]>();
const problemsOf = (name: string): Problem[] => {
  let problems = told.get(name);
  if (!problems) {
    const root = brokenContent(name);
    told.set(name, (problems = checkContent(root)));
    rmSync(root, { recursive: true });
  }
  return problems;
};

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
    const problems = problemsOf(name);
    expect(problems.length).toBeGreaterThan(0);
    expect(problems.every(({ line, column }) => line > 0 && column > 0)).toBe(true);
    await expect(`${terminal.report(problems, 'content')}\n`).toMatchFileSnapshot(expectedFile(name));
  });
});

test('the guide explains every problem that the check can tell', async () => {
  await expect(errorGuide(brokenNames().flatMap(problemsOf))).toMatchFileSnapshot(
    join(import.meta.dirname, '../../../content/README/errori.md'),
  );
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
