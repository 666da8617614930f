import { expect, test } from 'vitest';
import type { Lockfile } from '../../../scripts/building/lockfile/complete.ts';
import {
  entriesWithoutIntegrity,
  packageIds,
  withIntegrity,
} from '../../../scripts/building/lockfile/integrity.ts';

const lock: Lockfile = {
  packages: {
    '': {},
    'node_modules/a': { version: '1.0.0', integrity: 'sha512-a' },
    'node_modules/a/node_modules/@tool/win32-x64': { version: '2.0.0', optional: true },
    'node_modules/@tool/win32-x64': { version: '1.0.0', optional: true },
    'node_modules/own': { link: true },
  },
};
const registry = (name: string, version: string) =>
  Promise.resolve(version === '2.0.0' ? `sha512-${name.length}` : undefined);

test('entries without a digest are found; the project itself and links have none', () => {
  expect(packageIds(lock, entriesWithoutIntegrity(lock))).toEqual([
    '@tool/win32-x64@1.0.0',
    '@tool/win32-x64@2.0.0',
  ]);
});

test('what the registry knows is written, and what it does not know is named', async () => {
  const { lockfile, written, left } = await withIntegrity(lock, registry);
  expect(written).toEqual(['node_modules/a/node_modules/@tool/win32-x64']);
  expect(left).toEqual(['node_modules/@tool/win32-x64']);
  expect(lockfile.packages[written[0] ?? '']).toEqual({
    version: '2.0.0',
    integrity: 'sha512-15',
    optional: true,
  });
  expect(entriesWithoutIntegrity(lockfile)).toEqual(left);
});

test('a registry that does not answer stops the command', async () => {
  await expect(withIntegrity(lock, () => Promise.reject(new Error('offline')))).rejects.toThrow('offline');
});
