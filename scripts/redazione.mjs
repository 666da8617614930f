/**
 * `npm run redazione`: the form for editors, on their own files, without an account.
 *
 * Plain JavaScript for Node 20: it runs before any package is there.
 */
import { resolve } from 'node:path';
import { ensureNpmPackages } from './building/setup/npm-packages.mjs';
import { runInTerminal } from './building/setup/run-in-terminal.mjs';

process.chdir(resolve(import.meta.dirname, '..'));
process.env['ASTRO_TELEMETRY_DISABLED'] ??= '1';

if (!ensureNpmPackages()) process.exit(1);

runInTerminal([resolve('scripts/redazione.ts'), ...process.argv.slice(2)]);
