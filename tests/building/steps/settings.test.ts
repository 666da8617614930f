import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { exportSettings, readBuildSettings } from '../../../scripts/building/steps/settings.ts';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'lgnet-settings-'));
});
afterEach(() => rmSync(root, { recursive: true }));

function commit(date: string): void {
  const env = { ...process.env, GIT_COMMITTER_DATE: date, GIT_AUTHOR_DATE: date };
  const identity = ['-c', 'user.name=A', '-c', 'user.email=a@example.org'];
  execFileSync('git', ['init', '--quiet'], { cwd: root });
  execFileSync('git', [...identity, 'commit', '--quiet', '--allow-empty', '-m', 'a'], { cwd: root, env });
}

describe('the instant of the build', () => {
  const now = (env: NodeJS.ProcessEnv = {}) => readBuildSettings(env, root).now;

  test('is the one that is asked for', () => {
    commit('2023-11-24T10:00:00+01:00');
    const { date, from } = now({ SITE_NOW: '2023-11-23T09:00:00+01:00' });
    expect([date.toISOString(), from]).toEqual(['2023-11-23T08:00:00.000Z', 'SITE_NOW']);
  });

  test('else the last commit', () => {
    commit('2023-11-24T10:00:00+01:00');
    expect(now()).toEqual({ date: new Date('2023-11-24T09:00:00Z'), from: 'commit' });
  });

  test('is never one to come: a commit of a computer with a wrong clock publishes nothing early', () => {
    commit('2099-01-01T10:00:00+01:00');
    expect(now().from).toBe('clock');
    expect(Math.abs(now().date.getTime() - Date.now())).toBeLessThan(5000);
  });

  test('else the newest note', () => {
    for (const name of ['2023-11-03-palermo', '2023-11-23-roma', 'README']) {
      mkdirSync(join(root, 'content/press-notes', name), { recursive: true });
    }
    expect(now()).toEqual({ date: new Date('2023-11-23T23:59:59Z'), from: 'newest-note' });
  });

  test('else the clock', () => expect(now().from).toBe('clock'));

  test('is now where somebody asks for it, whenever the last commit was', () => {
    commit('2023-11-24T10:00:00+01:00');
    const before = Date.now();
    const { date, from } = now({ SITE_NOW: 'now' });
    expect(from).toBe('clock');
    expect(date.getTime()).toBeGreaterThanOrEqual(before);
  });

  test('is the commit where the clock is behind it', () => {
    commit('2098-01-01T10:00:00+01:00');
    expect(now({ SITE_NOW: 'now' })).toEqual({ date: new Date('2098-01-01T09:00:00Z'), from: 'commit' });
  });

  test('is refused in Italian when it is no date', () => {
    expect(() => now({ SITE_NOW: 'domani' })).toThrow('SITE_NOW="domani" non è una data');
  });
});

describe('the folders of the build', () => {
  test('are content, dist and .cache, staged beside the output', () => {
    expect(readBuildSettings({}, root)).toMatchObject({
      contentDir: join(root, 'content'),
      outDir: join(root, 'dist'),
      cacheDir: join(root, '.cache'),
      stagingDir: join(root, '.build/dist'),
    });
  });

  test('are read from the environment', () => {
    const env = {
      SITE_CONTENT_DIR: 'tests/fixtures/a',
      SITE_OUT_DIR: '/tmp/out/site',
      SITE_CACHE_DIR: '/tmp/cache',
    };
    expect(readBuildSettings(env, root)).toMatchObject({
      contentDir: join(root, 'tests/fixtures/a'),
      outDir: '/tmp/out/site',
      cacheDir: '/tmp/cache',
      stagingDir: '/tmp/out/.build/site',
    });
  });

  test('give Astro a cache for each pair of content and output', () => {
    const cacheOf = (env: NodeJS.ProcessEnv) => readBuildSettings(env, root).astroCacheDir;
    const caches = [{}, { SITE_OUT_DIR: 'other' }, { SITE_CONTENT_DIR: 'other' }].map(cacheOf);
    expect(new Set(caches).size).toBe(3);
    expect(cacheOf({})).toBe(caches[0]);
  });

  test.each(['.', 'content', 'src', '..'])('never overwrite a source: SITE_OUT_DIR=%s', (outDir) => {
    expect(() => readBuildSettings({ SITE_OUT_DIR: outDir }, root)).toThrow('cancellerebbe');
  });

  test('are handed over as absolute paths', () => {
    const env: NodeJS.ProcessEnv = {};
    exportSettings(readBuildSettings({ SITE_NOW: '2023-11-23' }, root), env);
    expect(env).toEqual({
      SITE_CONTENT_DIR: join(root, 'content'),
      SITE_OUT_DIR: join(root, 'dist'),
      SITE_CACHE_DIR: join(root, '.cache'),
      SITE_NOW: '2023-11-23T00:00:00.000Z',
    });
  });
});
