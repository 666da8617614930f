import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { baseOf } from '../../../src/integrations/page-cache/base.ts';

let folder = '';
const write = (path: string, text: string): void => {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
};
const base = (): string => baseOf(join(folder, 'project'), join(folder, 'content'));

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lgnet-base-'));
  for (const path of ['project/src/pages/a.astro', 'project/package-lock.json', 'content/ui/it.json'])
    write(path, path);
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true });
});

test.each<[string, () => void]>([
  ['a page of the code', () => write('project/src/pages/a.astro', 'other')],
  ['a style', () => write('project/src/styles/new.css', 'a {}')],
  ['a package', () => write('project/package-lock.json', '{}')],
  ['Astro’s settings', () => write('project/astro.config.mjs', 'export default {}')],
  ['an interface string', () => write('content/ui/it.json', '{}')],
  ['a language', () => write('content/languages/it.yaml', 'name: Italiano')],
  ['a glossary', () => write('content/glossary/ar.yaml', 'names: []')],
  ['the address of the site', () => vi.stubEnv('SITE_URL', 'https://other.example')],
])('%s makes all pages anew', (_, change) => {
  const before = base();
  change();
  expect(base()).not.toBe(before);
});

test('a note leaves the others as they are', () => {
  const before = base();
  write('content/press-notes/2023-11-03-palermo/it.mdx', 'text');
  expect(base()).toBe(before);
});
