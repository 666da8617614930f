/**
 * `npm run redazione`: the form for editors, on their own files, without an account.
 *
 * Plain JavaScript for Node 20: it runs before any package is there.
 */
import { spawn } from 'node:child_process';
import { resolve } from 'node:path';
import { ensureNpmPackages } from './lib/setup/npm-packages.mjs';

process.chdir(resolve(import.meta.dirname, '..'));
process.env['ASTRO_TELEMETRY_DISABLED'] ??= '1';

if (!ensureNpmPackages()) process.exit(1);

const server = spawn(
  resolve('node_modules/.bin/node'),
  [resolve('scripts/redazione.ts'), ...process.argv.slice(2)],
  { stdio: 'inherit' },
);

const stop = () => server.kill();
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, stop);
// npm passes a signal on to its shell only, which dies without telling anybody: notice its death.
const { ppid } = process;
setInterval(() => process.ppid !== ppid && stop(), 500).unref();

server.on('exit', (code) => process.exit(code ?? 0));
