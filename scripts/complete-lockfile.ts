/**
 * Completes package-lock.json with the platform packages that npm left out of it.
 * Run it after every `npm install` that changes the lock; `--check` only says whether it is needed.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { completeLockfile, entriesBoundToRegistry, type Lockfile } from './building/lockfile/complete.ts';

const path = new URL('../package-lock.json', import.meta.url);
const onlyCheck = process.argv.includes('--check');

const current = JSON.parse(await readFile(path, 'utf8')) as Lockfile;
const { lockfile, added } = completeLockfile(current);
const bound = entriesBoundToRegistry(lockfile);

if (bound.length > 0) {
  console.error(`package-lock.json names a registry for ${bound.join(', ')}.`);
  console.error('Fix: rm package-lock.json && npm install && npm run lockfile:complete');
  process.exitCode = 1;
} else if (added.length === 0) {
  console.log('package-lock.json is complete.');
} else if (onlyCheck) {
  console.error(`package-lock.json misses ${added.length} platform packages:\n  ${added.join('\n  ')}`);
  console.error('Fix: npm run lockfile:complete');
  process.exitCode = 1;
} else {
  await writeFile(path, `${JSON.stringify(lockfile, null, 2)}\n`);
  console.log(`Added to package-lock.json:\n  ${added.join('\n  ')}`);
}
