/**
 * Completes package-lock.json with the platform packages that npm left out of it, and with the digests of what it
 * installs. Run it after every `npm install` that changes the lock; `--check` only says whether it is needed, and asks
 * nobody.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { completeLockfile, entriesBoundToRegistry, type Lockfile } from './building/lockfile/complete.ts';
import { askNpm, entriesWithoutIntegrity, packageIds, withIntegrity } from './building/lockfile/integrity.ts';

const path = new URL('../package-lock.json', import.meta.url);
/** Packages whose digest no registry could tell when they were added: the check lets these pass, and no others. */
const withoutPath = new URL('building/lockfile/without-integrity.json', import.meta.url);
const onlyCheck = process.argv.includes('--check');

const read = async (file: URL): Promise<unknown> => JSON.parse(await readFile(file, 'utf8'));
const current = (await read(path)) as Lockfile;
const { lockfile, added } = completeLockfile(current);

const wrong: string[] = [];
const fail = (what: string, lines: readonly string[], fix: string): void => {
  if (lines.length > 0) wrong.push(`${what}:\n  ${lines.join('\n  ')}\nFix: ${fix}`);
};
fail(
  'package-lock.json names a registry for these packages',
  entriesBoundToRegistry(lockfile),
  'rm package-lock.json && npm install && npm run lockfile:complete',
);

if (onlyCheck) {
  const known = (await read(withoutPath)) as string[];
  const without = packageIds(current, entriesWithoutIntegrity(current));
  const fix = 'npm run lockfile:complete';
  fail('package-lock.json misses these platform packages', added, fix);
  fail(
    'package-lock.json has no digest of these packages',
    without.filter((id) => !known.includes(id)),
    fix,
  );
  fail(
    'These packages have their digest, or are gone, and are still listed as being without',
    known.filter((id) => !without.includes(id)),
    fix,
  );
  if (wrong.length === 0)
    console.log(
      `package-lock.json is complete${known.length > 0 ? `; ${known.length} packages of other systems wait for their digest` : ''}.`,
    );
} else if (wrong.length === 0) {
  const complete = await withIntegrity(lockfile, askNpm);
  await writeFile(path, `${JSON.stringify(complete.lockfile, null, 2)}\n`);
  const left = packageIds(lockfile, complete.left);
  await writeFile(withoutPath, `${JSON.stringify(left, null, 2)}\n`);
  if (added.length > 0) console.log(`Added to package-lock.json:\n  ${added.join('\n  ')}`);
  if (complete.written.length > 0) console.log(`Digests written: ${complete.written.length}.`);
  if (left.length > 0) console.log(`This registry has no digest of:\n  ${left.join('\n  ')}`);
  if (added.length + complete.written.length + left.length === 0)
    console.log('package-lock.json is complete.');
}
for (const message of wrong) console.error(message);
if (wrong.length > 0) process.exitCode = 1;
