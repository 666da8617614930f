import type { BuildSettings } from './settings.ts';

/**
 * One step of the build. It reads and writes `settings.stagingDir`, never `settings.outDir`,
 * and throws to stop the build: the site that is out stays as it is.
 */
export interface BuildStep {
  /** Shown while it runs, in Italian. */
  name: string;
  run: (settings: BuildSettings) => void | Promise<void>;
}

/** A stop whose message says all that its reader needs: it is shown without a stack. */
export class BuildStopped extends Error {}
