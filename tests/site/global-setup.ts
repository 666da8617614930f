import { rmSync } from 'node:fs';
import { sharedSiteMark } from './shared-site/index.ts';

/** A run of the tests builds its own shared site. */
export const setup = (): void => rmSync(sharedSiteMark, { force: true });
