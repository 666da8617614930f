import { glob, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';

/** The public pages of a built site with their HTML's size in bytes, Brotli, heaviest first. */
export async function pageWeights(dir: string): Promise<{ page: string; bytes: number }[]> {
  const pages = await Array.fromAsync(glob('**/*.html', { cwd: dir, exclude: ['admin/**'] }));
  const weighed = await Promise.all(
    pages.map(async (page) => ({ page, bytes: brotliCompressSync(await readFile(join(dir, page))).length })),
  );
  return weighed.sort((a, b) => b.bytes - a.bytes || a.page.localeCompare(b.page, 'en'));
}
