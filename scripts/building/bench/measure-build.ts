import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { UsageWatch, type ProcessUsage } from './process-usage.ts';

/** What one stage of a build, or all of it, took. */
export interface StageMeasure {
  name: string;
  seconds: number;
  /** Seconds of processor time of all its processes. */
  cpuSeconds: number;
}

/** What a build took. */
export interface BuildMeasure extends ProcessUsage {
  seconds: number;
  /** In the order in which they ended. */
  stages: StageMeasure[];
}

const root = resolve(import.meta.dirname, '../../..');

/**
 * Runs a program that builds a site, in a process of its own.
 *
 * @param script path of the script, from the project's folder
 * @param env its settings (`SITE_OUT_DIR` and the like)
 * @throws when the build fails, with the last that it said
 */
export async function measureBuild(script: string, env: Record<string, string>): Promise<BuildMeasure> {
  const start = performance.now();
  const child = spawn(process.execPath, [script], {
    cwd: root,
    env: { ...process.env, NODE_ENV: 'production', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const watch = new UsageWatch(child.pid as number);
  const stages: StageMeasure[] = [];
  const said: string[] = [];
  let last = { at: start, cpuSeconds: 0 };
  for (const stream of [child.stdout, child.stderr])
    createInterface({ input: stream }).on('line', (line) => {
      said.push(line);
      const name = /^✓ (.+) \([\d.]+ s\)$/.exec(line)?.[1];
      if (name === undefined) return;
      watch.look();
      const now = { at: performance.now(), cpuSeconds: watch.usage().cpuSeconds };
      stages.push({
        name,
        seconds: (now.at - last.at) / 1000,
        cpuSeconds: now.cpuSeconds - last.cpuSeconds,
      });
      last = now;
    });
  const [code] = (await once(child, 'close')) as [number | null];
  watch.stop();
  if (code !== 0) throw new Error(`The build failed (exit code ${code}).\n${said.slice(-20).join('\n')}`);
  return { seconds: (performance.now() - start) / 1000, stages, ...watch.usage() };
}
