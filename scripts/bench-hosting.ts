/**
 * `npm run bench:hosting`: how many requests a second nginx answers with the site's settings, and how many bare nginx answers
 * for the same file, each with 64 connections for 10 seconds in all (`wrk`, from Debian). Serves dist/, which must be built.
 */
import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import { runNginx, type RunningNginx } from './building/hosting/run-nginx.ts';

const site = resolve(process.env['SITE_OUT_DIR'] ?? 'dist');

const ROUNDS = 10;
const SECONDS = 1;

/** Requests a second in one round, and what wrk says of errors. */
const round = ({ origin }: RunningNginx, encoding: string): { rate: number; errors: string[] } => {
  const args = [
    '-t2',
    '-c64',
    `-d${SECONDS}s`,
    '-H',
    `Accept-Encoding: ${encoding}`,
    `${origin}/citta/palermo/`,
  ];
  const { stdout, error } = spawnSync('wrk', args, { encoding: 'utf8' });
  if (error) throw new Error('wrk is not there: apt-get install wrk', { cause: error });
  return {
    rate: Number(/Requests\/sec:\s*([\d.]+)/.exec(stdout)?.[1]),
    errors: stdout.split('\n').filter((line) => /Socket errors|Non-2xx/.test(line)),
  };
};

const own = `include ${resolve('deploy/nginx.conf')};`;
// The same file and bytes, without a header, a language or a redirect.
const bare = 'types { text/html html; } index index.html; gzip_static on; brotli_static on;';

const servers = [await runNginx(site, bare), await runNginx(site, own)] as const;
for (const encoding of ['identity', 'br']) {
  // By turns, so that whatever else the machine does slows down both.
  const rounds = Array.from({ length: ROUNDS }, () => servers.map((server) => round(server, encoding)));
  const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[ROUNDS / 2] ?? 0;
  const [without = 0, withSettings = 0] = servers.map((_, index) =>
    median(rounds.map((pair) => pair[index]?.rate ?? 0)),
  );
  const share = median(rounds.map(([one, other]) => (other?.rate ?? 0) / (one?.rate ?? 0)));
  console.log(
    `${encoding}: ${withSettings.toFixed(0)} requests/s, bare nginx ${without.toFixed(0)}; ` +
      `of two rounds side by side ${share.toFixed(2)} (at least 0.90 wanted)`,
  );
  for (const error of rounds.flat().flatMap(({ errors }) => errors)) console.log(`  ${error.trim()}`);
}
await Promise.all(servers.map(({ stop }) => stop()));
