import { spawn } from 'node:child_process';
import { resolve } from 'node:path';

const root = resolve(import.meta.dirname, '../../..');

/** How a build ended. */
export interface BuildEnd {
  status: number | null;
  /** All that the build said. */
  said: string;
}

/**
 * Builds a site that is looked at and never published, with the project's own build, without compressed copies.
 * @param dir where it goes
 * @param env more settings for the build, for example `SITE_NOW`
 */
export const buildSiteInto = async (dir: string, env: Record<string, string>): Promise<BuildEnd> => {
  const build = spawn(process.execPath, ['scripts/build.ts'], {
    cwd: root,
    env: { ...process.env, NODE_ENV: 'production', SITE_COMPRESS: 'no', SITE_OUT_DIR: dir, ...env },
  });
  let said = '';
  for (const stream of [build.stdout, build.stderr])
    stream.on('data', (chunk: Buffer) => {
      said += chunk.toString();
    });
  const status = await new Promise<number | null>((ended) => build.on('close', ended));
  return { status, said };
};
