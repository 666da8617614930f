/**
 * `npm start`: from a fresh clone to the site in the browser.
 * Options: `npm start -- --port 8080 --host`.
 *
 * Plain JavaScript for Node 20: it runs before any package is there.
 */
import { resolve } from 'node:path';
import { ensureNpmPackages } from './building/setup/npm-packages.mjs';
import { runInTerminal } from './building/setup/run-in-terminal.mjs';

process.chdir(resolve(import.meta.dirname, '..'));
process.env['ASTRO_TELEMETRY_DISABLED'] ??= '1';

if (!ensureNpmPackages()) process.exit(1);

runInTerminal([resolve('scripts/start.ts'), ...process.argv.slice(2)]);
