import { linkSync, mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import {
  forgetFinished,
  inputsOf,
  isFinished,
  writeFinished,
} from '../../../scripts/building/steps/finished-site.ts';
import { markSite } from '../../../scripts/building/steps/made-files.ts';
import type { BuildSettings } from '../../../scripts/building/steps/settings.ts';

let root = '';
let env: NodeJS.ProcessEnv = {};
let now: BuildSettings['now'];

const write = (path: string, text: string): void => {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
};
const settings = (): BuildSettings => ({
  root,
  contentDir: join(root, 'content'),
  outDir: join(root, 'dist'),
  cacheDir: join(root, '.cache'),
  astroCacheDir: join(root, '.cache/astro/0123456789ab'),
  stagingDir: join(root, '.build/dist'),
  now,
});
const isSame = (): boolean => isFinished(settings(), inputsOf(settings(), env));

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'lgnet-finished-'));
  env = { SITE_URL: 'https://lgnet.example' };
  now = { date: new Date('2026-05-01T00:00:00Z'), from: 'commit' };
  for (const path of ['src/pages/index.astro', 'scripts/build.ts', 'public/favicon.svg', 'package-lock.json'])
    write(path, path);
  write('content/press-notes/2023-11-03-palermo/it.mdx', 'text');
  write('dist/index.html', '<p>page</p>');
  markSite(join(root, 'dist'));
  writeFinished(settings(), inputsOf(settings(), env));
});
afterEach(() => rmSync(root, { recursive: true }));

test('a site that was built from the same is known', () => {
  expect(isSame()).toBe(true);
});

test('so it is after something that no site is built from', () => {
  write('tests/new.test.ts', 'test');
  write('CHANGELOG.md', 'text');
  env['HOME'] = '/elsewhere';
  expect(isSame()).toBe(true);
});

test.each<[string, () => void]>([
  ['a word of a note', () => write('content/press-notes/2023-11-03-palermo/it.mdx', 'txet')],
  ['a new file of the content', () => write('content/cities/bari.yaml', 'name: Bari')],
  ['a hidden file of the content', () => write('content/.nota', '')],
  ['a note that was taken away', () => rmSync(join(root, 'content/press-notes'), { recursive: true })],
  ['a page', () => write('src/pages/index.astro', 'other')],
  ['a step of the build', () => write('scripts/build.ts', 'other')],
  ['a file that is copied', () => write('public/favicon.svg', 'other')],
  ['a package', () => write('package-lock.json', '{}')],
  ['what is really installed', () => write('node_modules/.package-lock.json', '{}')],
  ['the instant', () => (now = { ...now, date: new Date('2026-06-01T00:00:00Z') })],
  ['the address of the site', () => (env['SITE_URL'] = 'https://other.example')],
  ['compressed copies', () => (env['SITE_COMPRESS'] = 'no')],
  ['a page that somebody touched', () => utimesSync(join(root, 'dist/index.html'), new Date(), new Date(0))],
  ['a page that somebody wrote over', () => write('dist/index.html', '<p>egap</p>')],
  ['a file that somebody put into the site', () => write('dist/new.html', '')],
  ['a page that is gone', () => rmSync(join(root, 'dist/index.html'))],
  ['a site that is gone', () => rmSync(join(root, 'dist'), { recursive: true })],
  ['a build that began and did not end', () => forgetFinished(settings())],
])('%s makes a new build', (_, change) => {
  change();
  expect(isSame()).toBe(false);
});

test('a file that had a second name in the site before is the same without it', () => {
  linkSync(join(root, 'dist/index.html'), join(root, 'before.html'));
  rmSync(join(root, 'before.html'));
  expect(isSame()).toBe(true);
});
