import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { useCommitHook } from '../../../scripts/building/setup/commit-hook.mjs';

/** Nobody's own settings, and a name to commit with. */
const env: NodeJS.ProcessEnv = {
  PATH: process.env['PATH'],
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_CONFIG_SYSTEM: '/dev/null',
  GIT_AUTHOR_NAME: 'Test',
  GIT_AUTHOR_EMAIL: 'test@lgnet.example',
  GIT_COMMITTER_NAME: 'Test',
  GIT_COMMITTER_EMAIL: 'test@lgnet.example',
};

let root: string;
const git = (...args: string[]): string => execFileSync('git', args, { cwd: root, env, encoding: 'utf8' });
const commit = (file: string, message: string): { status: number | null; stderr: string } => {
  mkdirSync(dirname(join(root, file)), { recursive: true });
  writeFileSync(join(root, file), message);
  git('add', '--', file);
  return spawnSync('git', ['commit', '--quiet', '-m', message], { cwd: root, env, encoding: 'utf8' });
};

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'lgnet-hook-'));
  cpSync(resolve('.githooks'), join(root, '.githooks'), { recursive: true });
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

describe('the commit hook', () => {
  beforeEach(() => {
    git('init', '--quiet');
    expect(useCommitHook(root, env)).toBe(true);
  });

  test.each([
    ['code with a subject alone', 'src/a.ts', 'Add a', 'not why'],
    ['code whose body is a trailer', 'src/a.ts', 'Add a\n\nSigned-off-by: Test <t@lgnet.example>', 'not why'],
    ['no line between subject and body', 'src/a.ts', 'Add a\nbecause b needs it', 'empty line'],
  ])('refuses %s', (_, file, message, said) => {
    const { status, stderr } = commit(file, message);
    expect(stderr).toContain(said);
    expect(status).not.toBe(0);
  });

  test.each([
    ['code with a reason', 'src/a.ts', 'Add a\n\nBecause b needs it.'],
    ['a text with a subject alone', 'content/pages/a/it.mdx', 'Correct a date'],
    ['what will be squashed', 'src/a.ts', 'fixup! Add a'],
    ['what Git writes itself', 'src/a.ts', "Merge branch 'b'"],
  ])('lets %s pass', (_, file, message) => {
    expect(commit(file, message)).toMatchObject({ status: 0, stderr: '' });
  });

  test('judges what is committed, and not what was before', () => {
    commit('src/a.ts', 'Add a\n\nBecause b needs it.');
    expect(commit('content/pages/a/it.mdx', 'Correct a date').status).toBe(0);
    expect(commit('src/b.ts', 'Add b').status).not.toBe(0);
  });
});

describe('setting it up', () => {
  test('does nothing without a repository, even inside somebody else’s', () => {
    git('init', '--quiet');
    const inside = join(root, 'copy');
    mkdirSync(inside);
    expect(useCommitHook(inside, env)).toBe(false);
    expect(git('config', '--list', '--local')).not.toContain('hookspath');
  });

  test('leaves a developer’s own hooks alone', () => {
    git('init', '--quiet');
    git('config', 'core.hooksPath', 'mine');
    expect(useCommitHook(root, env)).toBe(false);
    expect(git('config', 'core.hooksPath').trim()).toBe('mine');
  });

  test('does nothing in CI', () => {
    git('init', '--quiet');
    expect(useCommitHook(root, { ...env, CI: 'true' })).toBe(false);
  });
});
