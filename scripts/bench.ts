/**
 * `npm run bench`: what a build costs in time, processor time and memory, with an empty cache, without a change and with
 * one note corrected, beside a bare MDX site over the same notes; which pages weigh most; and how long a PDF, a Word file
 * and a sharing picture of a note take, each of many made on all processors, as a build makes them; and what the files of each
 * kind, books and pictures to post among them, took in the build with an empty cache, and how large they are.
 *
 *   --notes N       adds N synthetic notes to the content (default: none)
 *   --languages N   writes them in the first N languages of the site (default: 5)
 *   --plain         makes no compressed copies
 *
 * It builds into .cache/bench and leaves dist/ alone. On Linux only: what processes use is read from /proc.
 */
import { availableParallelism, loadavg } from 'node:os';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { measureArtefacts } from './building/bench/measure-artefacts.ts';
import { measureSite, type MeasuredBuild } from './building/bench/measure-site.ts';
import { pageWeights } from './building/bench/page-weights.ts';

const { values } = parseArgs({
  options: {
    notes: { type: 'string', default: '0' },
    languages: { type: 'string', default: '5' },
    plain: { type: 'boolean', default: false },
  },
});
const counted = (name: 'notes' | 'languages'): number => {
  const count = Number(values[name]);
  if (!Number.isInteger(count) || count < 0) throw new RangeError(`--${name} ${values[name]} is no number.`);
  return count;
};
const [notes, inLanguages] = [counted('notes'), counted('languages')];
if (values.plain) process.env['SITE_COMPRESS'] = 'no';

const root = resolve(import.meta.dirname, '..');

const tell = (build: MeasuredBuild): void => {
  const { what, seconds, cpuSeconds, peakMb, peakName, pages, files, stages } = build;
  const perSecond = (count: number): string => (count / cpuSeconds).toFixed(1);
  console.log(
    `${what}: ${seconds.toFixed(1)} s, ${cpuSeconds.toFixed(1)} s of processor time, ` +
      `${peakMb.toFixed(0)} MB in ${peakName}; ${pages} pages and ${files} files, ` +
      `${perSecond(pages)} and ${perSecond(files)} a second of processor time`,
  );
  for (const stage of stages)
    console.log(
      `  ${stage.name}: ${stage.seconds.toFixed(1)} s, ${stage.cpuSeconds.toFixed(1)} s of processor time`,
    );
};

console.log(
  `${notes} synthetic notes in ${inLanguages} languages; ${availableParallelism()} processors, load ${loadavg()
    .map((load) => load.toFixed(1))
    .join(' ')}`,
);
const { outDir, made } = await measureSite(
  resolve(root, '.cache/bench'),
  resolve(root, 'content'),
  notes,
  inLanguages,
  tell,
);

console.log('Files made of the content, with an empty cache:');
for (const { kind, count, seconds, bytes } of made)
  console.log(`  ${kind}: ${count} in ${seconds.toFixed(1)} s, ${(bytes / 1e6).toFixed(1)} MB`);

const weights = await pageWeights(outDir);
console.log(`${weights.length} pages; the heaviest (HTML, Brotli):`);
for (const { page, bytes } of weights.slice(0, 5)) console.log(`  ${(bytes / 1000).toFixed(1)} kB  ${page}`);

for (const { what, alone, together, processor, target } of await measureArtefacts(100))
  console.log(
    `${what}: ${together.toFixed(1)} ms each (at most ${target} ms wanted), ${processor.toFixed(1)} ms of processor time; ` +
      `${alone.toFixed(1)} ms for one alone`,
  );
