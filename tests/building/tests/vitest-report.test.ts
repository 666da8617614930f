import { expect, test } from 'vitest';
import { countTests } from '../../../scripts/building/tests/vitest-report.mjs';

const file = (status: string, ...tests: string[]) => ({
  status,
  assertionResults: tests.map((one) => ({ status: one })),
});

test.each([
  [
    'all well',
    [file('passed', 'passed', 'passed'), file('passed', 'passed')],
    true,
    { passed: 3, failed: 0 },
  ],
  ['one test fails', [file('failed', 'passed', 'failed')], false, { passed: 1, failed: 1 }],
  ['a skipped test is neither', [file('passed', 'passed', 'skipped')], true, { passed: 1, failed: 0 }],
  ['a file cannot be loaded', [file('passed', 'passed'), file('failed')], false, { passed: 1, failed: 1 }],
  ['an error outside the tests', [file('passed', 'passed')], false, { passed: 1, failed: 1 }],
  ['no tests at all', [], true, { passed: 0, failed: 1 }],
  ['no report', undefined, false, { passed: 0, failed: 1 }],
])('counts a run: %s', (_what, testResults, succeeded, expected) => {
  const report = testResults === undefined ? undefined : { testResults };
  expect(countTests(report, succeeded)).toEqual(expected);
});
