/// <reference types="vitest/config" />
import { getViteConfig } from 'astro/config';

// Astro's own Vite settings, so that a test can import a component and render it.
export default getViteConfig({
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['tests/**/*.test.ts'],
          exclude: ['tests/site/**'],
          // Nothing here listens to a port or measures time.
          maxWorkers: '100%',
          // A busy machine is slow, and slow is not wrong: a test that hangs is still stopped.
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'site',
          include: ['tests/site/**/*.test.ts'],
          globalSetup: 'tests/site/global-setup.ts',
          maxWorkers: '100%',
          // The site's pages are read once for all files of a worker, and its browser is started once.
          isolate: false,
          // A browser on a busy machine: slow is not wrong.
          testTimeout: 60_000,
          hookTimeout: 240_000,
          expect: { poll: { timeout: 20_000 } },
          maxConcurrency: 2,
          retry: 1,
        },
      },
    ],
  },
});
