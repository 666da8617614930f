import { execFileSync } from 'node:child_process';
import {
  cpSync,
  globSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
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
 * `name.deleted` takes a file away; `name.padded-to-N` makes it N bytes large with zeros at its end; `name.repeated-N` holds
 * its text N times, `name.as-link` is a link to the file it names, `name.as-pipe` a pipe that nobody writes into.
 */
export const brokenContent = (name: string): string => {
  const root = soundContent();
  cpSync(join(broken, name), root, { recursive: true });
  rmSync(join(root, 'expected.txt'), { force: true });
  for (const path of globSync('**/*.{deleted,padded-to-*,repeated-*,as-link,as-pipe}', { cwd: root })) {
    const [, file = '', way = '', size] =
      /^(.*)\.(deleted|padded-to|repeated|as-link|as-pipe)(?:-(\d+))?$/.exec(path) ?? [];
    make(join(root, path), join(root, file), way, Number(size));
  }
  return root;
};

const make = (marker: string, file: string, way: string, size: number): void => {
  const text = readFileSync(marker, 'latin1');
  rmSync(file, { force: true });
  renameSync(marker, file);
  if (way === 'padded-to') truncateSync(file, size);
  else if (way === 'repeated') writeFileSync(file, text.repeat(size), 'latin1');
  else rmSync(file);
  if (way === 'as-link') symlinkSync(text.trim(), file);
  if (way === 'as-pipe') execFileSync('mkfifo', [file]);
};
