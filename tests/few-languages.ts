import { globSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { languages } from '../src/i18n/languages.ts';
import { looksAtEverything } from './depth.ts';

/** The languages of a fixture that is left in a few: these, or all of the site's where the tests look at everything. */
export const fewOf = (few: readonly string[]): readonly string[] =>
  looksAtEverything ? languages.map(({ code }) => code) : few;

/**
 * Leaves a copy of the content in a few of its languages, for a fixture that shows what no language decides: a page less for
 * each that is taken away. Where the tests look at everything all languages stay.
 * @returns the languages that are left
 */
export const speakFew = (contentDir: string, few: readonly string[]): readonly string[] => {
  const all = globSync('languages/*.yaml', { cwd: contentDir }).map((file) => basename(file, '.yaml'));
  if (looksAtEverything) return all;
  const others = all.filter((code) => !few.includes(code)).join('|');
  // cities/roma.ar.yaml, press-notes/2023-11-03-palermo/ar.mdx, ui/ar.json
  const translations = new RegExp(`(?:^|[./])(?:${others})\\.(?:yaml|json|mdx)$`);
  for (const file of globSync('**/*.{yaml,json,mdx}', { cwd: contentDir }))
    if (translations.test(file)) rmSync(join(contentDir, file));
  return few;
};
