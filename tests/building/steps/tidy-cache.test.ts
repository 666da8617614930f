import { globSync, mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync, existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { tidyCache } from '../../../scripts/building/steps/tidy-cache.ts';
import { cached } from '../../../src/artefacts/cache.ts';

const now = new Date('2026-03-31T12:00:00Z');
const folder = mkdtempSync(join(tmpdir(), 'cache-'));
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
  delete process.env['SITE_CACHE_DIR'];
});

const entry = (path: string, usedOn: string): string => {
  const file = join(folder, path);
  mkdirSync(join(file, '..'), { recursive: true });
  writeFileSync(file, 'x');
  utimesSync(file, new Date(usedOn), new Date(usedOn));
  return file;
};

test('what nobody used for a month goes, the rest stays', () => {
  const old = entry('artefacts/ab/old.pdf', '2026-02-20T12:00:00Z');
  const fresh = entry('artefacts/ab/fresh.pdf', '2026-03-20T12:00:00Z');
  const other = entry('astro/old.json', '2026-01-01T12:00:00Z');
  expect(tidyCache(folder, now)).toBe(1);
  expect([old, fresh, other].map((file) => existsSync(file))).toEqual([false, true, true]);
});

test('a folder that is not there is tidy', () => {
  expect(tidyCache(join(folder, 'nowhere'), now)).toBe(0);
});

test('what a build reads is new again', async () => {
  process.env['SITE_CACHE_DIR'] = folder;
  let made = 0;
  const make = () => {
    made += 1;
    return new Uint8Array([1]);
  };
  await cached('test', 'data', make);
  const [file = ''] = globSync('artefacts/*/*.test', { cwd: folder }).map((path) => join(folder, path));
  const longAgo = new Date('2020-01-01T00:00:00Z');
  utimesSync(file, longAgo, longAgo);
  await cached('test', 'data', make);
  expect(tidyCache(folder)).toBe(0);
  expect(made).toBe(1);
});
