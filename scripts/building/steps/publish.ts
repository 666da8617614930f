import { existsSync } from 'node:fs';
import { mkdir, rename, rm, rmdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { BuildSettings } from './settings.ts';

/**
 * Puts the finished site in the place of the last one. Both moves are renames on one file system;
 * if the second fails the last good site is put back.
 */
export async function publish({ outDir, stagingDir }: BuildSettings): Promise<void> {
  const previous = previousDir(stagingDir);
  await rm(previous, { recursive: true, force: true });
  await mkdir(dirname(outDir), { recursive: true });

  if (existsSync(outDir)) await rename(outDir, previous);
  try {
    await rename(stagingDir, outDir);
  } catch (error) {
    if (existsSync(previous)) await rename(previous, outDir);
    throw error;
  }
  await rm(previous, { recursive: true, force: true });
  await rmdir(dirname(stagingDir)).catch(() => undefined); // Another output's build may be in there.
}

/** Puts back the last good site if a build was killed between the two moves of `publish`. */
export async function recover({ outDir, stagingDir }: BuildSettings): Promise<void> {
  if (!existsSync(outDir) && existsSync(previousDir(stagingDir)))
    await rename(previousDir(stagingDir), outDir);
}

function previousDir(stagingDir: string): string {
  return `${stagingDir}.previous`;
}
