import { existsSync } from 'node:fs';
import { filesBelow } from '../../../src/lib/files-below.ts';
import { strangeness } from './checks/strange-files.ts';
import type { Problem } from './problem.ts';

/**
 * What lies in the folder that is copied into the site as it is, and is no file: a link there would publish whatever file of
 * this computer it leads to.
 * @param dir the folder `public`
 */
export const checkPublicFiles = (dir: string): Problem[] =>
  (existsSync(dir) ? filesBelow(dir).strange : []).map(({ path, kind }) => ({
    file: path,
    line: 1,
    column: 1,
    ...strangeness(kind, path.split('/').at(-1) ?? path),
  }));
