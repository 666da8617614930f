import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { Lockfile } from './complete.ts';

/** Asks a registry for the digest of a package: nothing when the registry does not have that version. */
export type AskIntegrity = (name: string, version: string) => Promise<string | undefined>;

const digest = /^sha(?:256|384|512)-[A-Za-z0-9+/]+=*$/;

/** Asks the registry that npm is set to. */
export const askNpm: AskIntegrity = async (name, version) => {
  try {
    const { stdout } = await promisify(execFile)('npm', [
      ...['view', `${name}@${version}`, 'dist.integrity', '--json'],
    ]);
    const answer: unknown = stdout.trim() === '' ? undefined : JSON.parse(stdout);
    return typeof answer === 'string' && digest.test(answer) ? answer : undefined;
  } catch (error) {
    // npm ends so over a version that is not there; over a registry that does not answer the command stops.
    if (/E404|ETARGET/.test(String((error as { stdout?: string }).stdout))) return undefined;
    throw error;
  }
};

/** The package at a path of the lock. */
const packageAt = (lockfile: Lockfile, path: string): { name: string; version: string } => ({
  name: path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length),
  version: lockfile.packages[path]?.version ?? '',
});

/** The packages at these paths of the lock, each once: `name@version`, sorted. */
export const packageIds = (lockfile: Lockfile, paths: readonly string[]): string[] =>
  [
    ...new Set(
      paths.map((path) => {
        const { name, version } = packageAt(lockfile, path);
        return `${name}@${version}`;
      }),
    ),
  ].sort();

/** The lock's paths that name no digest: npm would install whatever a registry sends for them. */
export const entriesWithoutIntegrity = ({ packages }: Lockfile): string[] =>
  Object.entries(packages)
    .filter(([path, { integrity, link }]) => path !== '' && integrity === undefined && link !== true)
    .map(([path]) => path);

/**
 * Writes the digest of every entry that lacks it, as far as the registry knows it.
 *
 * @param lockfile is not changed
 * @returns the lock, and the paths that still lack a digest
 */
export const withIntegrity = async <T extends Lockfile>(
  lockfile: T,
  ask: AskIntegrity,
): Promise<{ lockfile: T; written: string[]; left: string[] }> => {
  const packages = structuredClone(lockfile.packages);
  const written: string[] = [];
  const left: string[] = [];
  const askFor = async (path: string): Promise<void> => {
    const { name, version } = packageAt(lockfile, path);
    const integrity = await ask(name, version);
    if (integrity === undefined) {
      left.push(path);
      return;
    }
    const { version: own, ...rest } = packages[path] ?? {};
    packages[path] = { ...(own === undefined ? {} : { version: own }), integrity, ...rest };
    written.push(path);
  };
  const waiting = entriesWithoutIntegrity(lockfile);
  // Four at a time: npm is a process each.
  const turns = Array.from({ length: 4 }, async () => {
    for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) await askFor(path);
  });
  await Promise.all(turns);
  return { lockfile: { ...lockfile, packages }, written: written.sort(), left: left.sort() };
};
