import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest';

/** A folder of its own for every test of a file; gone after it. */
export const ownFolder = (): {
  /** The place of a path in it. */
  at: (...path: string[]) => string;
  /** Writes a text into it. */
  write: (path: string, text: string) => void;
} => {
  let folder = '';
  const at = (...path: string[]): string => join(folder, ...path);
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'lgnet-test-'));
  });
  afterEach(() => {
    rmSync(folder, { recursive: true });
  });
  return {
    at,
    write: (path, text) => {
      mkdirSync(dirname(at(path)), { recursive: true });
      writeFileSync(at(path), text);
    },
  };
};

/** A cache of its own for all tests of a file (src/artefacts/cache.ts); gone after them. */
export const ownCache = (): { readonly folder: string } => {
  let folder = '';
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'lgnet-cache-'));
    process.env['SITE_CACHE_DIR'] = folder;
  });
  afterAll(() => {
    delete process.env['SITE_CACHE_DIR'];
    rmSync(folder, { recursive: true, force: true });
  });
  return {
    get folder() {
      return folder;
    },
  };
};
