import { resolve } from 'node:path';

/**
 * The folder that holds all words and data, as an absolute path. `SITE_CONTENT_DIR` names another one, so that
 * a whole site can be built from a fixture.
 */
export const contentDir = (): string => resolve(process.env['SITE_CONTENT_DIR'] ?? 'content');
