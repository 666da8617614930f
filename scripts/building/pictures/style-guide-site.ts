import { join, resolve } from 'node:path';
import { buildSiteInto } from '../tests/build-site-into.ts';

const root = resolve(import.meta.dirname, '../../..');

/**
 * Builds the site with its style guide (`/stile/`) in a folder of the cache, never in the one that is published.
 * @returns the folder of the built site
 * @throws Error with the words of the build when it ends badly
 */
export const styleGuideSite = async (): Promise<string> => {
  const dir = join(root, '.cache/style-guide');
  const { status, said } = await buildSiteInto(dir, { SITE_STYLE_GUIDE: '1' });
  if (status !== 0) throw new Error(said);
  return dir;
};
