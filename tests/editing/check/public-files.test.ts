import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { checkPublicFiles } from '../../../scripts/editing/check/public-files.ts';
import { hasPlainHost } from '../../../src/lib/plain-host.ts';

test('a link among the files that are copied as they are is refused by name, before it is read', () => {
  const dir = mkdtempSync(join(tmpdir(), 'public-'));
  mkdirSync(join(dir, 'loghi'));
  writeFileSync(join(dir, 'favicon.svg'), '<svg/>');
  expect(checkPublicFiles(dir)).toEqual([]);
  symlinkSync('/dev/zero', join(dir, 'loghi/logo.svg'));
  symlinkSync('/etc', join(dir, 'etc'));
  expect(checkPublicFiles(dir).map(({ file, code }) => [file, code])).toEqual([
    ['etc', 'link-to-a-file'],
    ['loghi/logo.svg', 'link-to-a-file'],
  ]);
  rmSync(dir, { recursive: true });
});

test.each([
  ['https://video.example/a.mp4', true],
  ['https://video.example:8443/a.mp4', true],
  ['https://xn--mller-kva.example/a.mp4', true],
  ['https://video.example;script-src/a.mp4', false],
  ['https://*/a.mp4', false],
  ["https://a.example'none'/a.mp4", false],
  ['non un indirizzo', false],
])('the host of %s is plain: %s', (address, isPlain) => {
  expect(hasPlainHost(address)).toBe(isPlain);
});
