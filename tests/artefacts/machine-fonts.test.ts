import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { packageFile } from '../../src/lib/package-files.ts';

const folder = mkdtempSync(join(tmpdir(), 'lgnet-fonts-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A machine's settings of fonts, with the files that it has. */
const machine = (name: string, fonts: readonly string[]): string => {
  const dir = join(folder, name);
  mkdirSync(dir);
  for (const [index, font] of fonts.entries()) copyFileSync(packageFile(font), join(dir, `${index}.ttf`));
  const file = join(folder, `${name}.conf`);
  writeFileSync(file, `<?xml version="1.0"?><fontconfig><dir>${dir}</dir></fontconfig>`);
  return file;
};

/** What the compiler draws in a process of a machine of those fonts. */
const drawn = (fontconfig: string): string =>
  execFileSync(process.execPath, [join(import.meta.dirname, 'typeset-probe.ts')], {
    env: { ...process.env, FONTCONFIG_FILE: fontconfig },
    encoding: 'utf8',
    maxBuffer: 1e7,
  });

test('a machine with more weights of our fonts draws the same bytes as one without fonts', () => {
  const bare = drawn(machine('bare', []));
  expect(JSON.parse(bare)).toContain('<path');
  const furnished = machine('furnished', [
    '@expo-google-fonts/noto-sans-arabic/600SemiBold/NotoSansArabic_600SemiBold.ttf',
    '@expo-google-fonts/titillium-web/600SemiBold/TitilliumWeb_600SemiBold.ttf',
  ]);
  expect(drawn(furnished)).toBe(bare);
});
