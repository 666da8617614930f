import { createHash } from 'node:crypto';
import { lstatSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { addFiles } from '../../../src/lib/files-digest.ts';
import { filesBelow, markName } from './made-files.ts';
import type { BuildSettings } from './settings.ts';

/** Everything of the project that a build reads; its content lies elsewhere, perhaps. */
const project = [
  ...['src/**/*', 'scripts/**/*', 'public/**/*', 'astro.config.mjs', 'tsconfig.json', 'package.json'],
  ...['package-lock.json', 'node_modules/.package-lock.json'],
];

const environment = /^(?:SITE_|NODE_ENV$|TZ$|LANG$|LC_)/;

/**
 * A digest of everything that a site is built from: code, packages, content, settings, instant.
 * @param env the environment, as the build hands it on
 */
export const inputsOf = (settings: BuildSettings, env: NodeJS.ProcessEnv): string => {
  const hash = createHash('sha256');
  addFiles(hash, settings.root, project);
  // Hidden files too: a strange one is a mistake that the check tells of.
  addFiles(hash, settings.contentDir, ['**/*', '**/.*']);
  const told = Object.entries(env)
    .filter(([name]) => environment.test(name))
    .sort();
  return hash.update(JSON.stringify([process.versions, settings.now, told])).digest('hex');
};

/**
 * What every file of a site looks like to the system: whoever writes into one or puts another in its place changes it. Not the
 * time of its last change of names: a file of the last site that is in this one too loses a name when that one goes.
 */
const stateOf = (outDir: string): string => {
  const hash = createHash('sha256');
  for (const file of [...filesBelow(outDir), markName]) {
    const { ino, size, mtimeNs } = lstatSync(join(outDir, file), { bigint: true });
    hash.update(JSON.stringify([file, ...[ino, size, mtimeNs].map(String)]));
  }
  return hash.digest('hex');
};

/** One for each pair of content and output, as Astro's own cache is. */
const recordOf = ({ cacheDir, astroCacheDir }: BuildSettings): string =>
  join(cacheDir, 'finished', basename(astroCacheDir));

/** Whether the site that is out was built from the same, and is as it was left. */
export const isFinished = (settings: BuildSettings, inputs: string): boolean => {
  try {
    return readFileSync(recordOf(settings), 'utf8') === `${inputs} ${stateOf(settings.outDir)}`;
  } catch {
    return false;
  }
};

/** Writes down what the site that is out was built from. */
export const writeFinished = (settings: BuildSettings, inputs: string): void => {
  mkdirSync(dirname(recordOf(settings)), { recursive: true });
  writeFileSync(recordOf(settings), `${inputs} ${stateOf(settings.outDir)}`);
};

/** A build that begins answers for nothing until it has ended. */
export const forgetFinished = (settings: BuildSettings): void => rmSync(recordOf(settings), { force: true });
