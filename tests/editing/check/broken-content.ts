import { cpSync, globSync, mkdtempSync, readdirSync, renameSync, rmSync, truncateSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const fixtures = join(import.meta.dirname, '../../fixtures');
const base = join(fixtures, 'content-base');
const broken = join(fixtures, 'content-broken');

/** The names of all broken contents; each name is the mistake. */
export const brokenNames = (): string[] => readdirSync(broken).sort();

/** The file with the words that a mistake is told in. */
export const expectedFile = (name: string): string => join(broken, name, 'expected.txt');

/** A small sound content in a folder of its own. */
export const soundContent = (): string => {
  const root = mkdtempSync(join(tmpdir(), 'content-'));
  cpSync(base, root, { recursive: true });
  return root;
};

/**
 * A small content with one mistake: the sound one with the files of the mistake laid over it.
 * `name.deleted` takes a file away; `name.padded-to-N` makes it N bytes large with zeros at its end.
 */
export const brokenContent = (name: string): string => {
  const root = soundContent();
  cpSync(join(broken, name), root, { recursive: true });
  rmSync(join(root, 'expected.txt'), { force: true });
  for (const path of globSync('**/*.{deleted,padded-to-*}', { cwd: root })) {
    const [, file = '', size] = /^(.*)\.(?:deleted|padded-to-(\d+))$/.exec(path) ?? [];
    if (size === undefined) {
      rmSync(join(root, path));
      rmSync(join(root, file));
    } else {
      renameSync(join(root, path), join(root, file));
      truncateSync(join(root, file), Number(size));
    }
  }
  return root;
};
