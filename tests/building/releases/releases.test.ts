import { spawn } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  currentRelease,
  goBack,
  publishRelease,
  ReleaseRefused,
  releasesOf,
} from '../../../scripts/building/releases/releases.ts';

const files = ['index.html', '404.html', 'robots.txt', 'sitemap-index.xml', 'a.html', 'b.html'];
const site =
  (word: string) =>
  (outDir: string): Promise<void> => {
    mkdirSync(outDir);
    for (const file of files) writeFileSync(join(outDir, file), word);
    return Promise.resolve();
  };

let dir: string;
beforeEach(() => (dir = join(mkdtempSync(join(tmpdir(), 'lgnet-releases-')), 'lgnet')));
afterEach(() => rmSync(resolve(dir, '..'), { recursive: true, force: true }));

/** The words of the site that is shown: one, when it is whole. */
const shown = (): string[] => [
  ...new Set(files.map((file) => readFileSync(join(dir, 'current', file), 'utf8'))),
];
const leftovers = (): string[] => [
  ...readdirSync(join(dir, 'building')),
  ...readdirSync(dir).filter((name) => name.startsWith('.current-')),
];

/** Publishes in a process of its own. */
const publishing = (word: string): ReturnType<typeof spawn> =>
  spawn(process.execPath, [resolve(import.meta.dirname, 'publish-one.ts'), dir, word], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });

describe('publishing', () => {
  test('shows the new site, keeps five, goes back one by one, and no further', async () => {
    const names: string[] = [];
    for (const word of ['1', '2', '3', '4', '5', '6', '7']) {
      names.push(await publishRelease(dir, site(word)));
      // Names are told apart by their millisecond.
      await wait(2);
    }
    expect(shown()).toEqual(['7']);
    expect(await releasesOf(dir)).toEqual(names.slice(-5));
    expect(await goBack(dir)).toBe(names[5]);
    expect(shown()).toEqual(['6']);
    for (let steps = 0; steps < 3; steps += 1) await goBack(dir);
    expect(shown()).toEqual(['3']);
    await expect(goBack(dir)).rejects.toThrow(ReleaseRefused);
    expect(leftovers()).toEqual([]);
  });

  test.each([
    ['a build that fails', () => Promise.reject(new Error('rotto')), 'rotto'],
    [
      'a full disk',
      (outDir: string) => {
        mkdirSync(outDir);
        writeFileSync(join(outDir, 'index.html'), 'half');
        return Promise.reject(Object.assign(new Error('ENOSPC: no space left'), { code: 'ENOSPC' }));
      },
      'ENOSPC',
    ],
    [
      'a site that is not whole',
      (outDir: string) => {
        mkdirSync(outDir);
        writeFileSync(join(outDir, 'index.html'), 'half');
        return Promise.resolve();
      },
      '404.html',
    ],
  ])('leaves the site as it was after %s, and nothing behind', async (_, make, said) => {
    const first = await publishRelease(dir, site('good'));
    await expect(publishRelease(dir, make)).rejects.toThrow(said);
    expect(shown()).toEqual(['good']);
    expect(await releasesOf(dir)).toEqual([first]);
    expect(leftovers()).toEqual([]);
  });

  test('refuses a folder that holds something else', async () => {
    mkdirSync(dir);
    writeFileSync(join(dir, 'tesi.docx'), 'mine');
    await expect(publishRelease(dir, site('new'))).rejects.toThrow('tesi.docx');
    expect(readdirSync(dir)).toEqual(['tesi.docx']);
  });

  test('two at once show one of the two, whole', async () => {
    const both = ['one', 'two'].map(
      (word) => new Promise<number | null>((ended) => publishing(word).once('close', ended)),
    );
    expect(await Promise.all(both)).toEqual([0, 0]);
    expect(shown()).toHaveLength(1);
    expect(await releasesOf(dir)).toHaveLength(2);
    expect(leftovers()).toEqual([]);
  });

  test('killed at any moment, the site that is shown is whole, for whoever reads meanwhile', async () => {
    await publishRelease(dir, site('first'));
    let reads = 0;
    let reading = true;
    const reader = (async () => {
      while (reading) {
        // Who has opened the release through the link reads one release.
        const name = await currentRelease(dir);
        const seen = files
          .map((file) => join(dir, 'releases', name ?? 'none', file))
          .filter((file) => existsSync(file));
        expect(seen.length === files.length || name !== (await currentRelease(dir))).toBe(true);
        reads += 1;
        await wait(1);
      }
    })();
    for (let kill = 0; kill < 30; kill += 1) {
      const child = publishing(`kill-${kill}`);
      const ended = new Promise((done) => child.once('close', done));
      await new Promise((begun) => child.stdout?.once('data', begun));
      // A whole publication takes about 30 ms.
      await wait(kill * 1.5);
      child.kill('SIGKILL');
      await ended;
      expect(shown()).toHaveLength(1);
    }
    reading = false;
    await reader;
    expect(reads).toBeGreaterThan(30);
    await publishRelease(dir, site('last'));
    expect(shown()).toEqual(['last']);
    expect(leftovers()).toEqual([]);
    expect((await releasesOf(dir)).length).toBeLessThanOrEqual(5);
    expect(await currentRelease(dir)).toBe((await releasesOf(dir)).at(-1));
  });
});
