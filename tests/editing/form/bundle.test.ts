import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { bundleEditorForm } from '../../../scripts/editing/form/bundle.ts';
import { looksAtEverything } from '../../depth.ts';

const cacheDir = mkdtempSync(join(tmpdir(), 'lgnet-form-'));
afterEach(() => rmSync(cacheDir, { recursive: true, force: true }));

// Bundled twice, which takes its time: once a day.
test.runIf(looksAtEverything)('a form that was damaged in its folder is made anew', async () => {
  const form = { cacheDir, repository: null, siteUrl: 'https://lgnet.example' };
  const page = join(await bundleEditorForm(form), 'index.html');
  const whole = readFileSync(page, 'utf8');
  writeFileSync(page, whole.replace('</body>', '<p>damaged</p></body>'));
  await bundleEditorForm(form);
  expect(readFileSync(page, 'utf8')).toBe(whole);
});
