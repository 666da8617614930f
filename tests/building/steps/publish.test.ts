import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { publish, recover } from '../../../scripts/building/steps/publish.ts';
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
  write(settings.stagingDir, 'second');
  await publish(settings);
  expect(published()).toBe('second');
  expect(existsSync(join(settings.outDir, 'withdrawn.html'))).toBe(false);
});

test('without a new site the last one stays', async () => {
  write(settings.outDir, 'first');
  await expect(publish(settings)).rejects.toThrow('ENOENT');
  expect(published()).toBe('first');
});

test('a build that was killed between the two moves loses nothing', async () => {
  write(settings.outDir, 'first');
  mkdirSync(join(root, '.build'));
  renameSync(settings.outDir, `${settings.stagingDir}.previous`);
  await recover(settings);
  expect(published()).toBe('first');
});
