import { spawn } from 'node:child_process';
import { constants, existsSync, readdirSync, renameSync, rmdirSync, rmSync } from 'node:fs';
import { access, cp, mkdir, readdir, rename, rm, rmdir, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { exchangeNames } from './exchange-names.ts';
import { filesBelow, markSite, refuseStrangers } from './made-files.ts';
import { removeFolder } from './remove-folder.ts';
import type { BuildSettings } from './settings.ts';

type Places = Pick<BuildSettings, 'root' | 'outDir' | 'stagingDir'>;

/**
 * Puts the finished site in the place of the last one: the two folders exchange their names, so that whoever asks for a file
 * finds it in one of them. Where a system cannot do that, the last one is renamed first, and `recover` mends a stop between
 * the two. A mount point cannot be renamed at all: the files in it are.
 * @param clear throws away what is left, the last site among it
 * @throws BuildStopped when the folder holds what the build has not made
 */
export async function publish(places: Places, clear: (places: Places) => void = discard): Promise<void> {
  const { outDir, stagingDir } = places;
  refuseStrangers(outDir, isOwnFolder(places));
  markSite(stagingDir);
  if (isInside(places)) await fill(places);
  else if (!existsSync(outDir)) await rename(stagingDir, outDir);
  else if (!exchangeNames(stagingDir, outDir)) await renameBoth(places);
  clear(places);
}

/** Puts back the last good site if a build was killed between two renames, and throws away what it left. */
export async function recover(places: Places): Promise<void> {
  const { outDir, stagingDir } = places;
  if (!existsSync(outDir) && existsSync(previousDir(stagingDir)))
    await rename(previousDir(stagingDir), outDir);
  refuseStrangers(outDir, isOwnFolder(places));
  discardLeft(stagingDir);
  discard(places);
  await askToWrite(stagingDir);
  await mkdir(stagingDir, { recursive: true });
}

/** Asks before anything is made; `mkdir` of several folders at once calls a disk that cannot be written "not found". */
async function askToWrite(folder: string): Promise<void> {
  let there = folder;
  while (!existsSync(there)) there = dirname(there);
  await access(there, constants.W_OK);
}

/** Throws away what is not the site that is out. At one go: pages that are still being written must not come after it. */
export function discard({ stagingDir, outDir }: Places): void {
  rmSync(stagingDir, { recursive: true, force: true });
  if (existsSync(outDir)) rmSync(previousDir(stagingDir), { recursive: true, force: true });
  try {
    rmdirSync(dirname(stagingDir));
  } catch {
    // Another output's build may be in there, or nothing at all.
  }
}

/**
 * Throws away the last site when the new one is out, in a process that nobody waits for: ten thousand files leave a disk
 * more slowly than a note is corrected. What it leaves if it is killed goes before the next build.
 */
export function discardLater(places: Places): void {
  const { stagingDir, outDir } = places;
  const old = existsSync(stagingDir) ? stagingDir : previousDir(stagingDir);
  if (!existsSync(outDir) || !existsSync(old)) return discard(places);
  const left = `${stagingDir}${LEFT}${process.pid}`;
  renameSync(old, left);
  discard(places);
  spawn(process.execPath, [join(import.meta.dirname, 'remove-folder.ts'), left], {
    detached: true,
    stdio: 'ignore',
  }).unref();
}

const LEFT = '.left-';

/** What a process could not throw away. */
const discardLeft = (stagingDir: string): void => {
  const folder = dirname(stagingDir);
  for (const name of existsSync(folder) ? readdirSync(folder) : [])
    if (name.startsWith(basename(stagingDir) + LEFT)) removeFolder(join(folder, name));
};

const isOwnFolder = ({ root, outDir }: Places): boolean => outDir === join(root, 'dist');
const isInside = ({ outDir, stagingDir }: Places): boolean => stagingDir.startsWith(`${outDir}/`);
const previousDir = (stagingDir: string): string => `${stagingDir}.previous`;

async function renameBoth(places: Places): Promise<void> {
  const { outDir, stagingDir } = places;
  const previous = previousDir(stagingDir);
  await rm(previous, { recursive: true, force: true });
  try {
    await rename(outDir, previous);
  } catch (error) {
    // A mount point of the same disk looks like any folder until one renames it.
    if (!['EBUSY', 'EXDEV'].includes((error as NodeJS.ErrnoException).code ?? '')) throw error;
    return fill(places);
  }
  try {
    await rename(stagingDir, outDir);
  } catch (error) {
    await rename(previous, outDir);
    throw error;
  }
}

/** Puts the new files one by one in the place of the old ones, each by a rename: what pages need first, the pages last. */
async function fill({ outDir, stagingDir }: Places): Promise<void> {
  const incoming = join(outDir, '.build', 'incoming');
  if (stagingDir !== incoming) {
    await rm(incoming, { recursive: true, force: true });
    await mkdir(dirname(incoming), { recursive: true });
    try {
      await move(stagingDir, incoming);
    } catch (error) {
      await rm(join(outDir, '.build'), { recursive: true, force: true });
      throw error;
    }
  }
  const [before, now] = [filesBelow(outDir), filesBelow(incoming)];
  const kept = new Set(now);
  // A build that is killed meanwhile leaves files of both sites, and all of them are ours.
  markSite(incoming, [...new Set([...before, ...now])].sort(), outDir);
  const isPage = (file: string): boolean => /\.html(?:\.br|\.gz)?$/.test(file);
  for (const file of now.toSorted((a, b) => Number(isPage(a)) - Number(isPage(b)))) {
    const place = join(outDir, file);
    await mkdir(dirname(place), { recursive: true });
    if ((await stat(place).catch(() => undefined))?.isDirectory()) await rm(place, { recursive: true });
    await rename(join(incoming, file), place);
  }
  for (const file of before.filter((name) => !kept.has(name))) await rm(join(outDir, file), { force: true });
  await removeEmptyFolders(outDir);
  markSite(outDir, now);
  await rm(join(outDir, '.build'), { recursive: true, force: true });
}

const move = async (from: string, to: string): Promise<void> => {
  try {
    await rename(from, to);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EXDEV') throw error;
    await cp(from, to, { recursive: true });
  }
};

const removeEmptyFolders = async (folder: string): Promise<void> => {
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    if (!entry.isDirectory() || entry.name === '.build') continue;
    await removeEmptyFolders(join(folder, entry.name));
    await rmdir(join(folder, entry.name)).catch(() => undefined);
  }
};
