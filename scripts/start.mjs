/**
 * `npm start`: from a fresh clone to the site in the browser.
 * Options go to the preview: `npm start -- --port 8080 --host`.
 *
 * Plain JavaScript for Node 20: it runs before any package is there.
 */
import { spawn, spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import { ensureNpmPackages } from './lib/setup/npm-packages.mjs';

process.chdir(resolve(import.meta.dirname, '..'));
process.env['ASTRO_TELEMETRY_DISABLED'] ??= '1';

if (!ensureNpmPackages()) process.exit(1);

const build = spawnSync('npm', ['run', '--silent', 'build'], { stdio: 'inherit' });
if (build.status !== 0) process.exit(build.status ?? 1);

const outDir = process.env['SITE_OUT_DIR'];
const preview = spawn(
  resolve('node_modules/.bin/node'),
  [
    ...[resolve('node_modules/astro/bin/astro.mjs'), 'preview'],
    // Another preview may be running: this one takes the next free port and stays in this terminal.
    '--ignore-lock',
    ...(outDir === undefined ? [] : ['--outDir', outDir]),
    ...process.argv.slice(2),
  ],
  {
    stdio: 'inherit',
    // Astro answers some terminals in JSON, unless this is set: the address is for people to read.
    env: { ...process.env, ASTRO_PREVIEW_BACKGROUND: '1' },
  },
);

const stop = () => preview.kill();
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, stop);
// npm passes a signal on to its shell only, which dies without telling anybody: notice its death.
const { ppid } = process;
setInterval(() => process.ppid !== ppid && stop(), 500).unref();

preview.on('exit', (code) => process.exit(code ?? 0));
