import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { Browser, Page } from 'playwright-core';

/** The form, opened in a browser on a working copy that only the browser has. */
export interface OpenForm {
  page: Page;
  /** Paths of the working copy with their texts; pictures are left out. */
  texts: () => Promise<Map<string, string>>;
}

/**
 * Opens the form as an editor does. A browser under remote control has no window to choose a folder in: it is given
 * a folder of its own storage, which has the same interface.
 * @param origin where the form is served
 * @param contentDir the contents that are put into the working copy
 */
export const openForm = async (browser: Browser, origin: string, contentDir: string): Promise<OpenForm> => {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 }, locale: 'it-IT' });
  await page.addInitScript(() => {
    Object.assign(globalThis, {
      showDirectoryPicker: async () =>
        (await navigator.storage.getDirectory()).getDirectoryHandle('working-copy'),
    });
  });
  await page.goto(`${origin}/favicon.svg`);
  await page.evaluate(fillWorkingCopy, filesBelow(contentDir));
  await page.goto(`${origin}/admin/`);
  return {
    page,
    texts: async () => new Map(await page.evaluate(readWorkingCopy)),
  };
};

const filesBelow = (contentDir: string): [string, string][] =>
  readdirSync(contentDir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(?:yaml|mdx|json|md)$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .map((file) => [
      `content/${relative(contentDir, file).replaceAll('\\', '/')}`,
      readFileSync(file, 'utf8'),
    ]);

const fillWorkingCopy = async (files: [string, string][]): Promise<void> => {
  const root = await navigator.storage.getDirectory();
  const copy = await root.getDirectoryHandle('working-copy', { create: true });
  await copy.getDirectoryHandle('.git', { create: true });
  for (const [path, text] of files) {
    const parts = path.split('/');
    let folder = copy;
    for (const part of parts.slice(0, -1)) folder = await folder.getDirectoryHandle(part, { create: true });
    const file = await folder.getFileHandle(parts.at(-1) ?? '', { create: true });
    const stream = await file.createWritable();
    await stream.write(text);
    await stream.close();
  }
};

const readWorkingCopy = async (): Promise<[string, string][]> => {
  const found: [string, string][] = [];
  const walk = async (folder: FileSystemDirectoryHandle, path: string): Promise<void> => {
    for await (const [name, handle] of folder.entries()) {
      if (handle instanceof FileSystemDirectoryHandle) await walk(handle, `${path}${name}/`);
      else found.push([`${path}${name}`, await (await handle.getFile()).text()]);
    }
  };
  await walk(await (await navigator.storage.getDirectory()).getDirectoryHandle('working-copy'), '');
  return found;
};
