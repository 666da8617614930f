/**
 * Remembers which lock file `node_modules` was installed from. npm runs this file after every
 * `npm ci` and `npm install` (`postinstall`), also those made by hand.
 *
 * Plain JavaScript for Node 20: it runs before, and without, any package.
 */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const projectRoot = resolve(import.meta.dirname, '../../..');

/** @param {string} root */
const stampFile = (root) => join(root, 'node_modules', '.installed-from');

/** @param {string} root */
function lockDigest(root) {
  return createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');
}

/**
 * Whether `node_modules` holds what `package-lock.json` asks for, Node 24 included.
 *
 * @param {string} [root] the project's folder
 * @returns {boolean}
 */
export function isInstalled(root = projectRoot) {
  return (
    existsSync(stampFile(root)) &&
    existsSync(join(root, 'node_modules', '.bin', 'node')) &&
    readFileSync(stampFile(root), 'utf8').trim() === lockDigest(root)
  );
}

/**
 * Notes that `node_modules` was installed from the present lock file.
 *
 * @param {string} [root] the project's folder
 */
export function stampInstallation(root = projectRoot) {
  writeFileSync(stampFile(root), `${lockDigest(root)}\n`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) stampInstallation();
