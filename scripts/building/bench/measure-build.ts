import { fork } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';

export interface BuildMeasure {
  seconds: number;
  /** Peak resident memory of the process, in MB. */
  memoryMb: number;
}

const script = resolve(import.meta.dirname, '../../build.ts');
const reporter = resolve(import.meta.dirname, 'report-memory.ts');

/**
 * Builds the site once in a process of its own.
 *
 * @param env the build's settings (`SITE_OUT_DIR` and the like)
 * @throws when the build fails
 */
export async function measureBuild(env: Record<string, string>): Promise<BuildMeasure> {
  const start = performance.now();
  const child = fork(script, [], {
    env: { ...process.env, ...env },
    execArgv: ['--import', reporter],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  let peakMemoryKb = 0;
  child.on('message', (message: { peakMemoryKb: number }) => (peakMemoryKb = message.peakMemoryKb));
  const [code] = (await once(child, 'close')) as [number | null];
  if (code !== 0) throw new Error(`The build failed (exit code ${code}).`);
  return { seconds: (performance.now() - start) / 1000, memoryMb: peakMemoryKb / 1024 };
}
