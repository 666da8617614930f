import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { LoaderContext } from 'astro/loaders';
import { expect, test } from 'vitest';
import { contentFiles } from '../../src/lib/content-files.ts';

/** What Astro's store was given, by id, and the modules that it was asked to make. */
const load = async (dir: string) => {
  const stored = new Map<string, Record<string, unknown>>();
  const modules: string[] = [];
  const context = {
    collection: 'pages',
    config: { root: pathToFileURL(`${dir}/`), srcDir: pathToFileURL(`${dir}/src/`) },
    logger: { warn: () => undefined, error: () => undefined, info: () => undefined },
    parseData: ({ data }: { data: unknown }) => Promise.resolve(data),
    generateDigest: (text: string) => text,
    store: {
      get: (id: string) => stored.get(id),
      keys: () => [...stored.keys()],
      set: (entry: { id: string; deferredRender?: boolean; filePath?: string }) => {
        stored.set(entry.id, entry);
        if (entry.deferredRender) modules.push(entry.filePath as string);
        return true;
      },
      addModuleImport: (file: string) => modules.push(file),
    },
    // What `@astrojs/mdx` announces: a text that could be made into a module.
    entryTypes: new Map([
      [
        '.mdx',
        {
          extensions: ['.mdx'],
          contentModuleTypes: '',
          getEntryInfo: ({ contents }: { contents: string }) => ({
            data: { title: 'Prova' },
            body: contents.split('---\n').at(-1),
          }),
        },
      ],
    ]),
  };
  const loader = contentFiles({ base: pathToFileURL(`${dir}/`), pattern: '**/*.mdx' });
  for (let time = 0; time < 2; time += 1) await loader.load(context as unknown as LoaderContext);
  return { stored, modules };
};

test('an MDX file is kept as the text that it is, and never made into a module', async () => {
  const dir = mkdtempSync(join(tmpdir(), 'content-files-'));
  writeFileSync(join(dir, 'prova.mdx'), '---\ntitle: Prova\n---\nexport const x = 1;\n\nTesto {x}.\n');
  const { stored, modules } = await load(dir);
  expect(modules).toEqual([]);
  expect(stored.get('prova')).toMatchObject({ body: 'export const x = 1;\n\nTesto {x}.\n' });
  expect(stored.get('prova')).not.toHaveProperty('deferredRender');
});
