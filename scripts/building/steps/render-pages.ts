import { rm } from 'node:fs/promises';
import { build } from 'astro';
import { isSealed, sealFolder } from '../../../src/lib/sealed-folder.ts';
import type { BuildStep } from './step.ts';

/**
 * Astro's build, into the staging folder. Its store of content is believed only as the last whole build left it: pages would
 * be made of whatever a damaged one says.
 */
export const renderPages: BuildStep = {
  name: 'pagine',
  run: async ({ root, stagingDir, astroCacheDir }) => {
    await rm(stagingDir, { recursive: true, force: true });
    if (!isSealed(astroCacheDir)) await rm(astroCacheDir, { recursive: true, force: true });
    await build({
      root,
      outDir: stagingDir,
      cacheDir: astroCacheDir,
      logLevel: 'warn',
      vite: {
        build: {
          rolldownOptions: {
            onLog: (level, log, handle) => {
              // Said of every MDX file: the directive is Astro's own, and Astro has read it by then.
              if (log.code !== 'MODULE_LEVEL_DIRECTIVE') handle(level, log);
            },
          },
        },
      },
    });
    sealFolder(astroCacheDir);
  },
};
