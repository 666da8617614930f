import type { Browser } from 'playwright-core';
import { afterAll } from 'vitest';
import { keptBrowser, leaveBrowser, serve } from './built-site.ts';

/**
 * A browser and the built site on a port of its own, for a whole test file; both are gone with its last test.
 * Called at the top of the file, where it can be waited for.
 */
export const browserAtSite = async (): Promise<{
  browser: Browser;
  site: Awaited<ReturnType<typeof serve>>;
}> => {
  const [browser, site] = await Promise.all([keptBrowser(), serve()]);
  afterAll(async () => {
    await leaveBrowser(browser);
    site.close();
  });
  return { browser, site };
};
