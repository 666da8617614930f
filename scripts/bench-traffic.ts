/**
 * `npm run bench:traffic`: what a visit of each type of page costs in bytes, for a browser that comes first and one that comes
 * back, and what 10 million visits a month make of that. Serves dist/, which must be built, with Debian's nginx.
 */
import { resolve } from 'node:path';
import { measureVisits } from './building/bench/measure-visits.ts';
import { pageTypes } from './building/bench/page-types.ts';

const VISITS_A_MONTH = 10_000_000;
const SECONDS_A_MONTH = 30 * 24 * 60 * 60;

const visits = await measureVisits(resolve(process.env['SITE_OUT_DIR'] ?? 'dist'), pageTypes);
const kilobytes = (bytes: number): string => (bytes / 1000).toFixed(1);
const gigabytes = (bytes: number): string => ((bytes * VISITS_A_MONTH) / 1e9).toFixed(0);

console.log('| page | requests | first visit, kB | again, kB | 10 million first visits, GB |');
console.log('| --- | --: | --: | --: | --: |');
for (const { path, first, again, requests } of visits)
  console.log(`| ${path} | ${requests} | ${kilobytes(first)} | ${kilobytes(again)} | ${gigabytes(first)} |`);

const mean = (pick: (visit: (typeof visits)[number]) => number): number =>
  visits.reduce((sum, visit) => sum + pick(visit), 0) / visits.length;
console.log(
  `| all, each as often | ${mean(({ requests }) => requests).toFixed(1)} | ${kilobytes(mean(({ first }) => first))} | ` +
    `${kilobytes(mean(({ again }) => again))} | ${gigabytes(mean(({ first }) => first))} |`,
);
const perSecond = (mean(({ requests }) => requests) * VISITS_A_MONTH) / SECONDS_A_MONTH;
const megabits = (mean(({ first }) => first) * 8 * VISITS_A_MONTH) / SECONDS_A_MONTH / 1e6;
console.log(`on average ${perSecond.toFixed(0)} requests and ${megabits.toFixed(1)} Mbit a second`);
