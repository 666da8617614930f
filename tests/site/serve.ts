import { serveSite } from '../../scripts/building/server/serve-site.ts';

export { launchBrowser } from '../../scripts/building/tests/browser.ts';

/** Serves a folder on a free port of this machine, as a plain static host would. */
export const serveFolder = (folder: string): ReturnType<typeof serveSite> => serveSite(folder);
