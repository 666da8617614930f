import { globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { cached } from '../../src/artefacts/cache.ts';

let folder: string;
let made: number;
const before = process.env['SITE_CACHE_DIR'];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lgnet-cache-'));
  process.env['SITE_CACHE_DIR'] = folder;
  made = 0;
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
  if (before === undefined) delete process.env['SITE_CACHE_DIR'];
  else process.env['SITE_CACHE_DIR'] = before;
});

const bytes = new Uint8Array(Buffer.from('%PDF of a note'));
const ask = (): Promise<Uint8Array> =>
  cached('pdf', 'note', () => {
    made += 1;
    return bytes;
  });
const entry = (): string => {
  const [file = ''] = globSync('artefacts/*/*.pdf', { cwd: folder });
  return join(folder, file);
};

test('what was made is read the next time', async () => {
  expect(await ask()).toEqual(bytes);
  expect(await ask()).toEqual(bytes);
  expect(made).toBe(1);
});

test.each<[string, (file: string) => void]>([
  [
    'with one bit turned',
    (file) => {
      const damaged = readFileSync(file);
      damaged.writeUInt8(damaged.readUInt8(damaged.length - 1) ^ 1, damaged.length - 1);
      writeFileSync(file, damaged);
    },
  ],
  ['cut short', (file) => writeFileSync(file, readFileSync(file).subarray(0, -3))],
  ['empty', (file) => writeFileSync(file, '')],
  [
    'full of zeros, as after a power cut',
    (file) => writeFileSync(file, Buffer.alloc(readFileSync(file).length)),
  ],
  ['of another making', (file) => writeFileSync(file, bytes)],
  [
    'that is a folder',
    (file) => {
      rmSync(file);
      mkdirSync(join(file, 'inside'), { recursive: true });
    },
  ],
])('an entry %s is never handed out, and made anew', async (_, damage) => {
  await ask();
  damage(entry());
  expect(await ask()).toEqual(bytes);
  expect(made).toBe(2);
  await ask();
  await ask();
  // A folder goes first, and the entry is kept the time after.
  expect(made).toBeLessThanOrEqual(3);
  expect(globSync('artefacts/*/*', { cwd: folder })).toHaveLength(1);
});
