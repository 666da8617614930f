/** The licences of everything the site is made with, from the lock file: known to be compatible, one by one. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

interface LockedPackage {
  license?: string;
  optional?: boolean;
}

/** Licences that a public, EUPL-1.2 project may be made with; nobody is asked to publish code of their own under another. */
const accepted = new Set([
  ...[
    'MIT',
    'MIT-0',
    'MIT/X11',
    'ISC',
    '0BSD',
    'BSD',
    'BSD-2-Clause',
    'BSD-3-Clause',
    'Zlib',
    'BlueOak-1.0.0',
  ],
  ...['Apache-2.0', 'Python-2.0', 'CC0-1.0', 'Unlicense', 'OFL-1.1'],
  // Their own files stay under them; ours that use them do not.
  ...['MPL-2.0', 'LGPL-3.0-or-later', 'EUPL-1.2'],
]);

/**
 * Whether a licence expression asks for accepted licences only: all that stand with AND, one of those with OR.
 * @param expression SPDX, with brackets around the whole at most
 */
const isAccepted = (expression: string): boolean =>
  expression
    .replace(/^\((.*)\)$/, '$1')
    .split(' OR ')
    .some((choice) => choice.split(' AND ').every((licence) => accepted.has(licence.trim())));

const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8')) as {
  packages: Record<string, LockedPackage>;
};
const dependencies = Object.entries(packages).filter(([path]) => path !== '');

/** From the package itself where the lock file does not say: old packages list their licences in a field of their own. */
const licenceOf = (path: string, { license }: LockedPackage): string | undefined => {
  const file = join(path, 'package.json');
  if (license !== undefined || !existsSync(file)) return license;
  const own = JSON.parse(readFileSync(file, 'utf8')) as { license?: string; licenses?: { type: string }[] };
  return own.license ?? own.licenses?.map(({ type }) => type).join(' OR ');
};

test.each([
  ['MIT', true],
  ['(MIT OR GPL-3.0-or-later)', true],
  ['Apache-2.0 AND LGPL-3.0-or-later', true],
  ['GPL-3.0-only', false],
  ['MIT AND GPL-3.0-only', false],
  ['UNLICENSED', false],
  ['SEE LICENSE IN LICENSE.md', false],
])('%s is accepted: %s', (expression, answer) => expect(isAccepted(expression)).toBe(answer));

describe('packages', () => {
  test('have a licence that the project accepts', () => {
    const refused = dependencies
      // Binaries for other systems are not here to be read: they are parts of a package that is.
      .filter(([path, { license, optional }]) => license !== undefined || !optional || existsSync(path))
      .map(([path, locked]) => ({ path, licence: licenceOf(path, locked) ?? 'none' }))
      .filter(({ licence }) => !isAccepted(licence));
    expect(refused).toEqual([]);
    expect(dependencies.length).toBeGreaterThan(100);
  });
});
