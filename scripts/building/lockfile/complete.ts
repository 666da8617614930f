import { platformFromName } from './platform.ts';

/** The part of `package-lock.json` (version 3) that is read and written here. */
export interface Lockfile {
  packages: Record<string, LockedPackage>;
}

export interface LockedPackage {
  version?: string;
  resolved?: string;
  dev?: boolean;
  devOptional?: boolean;
  optional?: boolean;
  os?: string[];
  cpu?: string[];
  libc?: string[];
  optionalDependencies?: Record<string, string>;
  [field: string]: unknown;
}

const exactVersion = /^\d+\.\d+\.\d+(?:[-+].+)?$/;

/**
 * Adds an entry for every optional platform package that the lock file misses.
 *
 * npm leaves out of the lock what it could not fetch while writing it. A registry that lacks another
 * system's binaries then makes a lock that `npm ci` refuses ("Missing: … from lock file") and that gives
 * users of that system nothing to run. See https://github.com/npm/cli/issues/4828.
 *
 * @param lockfile is not changed
 * @returns the completed lock, with sorted entries, and the paths that were added
 * @throws when a missing package's platform cannot be told from its name
 */
export function completeLockfile<T extends Lockfile>(lockfile: T): { lockfile: T; added: string[] } {
  const packages = structuredClone(lockfile.packages);
  const added: string[] = [];

  for (const [parentPath, parent] of Object.entries(lockfile.packages)) {
    for (const [name, range] of Object.entries(parent.optionalDependencies ?? {})) {
      // Platform packages are always pinned; a range (fsevents) is npm's to resolve.
      if (!exactVersion.test(range)) continue;
      const found = resolve(packages, parentPath, name);
      if (found !== undefined && packages[found]?.version === range) continue;

      const path = found === undefined ? `node_modules/${name}` : `${parentPath}/node_modules/${name}`;
      packages[path] = platformEntry(name, range, parent);
      added.push(path);
    }
  }
  const sorted = Object.fromEntries(Object.entries(packages).sort(([a], [b]) => a.localeCompare(b, 'en')));
  return { lockfile: { ...lockfile, packages: added.length === 0 ? packages : sorted }, added };
}

/** The lock's paths whose `resolved` names a registry: it would bind everybody to that one host. */
export function entriesBoundToRegistry(lockfile: Lockfile): string[] {
  return Object.entries(lockfile.packages)
    .filter(([, entry]) => /^https?:/.test(entry.resolved ?? ''))
    .map(([path]) => path);
}

/** Node's own look-up: from the parent's folder upwards, the first `node_modules` that holds the name. */
function resolve(packages: Lockfile['packages'], parentPath: string, name: string): string | undefined {
  let folder = parentPath;
  for (;;) {
    const candidate = folder === '' ? `node_modules/${name}` : `${folder}/node_modules/${name}`;
    if (candidate in packages) return candidate;
    if (folder === '') return undefined;
    folder = folder.slice(0, Math.max(0, folder.lastIndexOf('node_modules/') - 1));
  }
}

function platformEntry(name: string, version: string, parent: LockedPackage): LockedPackage {
  const platform = platformFromName(name);
  if (platform === undefined) {
    throw new Error(
      `${name}@${version} is missing from package-lock.json and its name does not say which system it is for: ` +
        'run `npm install` where the package can be fetched, then commit package-lock.json.',
    );
  }
  const { os, cpu, libc } = platform;
  return {
    version,
    cpu,
    ...(parent.dev === true ? { dev: true } : {}),
    ...(parent.devOptional === true ? { devOptional: true } : {}),
    ...(libc === undefined ? {} : { libc }),
    optional: true,
    ...(os === undefined ? {} : { os }),
  };
}
