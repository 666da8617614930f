import { mkdir, readdir, readFile, rename, rm, rmdir, writeFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { cached } from '../../../src/artefacts/cache.ts';
import { isCompressible } from '../../../src/hosting/content-types.ts';
import { headersFile, redirectsFile } from '../../../src/hosting/static-host.ts';
import { languages, sourceLanguage } from '../../../src/i18n/languages.ts';
import { siteConfig } from '../../../src/site.config.ts';
import { movedPages } from './moved-pages.ts';
import { readRegister } from '../../editing/addresses/register.ts';
import { readContent } from '../../editing/content/read.ts';
import type { BuildStep } from './step.ts';

/** Smaller files fit into one packet as they are. */
const WORTH_COMPRESSING = 512;

/** The last step, 11, costs more than twice the time for one byte in a hundred; the one before, 9, has ten more in it. */
const BROTLI_QUALITY = 10;

const compressors = {
  br: (bytes: Uint8Array) =>
    promisify(brotliCompress)(bytes, {
      params: {
        [constants.BROTLI_PARAM_QUALITY]: BROTLI_QUALITY,
        [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
      },
    }),
  gz: (bytes: Uint8Array) => promisify(gzip)(bytes, { level: constants.Z_BEST_COMPRESSION }),
} as const;

/**
 * Puts `file.br` and `file.gz` beside a file, where they are smaller than it. Made once for the same bytes; a file of the last
 * site that is also one of this has brought its own (src/integrations/page-cache/last-output.ts).
 */
const compress = async (file: string): Promise<void> => {
  if (Object.keys(compressors).every((ending) => existsSync(`${file}.${ending}`))) return;
  const bytes = await readFile(file);
  if (bytes.length < WORTH_COMPRESSING) return;
  for (const [ending, make] of Object.entries(compressors)) {
    const smaller = await cached(ending, bytes, async () => new Uint8Array(await make(bytes)));
    if (smaller.length < bytes.length) await writeAnew(`${file}.${ending}`, smaller);
  }
};

/** Writes a file that is nobody else's: in its place there may be one that the last site has too. */
const writeAnew = async (file: string, bytes: string | Uint8Array): Promise<void> => {
  await rm(file, { force: true });
  await writeFile(file, bytes);
};

/** Compresses all texts of a built site, a few at a time: the compressor has as many threads. */
export const compressSite = async (siteDir: string): Promise<void> => {
  const entries = await readdir(siteDir, { recursive: true, withFileTypes: true });
  const waiting = entries
    .filter((entry) => entry.isFile() && isCompressible(entry.name))
    .map((entry) => join(entry.parentPath, entry.name));
  const work = async (): Promise<void> => {
    for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) await compress(file);
  };
  await Promise.all(Array.from({ length: availableParallelism() * 2 }, work));
};

/** The addresses that were left, and where they lead; what went with the note that announced it leads to its list. */
const leftAddresses = (contentDir: string, siteDir: string): Record<string, string> => {
  const { published = [], moved = {} } = readRegister(readContent(contentDir))?.register ?? {};
  const without = published.filter(
    (path) => !(path in moved) && !existsSync(join(siteDir, path, 'index.html')),
  );
  return { ...Object.fromEntries(without.map((path) => [path, listOf(path)])), ...moved };
};

const listOf = (path: string): string => path.slice(0, path.indexOf('/', 1) + 1);

/**
 * What hosts read beside the pages: headers, redirects, the missing page of each language where they look for it, and
 * compressed copies. `SITE_COMPRESS=no` leaves the copies out of a site that is built to be looked at and thrown away.
 */
export const hostingFiles: BuildStep = {
  name: 'pubblicazione',
  run: async ({ stagingDir, contentDir }) => {
    const prefixes = languages.filter((language) => language !== sourceLanguage).map(({ code }) => code);
    for (const prefix of prefixes) {
      // Astro writes `404.html` for the first language only.
      const written = join(stagingDir, prefix, '404');
      if (!existsSync(written)) continue;
      await rename(join(written, 'index.html'), `${written}.html`);
      await rmdir(written);
    }
    const moved = movedPages(leftAddresses(contentDir, stagingDir), siteConfig.url);
    for (const { from, html } of moved) {
      await mkdir(join(stagingDir, from), { recursive: true });
      await writeAnew(join(stagingDir, from, 'index.html'), html);
    }
    const folders = (await readdir(stagingDir, { withFileTypes: true })).filter((entry) =>
      entry.isDirectory(),
    );
    await writeFile(join(stagingDir, '_headers'), headersFile(folders.map(({ name }) => name).sort()));
    await writeFile(join(stagingDir, '_redirects'), redirectsFile(prefixes, moved));
    if (process.env['SITE_COMPRESS'] !== 'no') await compressSite(stagingDir);
  },
};
