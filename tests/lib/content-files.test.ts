import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { LoaderContext } from 'astro/loaders';
import { afterEach, expect, test } from 'vitest';
import { contentFiles } from '../../src/lib/content-files.ts';

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

const folderWith = (files: Record<string, string>): string => {
  const dir = mkdtempSync(join(tmpdir(), 'content-files-'));
  folders.push(dir);
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(dir, path)), { recursive: true });
    writeFileSync(join(dir, path), text);
  }
  return dir;
};

/** A folder's loader with a store of its own: what the store was given by id, and how often it was set. */
const loaderOf = (dir: string) => {
  const stored = new Map<string, Record<string, unknown>>();
  let sets = 0;
  const context = {
    config: { root: pathToFileURL(`${dir}/`) },
    parseData: ({ data }: { data: unknown }) => Promise.resolve(data),
    generateDigest: (text: string) => text,
    store: {
      get: (id: string) => stored.get(id),
      keys: () => [...stored.keys()],
      delete: (id: string) => stored.delete(id),
      set: (entry: { id: string }) => {
        sets += 1;
        stored.set(entry.id, entry);
        return true;
      },
    },
  };
  const loader = contentFiles({ folder: dir, idOf: (path) => /^(.*)\.mdx$/.exec(path)?.[1] });
  return { stored, sets: () => sets, load: () => loader.load(context as unknown as LoaderContext) };
};

const NOTE = '---\ntitle: Prova\ndate: 2024-01-02\n---\nexport const x = 1;\n\nTesto {x}.\n';

test('an MDX file is kept as the text that it is, and never made into a module', async () => {
  const { stored, load } = loaderOf(folderWith({ 'prova.mdx': NOTE }));
  await load();
  expect(stored.get('prova')).toMatchObject({
    data: { title: 'Prova', date: '2024-01-02' },
    body: 'export const x = 1;\n\nTesto {x}.\n',
    filePath: 'prova.mdx',
  });
  expect(stored.get('prova')).not.toHaveProperty('deferredRender');
});

test('only what is in the list of files is loaded: no backup, no link, no pipe', async () => {
  const dir = folderWith({ 'a/it.mdx': NOTE, 'bozze.bak/it.mdx': NOTE, '.x/it.mdx': NOTE, 'a/foto.jpg': '' });
  symlinkSync('/etc/passwd', join(dir, 'a/en.mdx'));
  symlinkSync(join(dir, 'a'), join(dir, 'b'));
  execFileSync('mkfifo', [join(dir, 'a/fr.mdx')]);
  const { stored, load } = loaderOf(dir);
  await load();
  expect([...stored.keys()]).toEqual(['a/it']);
});

test('what has not changed is not read again, and what is gone goes', async () => {
  const dir = folderWith({ 'uno.mdx': NOTE, 'due.mdx': NOTE });
  const { stored, sets, load } = loaderOf(dir);
  await load();
  writeFileSync(join(dir, 'uno.mdx'), NOTE.replace('Testo', 'Altro'));
  rmSync(join(dir, 'due.mdx'));
  await load();
  expect(sets()).toBe(3);
  expect([...stored.keys()]).toEqual(['uno']);
  expect(stored.get('uno')?.['body']).toContain('Altro');
});
