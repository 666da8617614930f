import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

/**
 * Runs one build at a time in a checkout. Astro writes the list of content modules into `.astro/`, whatever
 * the output folder is: two builds with different contents would read each other's.
 *
 * @param root the checkout
 * @param onWait called once if another build is running
 */
export async function inTurn<T>(root: string, onWait: () => void, work: () => Promise<T>): Promise<T> {
  const lock = join(root, '.astro', 'build.lock');
  await mkdir(join(root, '.astro'), { recursive: true });
  for (let waited = false; !(await take(lock)); waited = true) {
    if (!waited) onWait();
    await wait(200);
  }
  try {
    return await work();
  } finally {
    await rm(lock, { force: true });
  }
}

async function take(lock: string): Promise<boolean> {
  try {
    await writeFile(lock, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  // A build that was killed leaves its lock behind.
  const owner = Number(await readFile(lock, 'utf8').catch(() => ''));
  if (owner > 0 && !isRunning(owner)) await rm(lock, { force: true });
  return false;
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
