/**
 * The part of Vitest's JSON report that is read here.
 *
 * @typedef {object} VitestReport
 * @property {{ status: string, assertionResults: { status: string }[] }[]} testResults one per test file
 */

/**
 * Counts the tests of a run. A file that could not be loaded is one failure, and so is a run that
 * failed for a reason of its own (no report, no tests, an unhandled error): a failure never counts as zero.
 *
 * @param {unknown} report Vitest's JSON report, `undefined` when there is none
 * @param {boolean} succeeded whether Vitest ended with exit code 0
 * @returns {{ passed: number, failed: number }}
 */
export function countTests(report, succeeded) {
  const files = isReport(report) ? report.testResults : [];
  let passed = 0;
  let failed = 0;
  for (const { status, assertionResults } of files) {
    const failedHere = assertionResults.filter((test) => test.status === 'failed').length;
    passed += assertionResults.filter((test) => test.status === 'passed').length;
    failed += failedHere === 0 && status === 'failed' ? 1 : failedHere;
  }
  const nothingRan = passed + failed === 0;
  return { passed, failed: failed === 0 && (!succeeded || nothingRan) ? 1 : failed };
}

/**
 * @param {unknown} value
 * @returns {value is VitestReport}
 */
function isReport(value) {
  return (
    typeof value === 'object' && value !== null && 'testResults' in value && Array.isArray(value.testResults)
  );
}
