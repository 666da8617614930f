import { globSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { looksAtEverything } from './depth.ts';

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
