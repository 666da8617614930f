import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Loader } from 'astro/loaders';
import { parse } from 'yaml';
import { filesBelow } from './files-below.ts';
import { splitFrontMatter } from './front-matter.ts';

interface ContentFilesOptions {
  /** The folder of the collection, absolute. */
  folder: string;
  /**
   * The id of a file of the folder; nothing when it is no text of the collection.
   * @throws Error when its name is wrong
   */
  idOf: (path: string) => string | undefined;
}

/**
 * Files of the content as data, from the same list and by the same readers as the check: what the one does not know, the
 * other does not load. An MDX file stays the text that it is: no module is made of it, so nothing in it can ever run.
 */
export const contentFiles = ({ folder, idOf }: ContentFilesOptions): Loader => ({
  name: 'content-files',
  load: async (context) => {
    const { store, config, watcher, logger } = context;
    const read = async (path: string, absolute: string, id: string): Promise<void> => {
      const text = await readFile(absolute, 'utf8');
      const digest = context.generateDigest(text);
      if (store.get(id)?.digest === digest) return;
      const { data, body } = partsOf(path, text);
      store.set({
        id,
        data: await context.parseData({ id, data, filePath: absolute }),
        ...(body !== undefined && { body }),
        filePath: relative(fileURLToPath(config.root), absolute).replaceAll(sep, '/'),
        digest,
      });
    };
    const load = async (): Promise<void> => {
      const gone = new Set(store.keys());
      await Promise.all(
        (existsSync(folder) ? filesBelow(folder).files : []).map(async ({ path, absolute }) => {
          const id = idOf(path);
          if (id === undefined) return;
          gone.delete(id);
          await read(path, absolute, id);
        }),
      );
      for (const id of gone) store.delete(id);
    };
    /** A file that is known is read alone: somebody waits for it, and the others are as they were. */
    const loadChanged = (absolute: string): Promise<void> => {
      const path = relative(folder, absolute).replaceAll(sep, '/');
      const id = idOf(path);
      return id !== undefined && store.get(id) ? read(path, absolute, id) : load();
    };
    await load();
    watcher?.add(folder);
    for (const event of ['add', 'change', 'unlink'])
      watcher?.on(event, (path: string) => {
        if (path.startsWith(folder + sep))
          (event === 'change' ? loadChanged(path) : load()).catch((error: unknown) =>
            logger.error(error instanceof Error ? error.message : String(error)),
          );
      });
  },
});

/** The fields of a file and the text below its front matter. */
export const partsOf = (path: string, written: string): { data: Record<string, unknown>; body?: string } => {
  const text = written.replace(/\r\n?/g, '\n');
  if (!path.endsWith('.mdx')) return { data: record(parse(text)) };
  const parts = splitFrontMatter(text);
  return 'missing' in parts
    ? { data: {}, body: text }
    : { data: record(parse(parts.yaml)), body: parts.body };
};

const record = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
