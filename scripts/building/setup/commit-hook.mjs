import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const projectRoot = resolve(import.meta.dirname, '../../..');

/**
 * Lets Git use the hooks of `.githooks`, unless the developer has chosen others. Nothing happens in CI, nor in a copy
 * without `.git`: Git would look for a repository further up, and that one is somebody else's.
 *
 * Plain JavaScript for Node 20: npm runs it while it installs.
 *
 * @param {string} [root] the project's folder
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {boolean} whether the hooks are in use
 */
export function useCommitHook(root = projectRoot, env = process.env) {
  if (env['CI'] || !existsSync(join(root, '.git'))) return false;
  const git = (/** @type {string[]} */ ...args) =>
    spawnSync('git', args, { cwd: root, env, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
  const chosen = git('config', '--get', 'core.hooksPath').stdout?.trim();
  if (chosen) return chosen === '.githooks';
  return git('config', 'core.hooksPath', '.githooks').status === 0;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) useCommitHook();
