/**
 * The interface strings that no code uses: a part of `npm run check:unused`, beside knip, which knows files, exports and
 * packages. Exit code 1 when there is one.
 */
import { globSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { unusedStrings } from './building/unused/strings.ts';

const root = resolve(import.meta.dirname, '..');
const keys = Object.keys(JSON.parse(readFileSync(resolve(root, 'content/ui/it.json'), 'utf8')) as object);
const code = globSync('{src,scripts/editing}/**/*.{ts,astro}', { cwd: root })
  .map((file) => readFileSync(resolve(root, file), 'utf8'))
  .join('\n');

const { unused, notComposed } = unusedStrings(keys, code);
if (unused.length > 0) {
  console.error(`No code uses these interface strings:\n  ${unused.join('\n  ')}`);
  console.error('Fix: take them out of content/ui/*.json, in every language.');
}
if (notComposed.length > 0)
  console.error(
    `No code composes these keys:\n  ${notComposed.join('\n  ')}\nFix: scripts/building/unused/strings.ts`,
  );
if (unused.length + notComposed.length > 0) process.exitCode = 1;
else console.log(`All ${keys.length} interface strings are used.`);
