/**
 * Every check, in the order in which `npm test` makes them: the quick ones first.
 *
 * - `npm`: the npm script that makes the check
 * - `vitest`: the script runs Vitest, whose tests are counted one by one; else the step counts as one
 * - `needs`: the step that must have succeeded before
 *
 * @typedef {{ name: string, npm: string, vitest?: true, needs?: string }} Step
 * @type {readonly Step[]}
 */
export const steps = [
  { name: 'format', npm: 'check:format' },
  // Before the linter, which reads the types that it writes for the collections.
  { name: 'types', npm: 'check:types' },
  { name: 'lint', npm: 'check:lint' },
  { name: 'styles', npm: 'check:styles' },
  { name: 'unused', npm: 'check:unused' },
  { name: 'lockfile', npm: 'check:lockfile' },
  { name: 'content', npm: 'controlla' },
  { name: 'unit', npm: 'test:unit', vitest: true },
  { name: 'build', npm: 'build' },
  { name: 'site', npm: 'test:site', vitest: true, needs: 'build' },
];
