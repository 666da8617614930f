import { rm } from 'node:fs/promises';
import { build } from 'astro';
import type { BuildStep } from './step.ts';

/** Astro's build, into the staging folder. */
export const renderPages: BuildStep = {
  name: 'pagine',
  run: async ({ root, stagingDir, astroCacheDir }) => {
    await rm(stagingDir, { recursive: true, force: true });
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
  },
};
