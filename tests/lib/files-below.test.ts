import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { filesBelow } from '../../src/lib/files-below.ts';

const folders: string[] = [];
const folderWith = (...paths: string[]): string => {
  const root = mkdtempSync(join(tmpdir(), 'files-'));
  folders.push(root);
  for (const path of paths) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), path);
  }
  return root;
};

afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

test('plain files are listed in the order of their paths, without what programs leave behind', () => {
  const root = folderWith(
    'b.yaml',
    'a/c/it.mdx',
    'a/it.mdx',
    ...['.DS_Store', 'a/Thumbs.db', '~$nota.docx', 'b.yaml~', '.b.yaml.swp', 'a/it.mdx.bak', 'a/.gitkeep'],
  );
  const { files, strange } = filesBelow(root);
  expect(files.map(({ path }) => path)).toEqual(['a/c/it.mdx', 'a/it.mdx', 'b.yaml']);
  expect(files[2]?.absolute).toBe(join(root, 'b.yaml'));
  expect(strange).toEqual([]);
});

test('what is no plain file is named and never opened', async () => {
  const root = folderWith(
    'a/it.mdx',
    'bozze.bak/it.mdx',
    'vecchie~/it.mdx',
    '.nascosta/it.mdx',
    '.nascosto.yaml',
  );
  symlinkSync('/dev/zero', join(root, 'endless.vtt'));
  symlinkSync('/etc/passwd', join(root, 'a/en.mdx'));
  symlinkSync('/etc', join(root, 'folder'));
  symlinkSync('nowhere', join(root, 'broken.yaml'));
  execFileSync('mkfifo', [join(root, 'pipe.vtt')]);
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(join(root, 'socket.yaml'), resolve));
  try {
    const { files, strange } = filesBelow(root);
    expect(files.map(({ path }) => path)).toEqual(['a/it.mdx']);
    expect(Object.fromEntries(strange.map(({ path, kind }) => [path, kind]))).toEqual({
      '.nascosta': 'hidden',
      '.nascosto.yaml': 'hidden',
      'a/en.mdx': 'link',
      'bozze.bak': 'leftover-folder',
      'broken.yaml': 'link',
      'endless.vtt': 'link',
      folder: 'link',
      'pipe.vtt': 'pipe',
      'socket.yaml': 'socket',
      'vecchie~': 'leftover-folder',
    });
  } finally {
    server.close();
  }
});
