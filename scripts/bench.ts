/**
 * `npm run bench`: how long the build takes and how much memory, with an empty cache and with a warm one,
 * and which pages weigh most; and how long a PDF, a Word file and a sharing picture of a note take, each of many made on all
 * processors, as a build makes them. It builds into .cache/bench and leaves dist/ alone.
 */
import { rm } from 'node:fs/promises';
import { resolve } from 'node:path';
import { measureArtefacts } from './building/bench/measure-artefacts.ts';
import { measureBuild } from './building/bench/measure-build.ts';
import { pageWeights } from './building/bench/page-weights.ts';

const folder = resolve(import.meta.dirname, '../.cache/bench');
const outDir = resolve(folder, 'dist');
const env = { SITE_OUT_DIR: outDir, SITE_CACHE_DIR: resolve(folder, 'cache') };

await rm(folder, { recursive: true, force: true });
for (const cache of ['empty', 'warm']) {
  const { seconds, memoryMb } = await measureBuild(env);
  console.log(`build, ${cache} cache: ${seconds.toFixed(1)} s, ${memoryMb.toFixed(0)} MB`);
}

const weights = await pageWeights(outDir);
console.log(`${weights.length} pages; the heaviest (HTML, Brotli):`);
for (const { page, bytes } of weights.slice(0, 5)) console.log(`  ${(bytes / 1000).toFixed(1)} kB  ${page}`);

for (const { what, alone, together, target } of await measureArtefacts(100))
  console.log(
    `${what}: ${together.toFixed(1)} ms each (at most ${target} ms wanted); ${alone.toFixed(1)} ms for one alone`,
  );
