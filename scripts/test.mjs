/**
 * `npm test`: from a fresh clone to the answer whether everything is sound.
 * Prints a line per check, what failed in full, which test files cost most, and last "N passed, N failed".
 *
 *   --all   every page in every language (`npm run test:all`)
 *
 * Plain JavaScript for Node 20: it runs before any package is there.
 */
import { availableParallelism } from 'node:os';
import { resolve } from 'node:path';
import { inOrder } from './building/tests/in-order.mjs';
import { runStep } from './building/tests/run-step.mjs';
import { steps } from './building/tests/steps.mjs';
import { ensureNpmPackages } from './building/setup/npm-packages.mjs';
import { ensureSystemPackages } from './building/setup/system-packages.mjs';

process.chdir(resolve(import.meta.dirname, '..'));
process.env['ASTRO_TELEMETRY_DISABLED'] ??= '1';
// Read by tests/site/depth.ts.
if (process.argv.includes('--all')) process.env['TEST_ALL'] = '1';

const total = { passed: 0, failed: 0 };
/** @type {Set<string>} */
const failedSteps = new Set();
/** @type {import('./building/tests/run-step.mjs').FileCost[]} */
const costs = [];
const started = performance.now();

/** @param {import('./building/tests/steps.mjs').Step} step */
const make = async (step) => {
  if (step.needs !== undefined && failedSteps.has(step.needs)) {
    console.log(`✗ ${step.name.padEnd(9)} non eseguito: dipende da "${step.needs}"`);
    total.failed += 1;
    return;
  }
  const result = await runStep(step, resolve('.cache/test-reports'));
  const { passed, failed, seconds, output } = result;
  total.passed += passed;
  total.failed += failed;
  costs.push(...result.costs);
  if (failed > 0) {
    failedSteps.add(step.name);
    console.log(`\n${output.trim()}\n`);
  }
  const count = step.vitest ? `${passed} passed, ${failed} failed` : '';
  console.log(
    `${failed > 0 ? '✗' : '✓'} ${step.name.padEnd(9)} ${seconds.toFixed(1).padStart(6)} s  ${count}`.trimEnd(),
  );
};

if (!ensureNpmPackages() || !ensureSystemPackages()) {
  total.failed += 1;
} else {
  await inOrder(steps, make, availableParallelism());
  console.log('\nThe slowest test files:');
  for (const { file, seconds } of costs.sort((a, b) => b.seconds - a.seconds).slice(0, 10))
    console.log(`  ${seconds.toFixed(1).padStart(6)} s  ${file}`);
  console.log(`  ${((performance.now() - started) / 1000).toFixed(1).padStart(6)} s  in all`);
}

console.log(`\n${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed > 0 ? 1 : 0;
