/**
 * `npm test`: from a fresh clone to the answer whether everything is sound.
 * Prints a line per check, what failed in full, and last "N passed, N failed".
 *
 * Plain JavaScript for Node 20: it runs before any package is there.
 */
import { resolve } from 'node:path';
import { runStep } from './building/tests/run-step.mjs';
import { steps } from './building/tests/steps.mjs';
import { ensureNpmPackages } from './building/setup/npm-packages.mjs';
import { ensureSystemPackages } from './building/setup/system-packages.mjs';

process.chdir(resolve(import.meta.dirname, '..'));
process.env['ASTRO_TELEMETRY_DISABLED'] ??= '1';

const total = { passed: 0, failed: 0 };
/** @type {Set<string>} */
const failedSteps = new Set();

if (!ensureNpmPackages() || !ensureSystemPackages()) {
  total.failed += 1;
} else {
  for (const step of steps) {
    if (step.needs !== undefined && failedSteps.has(step.needs)) {
      console.log(`✗ ${step.name.padEnd(9)} non eseguito: dipende da "${step.needs}"`);
      total.failed += 1;
      continue;
    }
    const { passed, failed, seconds, output } = await runStep(step, resolve('.cache/test-reports'));
    total.passed += passed;
    total.failed += failed;
    if (failed > 0) {
      failedSteps.add(step.name);
      console.log(`\n${output.trim()}\n`);
    }
    const count = step.vitest ? `${passed} passed, ${failed} failed` : '';
    console.log(
      `${failed > 0 ? '✗' : '✓'} ${step.name.padEnd(9)} ${seconds.toFixed(1).padStart(6)} s  ${count}`.trimEnd(),
    );
  }
}

console.log(`\n${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed > 0 ? 1 : 0;
