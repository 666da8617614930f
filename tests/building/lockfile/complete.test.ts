import { describe, expect, test } from 'vitest';
import {
  completeLockfile,
  entriesBoundToRegistry,
  type Lockfile,
} from '../../../scripts/building/lockfile/complete.ts';
import { platformFromName } from '../../../scripts/building/lockfile/platform.ts';

const lock = (packages: Lockfile['packages']): Lockfile => ({ packages: { '': {}, ...packages } });
const tool = { version: '1.0.0', dev: true, optionalDependencies: { '@tool/darwin-arm64': '1.0.0' } };

describe('the platform that a package’s name tells', () => {
  test.each([
    ['@pagefind/darwin-arm64', { os: ['darwin'], cpu: ['arm64'] }],
    ['@pagefind/windows-x64', { os: ['win32'], cpu: ['x64'] }],
    ['@astrojs/compiler-binding-win32-x64-msvc', { os: ['win32'], cpu: ['x64'] }],
    ['@astrojs/compiler-binding-linux-arm64-musl', { os: ['linux'], cpu: ['arm64'], libc: ['musl'] }],
    ['@astrojs/compiler-binding-linux-x64-gnu', { os: ['linux'], cpu: ['x64'], libc: ['glibc'] }],
    ['@unrs/resolver-binding-linux-arm-gnueabihf', { os: ['linux'], cpu: ['arm'], libc: ['glibc'] }],
    ['@unrs/resolver-binding-linux-arm-musleabihf', { os: ['linux'], cpu: ['arm'], libc: ['musl'] }],
    ['@img/sharp-linuxmusl-x64', { os: ['linux'], cpu: ['x64'], libc: ['musl'] }],
    ['@typst/compiler-android-arm-eabi', { os: ['android'], cpu: ['arm'] }],
    ['@astrojs/compiler-binding-wasm32-wasi', { cpu: ['wasm32'] }],
    ['@tool/for-everybody', undefined],
    ['arm64', undefined],
  ])('%s', (name, platform) => {
    expect(platformFromName(name)).toEqual(platform);
  });
});

describe('completing a lock file', () => {
  test('adds a missing platform package, for development like its parent', () => {
    const { lockfile, added } = completeLockfile(lock({ 'node_modules/tool': tool }));
    expect(added).toEqual(['node_modules/@tool/darwin-arm64']);
    expect(lockfile.packages['node_modules/@tool/darwin-arm64']).toEqual({
      version: '1.0.0',
      cpu: ['arm64'],
      dev: true,
      optional: true,
      os: ['darwin'],
    });
  });

  test('keeps the entries in npm’s order', () => {
    const { lockfile } = completeLockfile(lock({ 'node_modules/tool': tool }));
    expect(Object.keys(lockfile.packages)).toEqual([
      '',
      'node_modules/@tool/darwin-arm64',
      'node_modules/tool',
    ]);
  });

  test('puts it under its parent when the root has another version', () => {
    const { added } = completeLockfile(
      lock({ 'node_modules/@tool/darwin-arm64': { version: '0.9.0' }, 'node_modules/tool': tool }),
    );
    expect(added).toEqual(['node_modules/tool/node_modules/@tool/darwin-arm64']);
  });

  test('finds the package that a nested parent shares with the root', () => {
    const { added } = completeLockfile(
      lock({
        'node_modules/@tool/darwin-arm64': { version: '1.0.0' },
        'node_modules/a/node_modules/tool': tool,
      }),
    );
    expect(added).toEqual([]);
  });

  test('changes nothing the second time', () => {
    const once = completeLockfile(lock({ 'node_modules/tool': tool })).lockfile;
    expect(completeLockfile(once)).toEqual({ lockfile: once, added: [] });
  });

  test('leaves a range to npm', () => {
    const parent = { version: '1.0.0', optionalDependencies: { fsevents: '~2.3.3' } };
    expect(completeLockfile(lock({ 'node_modules/tool': parent })).added).toEqual([]);
  });

  test('says what to do when the name tells no platform', () => {
    const parent = { version: '1.0.0', optionalDependencies: { helper: '2.0.0' } };
    expect(() => completeLockfile(lock({ 'node_modules/tool': parent }))).toThrow(
      /helper@2\.0\.0.*npm install/,
    );
  });
});

test('an entry that names a registry is found', () => {
  const bound = { version: '1.0.0', resolved: 'https://registry.example/a.tgz' };
  expect(entriesBoundToRegistry(lock({ 'node_modules/a': bound, 'node_modules/b': tool }))).toEqual([
    'node_modules/a',
  ]);
});
