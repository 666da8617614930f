/**
 * Every check, in the order in which `npm test` makes them: the quick ones first.
 *
 * - `npm`: the npm script that makes the check
 * - `vitest`: the script runs Vitest, whose tests are counted one by one; else the step counts as one
 * - `needs`: the step that must have succeeded before
 * - `after`: the step that must have ended before, well or not
 * - `alone`: uses all processors itself, so nothing runs beside it
 *
 * @typedef {{ name: string, npm: string, vitest?: true, needs?: string, after?: string, alone?: true }} Step
 * @type {readonly Step[]}
 */
export const steps = [
  { name: 'types', npm: 'check:types' },
  { name: 'format', npm: 'check:format' },
  { name: 'styles', npm: 'check:styles' },
  { name: 'unused', npm: 'check:unused' },
  { name: 'lockfile', npm: 'check:lockfile' },
  { name: 'content', npm: 'controlla' },
  // The linter reads the types that the compiler writes for the collections.
  { name: 'lint', npm: 'check:lint', after: 'types' },
  { name: 'unit', npm: 'test:unit', vitest: true, alone: true },
  { name: 'build', npm: 'build', alone: true },
  { name: 'site', npm: 'test:site', vitest: true, needs: 'build', alone: true },
];
