import { spawn } from 'node:child_process';
import { join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '../../..');

/**
 * Builds the site with its style guide (`/stile/`) in a folder of the cache, never in the one that is published.
 * @returns the folder of the built site
 * @throws Error with the words of the build when it ends badly
 */
export const styleGuideSite = async (): Promise<string> => {
  const dir = join(root, '.cache/style-guide');
  const build = spawn(process.execPath, ['scripts/build.ts'], {
    cwd: root,
    env: {
      ...process.env,
      NODE_ENV: 'production',
      SITE_COMPRESS: 'no',
      SITE_OUT_DIR: dir,
      SITE_STYLE_GUIDE: '1',
    },
  });
  let said = '';
  for (const stream of [build.stdout, build.stderr])
    stream.on('data', (chunk: Buffer) => {
      said += chunk.toString();
    });
  const status = await new Promise<number | null>((ended) => build.on('close', ended));
  if (status !== 0) throw new Error(said);
  return dir;
};
