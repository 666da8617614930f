import { createRequire } from 'node:module';
import { resolve } from 'node:path';

/**
 * A file of a package, as an absolute path: `leaflet/LICENSE`. It is looked for from the project's folder and not from
 * the file that asks, which lies somewhere else once Astro has bundled it; and by Node's own rules, so that it is found
 * wherever the package manager has put the package.
 * @throws Error when the package or the file is not there
 */
export const packageFile = (path: string): string => createRequire(resolve('package.json')).resolve(path);
