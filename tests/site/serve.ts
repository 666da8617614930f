import type { Browser } from 'playwright-core';
import { launchBrowser as launch } from '../../scripts/building/tests/browser.ts';
import { serveSite } from '../../scripts/building/server/serve-site.ts';

/** Serves a folder on a free port of this machine, as a plain static host would. */
export const serveFolder = (folder: string): ReturnType<typeof serveSite> => serveSite(folder);

let kept: Promise<Browser> | undefined;

/** The browser of this worker, for one test file after another; a new one where it fell. It goes with the worker's process. */
export const keptBrowser = async (): Promise<Browser> => {
  if (!(await kept)?.isConnected()) kept = launch();
  return kept as Promise<Browser>;
};

/** Closes all that a test file opened in the worker's browser. */
export const leaveBrowser = async (browser: Browser): Promise<void> => {
  await Promise.all(browser.contexts().map((context) => context.close()));
};
