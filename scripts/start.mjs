/**
 * `npm start`: from a fresh clone to the site in the browser.
 * Options go to the preview: `npm start -- --port 8080 --host`.
 *
 * Plain JavaScript for Node 20: it runs before any package is there.
 */
import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import { ensureNpmPackages } from './building/setup/npm-packages.mjs';
import { runInTerminal } from './building/setup/run-in-terminal.mjs';

process.chdir(resolve(import.meta.dirname, '..'));
process.env['ASTRO_TELEMETRY_DISABLED'] ??= '1';

if (!ensureNpmPackages()) process.exit(1);

const build = spawnSync('npm', ['run', '--silent', 'build'], { stdio: 'inherit' });
if (build.status !== 0) process.exit(build.status ?? 1);

const outDir = process.env['SITE_OUT_DIR'];
runInTerminal(
  [
    ...[resolve('node_modules/astro/bin/astro.mjs'), 'preview'],
    // Another preview may be running: this one takes the next free port and stays in this terminal.
    '--ignore-lock',
    ...(outDir === undefined ? [] : ['--outDir', outDir]),
    ...process.argv.slice(2),
  ],
  // Astro answers some terminals in JSON, unless this is set: the address is for people to read.
  { ...process.env, ASTRO_PREVIEW_BACKGROUND: '1' },
);
