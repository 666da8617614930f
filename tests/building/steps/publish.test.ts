import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { markSite } from '../../../scripts/building/steps/made-files.ts';
import { discardLater, publish, recover } from '../../../scripts/building/steps/publish.ts';
import { readBuildSettings, type BuildSettings } from '../../../scripts/building/steps/settings.ts';

let root: string;
let settings: BuildSettings;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'lgnet-publish-'));
  settings = readBuildSettings({}, root);
});
afterEach(() => rmSync(root, { recursive: true }));

function write(folder: string, text: string): void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'index.html'), text);
}
const published = () => readFileSync(join(settings.outDir, 'index.html'), 'utf8');

test('the first site is published', async () => {
  write(settings.stagingDir, 'first');
  await publish(settings);
  expect(published()).toBe('first');
  expect(existsSync(join(root, '.build'))).toBe(false);
});

test('a new site takes the place of the last one, whole', async () => {
  write(settings.outDir, 'first');
  writeFileSync(join(settings.outDir, 'withdrawn.html'), 'a');
  markSite(settings.outDir);
  write(settings.stagingDir, 'second');
  await publish(settings);
  expect(published()).toBe('second');
  expect(existsSync(join(settings.outDir, 'withdrawn.html'))).toBe(false);
});

test('without a new site the last one stays', async () => {
  write(settings.outDir, 'first');
  markSite(settings.outDir);
  await expect(publish(settings)).rejects.toThrow('ENOENT');
  expect(published()).toBe('first');
});

test('a build that was killed between the two moves loses nothing', async () => {
  write(settings.outDir, 'first');
  markSite(settings.outDir);
  mkdirSync(join(root, '.build'));
  renameSync(settings.outDir, `${settings.stagingDir}.previous`);
  await recover(settings);
  expect(published()).toBe('first');
});

test('the last site is thrown away behind the new one', async () => {
  write(settings.outDir, 'first');
  markSite(settings.outDir);
  write(settings.stagingDir, 'second');
  await publish(settings, discardLater);
  expect(published()).toBe('second');
  await expect.poll(() => existsSync(join(root, '.build'))).toBe(false);
});

test('what could not be thrown away goes before the next build', async () => {
  write(settings.outDir, 'first');
  markSite(settings.outDir);
  write(`${settings.stagingDir}.left-1`, 'before');
  write(`${settings.stagingDir}-other`, 'of another output');
  await recover(settings);
  expect(readdirSync(join(root, '.build')).sort()).toEqual(['dist', 'dist-other']);
});
