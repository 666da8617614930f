import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { isInstalled, stampInstallation } from '../../../scripts/building/setup/stamp.mjs';
import { howToInstall, systemPackages } from '../../../scripts/building/setup/system-packages.mjs';

describe('what is installed', () => {
  let root: string;
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'lgnet-setup-'));
    mkdirSync(join(root, 'node_modules/.bin'), { recursive: true });
    writeFileSync(join(root, 'node_modules/.bin/node'), '');
    writeFileSync(join(root, 'package-lock.json'), '{"packages": {}}');
  });
  afterEach(() => rmSync(root, { recursive: true }));

  test('a folder without a stamp is not', () => expect(isInstalled(root)).toBe(false));

  test('a stamped folder is', () => {
    stampInstallation(root);
    expect(isInstalled(root)).toBe(true);
  });

  test('a changed lock file asks for a new installation', () => {
    stampInstallation(root);
    writeFileSync(join(root, 'package-lock.json'), '{"packages": {"node_modules/a": {}}}');
    expect(isInstalled(root)).toBe(false);
  });

  test('Node 24 must be there, too', () => {
    stampInstallation(root);
    rmSync(join(root, 'node_modules/.bin/node'));
    expect(isInstalled(root)).toBe(false);
  });
});

describe('what to install by hand', () => {
  const missing = systemPackages.filter(({ name }) => ['chromium', 'poppler-utils'].includes(name));

  test('on Debian, a command to copy', () => {
    expect(howToInstall(missing, true)).toContain(
      'sudo apt-get install --no-install-recommends chromium poppler-utils',
    );
  });

  test('elsewhere, each program and its reason', () => {
    const text = howToInstall(missing, false);
    expect(text).not.toContain('apt-get');
    expect(text).toMatch(/chromium .*browser/);
    expect(text).toMatch(/pdftotext \(poppler-utils in Debian\)/);
  });
});
