import { rmdirSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';

/** Takes a folder away, which another process may be doing too, and the one around it if nothing else is in it. */
export const removeFolder = (folder: string): void => {
  try {
    rmSync(folder, { recursive: true, force: true, maxRetries: 2 });
    rmdirSync(dirname(folder));
  } catch {
    // What is left goes before the next build.
  }
};

if (import.meta.main) removeFolder(process.argv[2] as string);
