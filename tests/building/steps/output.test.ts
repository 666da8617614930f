import { execFileSync, spawn, spawnSync } from 'node:child_process';
import {
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { explained } from '../../../scripts/building/steps/faults.ts';
import { discard, publish, recover } from '../../../scripts/building/steps/publish.ts';
import { readBuildSettings, type BuildSettings } from '../../../scripts/building/steps/settings.ts';
import { BuildStopped } from '../../../scripts/building/steps/step.ts';
import { looksAtEverything } from '../../depth.ts';

const files = ['index.html', '404.html', 'citta/index.html', 'robots.txt'];

let root: string;
beforeEach(() => (root = mkdtempSync(join(tmpdir(), 'lgnet-output-'))));
afterEach(() => rmSync(root, { recursive: true, force: true }));

const settingsOf = (outDir?: string): BuildSettings =>
  readBuildSettings({ SITE_NOW: '2023-11-24', ...(outDir && { SITE_OUT_DIR: outDir }) }, root);

/** What a build does to its output. */
const buildSite = async (settings: BuildSettings, word: string): Promise<void> => {
  try {
    await recover(settings);
    for (const file of files) {
      mkdirSync(join(settings.stagingDir, file, '..'), { recursive: true });
      writeFileSync(join(settings.stagingDir, file), word);
    }
    await publish(settings);
  } catch (error) {
    discard(settings);
    throw explained(error, settings.outDir);
  }
};

/** The words of the site in a folder: one, when it is whole. */
const wordsIn = (dir: string): string[] => [
  ...new Set(files.map((file) => readFileSync(join(dir, file), 'utf8'))),
];

const publishing = (word: string, times: number): ReturnType<typeof spawn> =>
  spawn(process.execPath, [resolve(import.meta.dirname, 'publish-one.ts'), root, word, String(times)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });

describe('in place of the last site', () => {
  test('a hundred publications leave no moment without a site, and no mix of two', async () => {
    await buildSite(settingsOf(), 'first');
    const child = publishing('new', 100);
    const ended = new Promise((done) => child.once('close', done));
    let running = true;
    void ended.then(() => (running = false));
    let reads = 0;
    let gaps = 0;
    const mixes: string[][] = [];
    const read = (file: string): string | undefined => {
      try {
        return readFileSync(join(root, 'dist', file), 'utf8');
      } catch {
        gaps += 1;
        return undefined;
      }
    };
    while (running) {
      for (let each = 0; each < 50; each += 1) {
        const seen = [...files, 'index.html'].map(read);
        // Nothing was published between the first look and the last.
        if (seen[0] === seen.at(-1) && new Set(seen).size > 1) mixes.push(seen.map(String));
        reads += 1;
      }
      await wait(0);
    }
    expect({ gaps, mixes }).toEqual({ gaps: 0, mixes: [] });
    expect(reads).toBeGreaterThan(100);
    expect(wordsIn(join(root, 'dist'))).toEqual(['new-99']);
    expect(readdirSync(root)).toEqual(['dist']);
  });

  // Some moments each time, all of them once a day.
  const moments = Array.from({ length: 30 }, (_, kill) => kill).filter(
    (kill) => looksAtEverything || kill % 4 === 0,
  );

  test(`killed at ${moments.length} moments, the site is whole, and the next build leaves nothing behind`, async () => {
    await buildSite(settingsOf(), 'first');
    for (const kill of moments) {
      const child = publishing(`kill-${kill}`, 1000);
      const ended = new Promise((done) => child.once('close', done));
      await new Promise((begun) => child.stdout?.once('data', begun));
      await wait(kill * 1.7);
      child.kill('SIGKILL');
      await ended;
      expect(wordsIn(join(root, 'dist')), `kill ${kill}`).toHaveLength(1);
    }
    await buildSite(settingsOf(), 'last');
    expect(wordsIn(join(root, 'dist'))).toEqual(['last']);
    expect(readdirSync(root)).toEqual(['dist']);
  });
});

describe('the folder that SITE_OUT_DIR names', () => {
  const refused = async (outDir: string, said: string): Promise<void> => {
    const before = spawnSync('find', [root], { encoding: 'utf8' }).stdout;
    const attempt = (async () => buildSite(settingsOf(outDir), 'new'))();
    await expect(attempt).rejects.toThrow(BuildStopped);
    await expect(attempt).rejects.toThrow(said);
    expect(spawnSync('find', [root], { encoding: 'utf8' }).stdout).toBe(before);
  };

  test.each(['.git', 'scripts', 'tests/fixtures', '/tesi'])(
    'never loses what others made: %s',
    async (name) => {
      const dir = join(root, name);
      mkdirSync(dir, { recursive: true });
      writeFileSync(join(dir, 'mine.txt'), 'mine');
      await refused(dir, 'mine.txt');
    },
  );

  test('never loses what others put into the site', async () => {
    await buildSite(settingsOf(), 'first');
    mkdirSync(join(root, 'dist/.git'));
    writeFileSync(join(root, 'dist/.git/HEAD'), 'mine');
    await refused(join(root, 'dist'), '.git/HEAD');
    expect(wordsIn(join(root, 'dist'))).toEqual(['first']);
  });

  test('may lie anywhere, or be empty', async () => {
    const elsewhere = mkdtempSync(join(tmpdir(), 'lgnet-elsewhere-'));
    for (const outDir of [elsewhere, join(elsewhere, 'deep/down')]) {
      for (const word of ['first', 'second']) {
        await buildSite(settingsOf(outDir), word);
        expect(wordsIn(outDir)).toEqual([word]);
      }
      rmSync(outDir, { recursive: true });
    }
    rmSync(elsewhere, { recursive: true, force: true });
  });

  test('may be a link, which stays one', async () => {
    mkdirSync(join(root, 'disk'));
    symlinkSync('disk', join(root, 'dist'));
    for (const word of ['first', 'second']) await buildSite(settingsOf(), word);
    expect(lstatSync(join(root, 'dist')).isSymbolicLink()).toBe(true);
    expect(wordsIn(join(root, 'disk'))).toEqual(['second']);
    expect(readdirSync(root).sort()).toEqual(['disk', 'dist']);
  });

  test('cannot be a file, a link to a file or to nowhere', async () => {
    writeFileSync(join(root, 'file'), 'mine');
    symlinkSync('file', join(root, 'to-file'));
    symlinkSync('nowhere', join(root, 'to-nowhere'));
    await refused(join(root, 'file'), 'c’è un file');
    await refused(join(root, 'to-file'), 'c’è un file');
    await refused(join(root, 'to-nowhere'), 'è un collegamento');
    await refused(join(root, 'file/site'), 'un pezzo del percorso è un file');
  });
});

/** Mounting is for root alone, and not in every container. */
const canMount = (() => {
  const dir = mkdtempSync(join(tmpdir(), 'lgnet-mount-'));
  const { status } = spawnSync('mount', ['-t', 'tmpfs', 'tmpfs', dir], { stdio: 'ignore' });
  if (status === 0) execFileSync('umount', [dir]);
  rmSync(dir, { recursive: true });
  return status === 0;
})();

describe.runIf(canMount)('on a disk of its own', () => {
  let disk: string;
  beforeEach(() => {
    disk = join(root, 'disk');
    mkdirSync(disk);
  });
  afterEach(() => spawnSync('umount', ['-l', disk]));
  const mount = (...options: string[]): unknown => execFileSync('mount', [...options, disk]);

  test('the site is filled into a mount point, file by file, and the old files go', async () => {
    mount('-t', 'tmpfs', 'tmpfs');
    await buildSite(settingsOf(disk), 'first');
    mkdirSync(join(settingsOf(disk).stagingDir), { recursive: true });
    for (const word of ['second', 'third']) {
      await buildSite(settingsOf(disk), word);
      expect(wordsIn(disk)).toEqual([word]);
    }
    expect(readdirSync(disk).sort()).toEqual([
      '.lgnet-site',
      '404.html',
      'citta',
      'index.html',
      'robots.txt',
    ]);
    expect(readdirSync(root)).toEqual(['disk']);
  });

  test('a mount point of the same disk too', async () => {
    mkdirSync(join(root, 'real'));
    mount('--bind', join(root, 'real'));
    for (const word of ['first', 'second']) {
      await buildSite(settingsOf(disk), word);
      expect(wordsIn(disk)).toEqual([word]);
    }
    expect(readdirSync(root).sort()).toEqual(['disk', 'real']);
  });

  test.each([
    ['beside', 'dist'],
    ['as', '.'],
  ])(
    'a full disk is told in a sentence; the last site stays, and nothing else: the site %s it',
    async (_, name) => {
      mount('-t', 'tmpfs', '-o', 'size=200k', 'tmpfs');
      const outDir = resolve(disk, name);
      await buildSite(settingsOf(outDir), 'good');
      const before = readdirSync(disk);
      await expect(buildSite(settingsOf(outDir), 'x'.repeat(100_000))).rejects.toThrow('Il disco è pieno');
      expect(wordsIn(outDir)).toEqual(['good']);
      expect(readdirSync(disk)).toEqual(before);
    },
  );

  test('a disk that cannot be written is told in a sentence; the last site stays', async () => {
    mount('-t', 'tmpfs', 'tmpfs');
    await buildSite(settingsOf(join(disk, 'dist')), 'good');
    mount('-o', 'remount,ro');
    await expect(buildSite(settingsOf(join(disk, 'dist')), 'new')).rejects.toThrow('di sola lettura');
    expect(wordsIn(join(disk, 'dist'))).toEqual(['good']);
    expect(existsSync(join(disk, '.build'))).toBe(false);
  });
});
