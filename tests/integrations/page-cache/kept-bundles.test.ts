import { readdirSync, readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { beforeEach, expect, test } from 'vitest';
import { ownFolder } from '../../own-folder.ts';
import { KeptBundles } from '../../../src/integrations/page-cache/kept-bundles.ts';

const { at, write } = ownFolder();
const bundles = (key: string, out: string): KeptBundles =>
  new KeptBundles(at('bundles'), key, { out: at(out), cache: at(`${out}-cache`) });
const codeFor = (out: string): string =>
  `const out = ${JSON.stringify(pathToFileURL(at(out)).href)}, store = ${JSON.stringify(at(`${out}-cache`, 'data.json'))}, price = '$&';`;
const head = { entry: 'prerender-entry.mjs', styles: { page: [{ depth: 0 }] } };

beforeEach(async () => {
  write('one/.prerender/prerender-entry.mjs', codeFor('one'));
  write('one/_astro/a.js', `// ${at('one')} is none of a script's business`);
  await bundles('code-1', 'one').keep(at('one'), head);
});

test('the bundle of the same code is the same wherever the site goes', async () => {
  expect(await bundles('code-1', 'two').restore(at('two'))).toEqual(head);
  expect(readFileSync(at('two/.prerender/prerender-entry.mjs'), 'utf8')).toBe(codeFor('two'));
  expect(readFileSync(at('two/_astro/a.js'), 'utf8')).toBe(readFileSync(at('one/_astro/a.js'), 'utf8'));
});

test('other code has no bundle yet', async () => {
  expect(await bundles('code-2', 'two').restore(at('two'))).toBeUndefined();
});

test.each(['files/_astro/a.js', 'files/.prerender/prerender-entry.mjs', 'head.json'])(
  'a bundle whose %s was damaged is made anew',
  async (file) => {
    write(`bundles/code-1/${file}`, 'damaged');
    expect(await bundles('code-1', 'two').restore(at('two'))).toBeUndefined();
    expect(readdirSync(at('bundles'))).toEqual([]);
  },
);

test('the bundles of the last states of the code are kept, and no others', async () => {
  for (const key of ['code-2', 'code-3', 'code-4', 'code-5']) await bundles(key, 'one').keep(at('one'), head);
  expect(readdirSync(at('bundles')).length).toBe(4);
  expect(await bundles('code-5', 'two').restore(at('two'))).toEqual(head);
});
