import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { countTests } from './vitest-report.mjs';

/** @typedef {{ file: string, seconds: number }} FileCost */

/**
 * @typedef {object} StepResult
 * @property {number} passed
 * @property {number} failed
 * @property {number} seconds
 * @property {readonly FileCost[]} costs what its test files cost, the slowest first
 * @property {string} output what the step printed, to be shown when it failed
 */

/**
 * Runs one step through npm, so that Node 24 comes first on its PATH.
 *
 * @param {import('./steps.mjs').Step} step
 * @param {string} reportDir where Vitest writes its report
 * @returns {Promise<StepResult>}
 */
export async function runStep({ name, npm, vitest }, reportDir) {
  const start = performance.now();
  const report = join(reportDir, `${name}.json`);
  const costsFile = join(reportDir, `${name}.costs.json`);
  const args = ['run', '--silent', npm];
  if (vitest) {
    rmSync(report, { force: true });
    mkdirSync(dirname(report), { recursive: true });
    rmSync(costsFile, { force: true });
    args.push('--', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`);
    args.push(`--reporter=${resolve(import.meta.dirname, 'costs-reporter.mjs')}`);
  }
  const { succeeded, output } = await runNpm(args, { TEST_COSTS_FILE: costsFile });
  const count = vitest ? countTests(readReport(report), succeeded) : countAsOne(succeeded);
  const costs = vitest ? /** @type {FileCost[] | undefined} */ (readReport(costsFile)) : undefined;
  return {
    ...count,
    seconds: (performance.now() - start) / 1000,
    costs: (costs ?? []).sort((a, b) => b.seconds - a.seconds),
    output,
  };
}

/** @param {boolean} succeeded */
function countAsOne(succeeded) {
  return succeeded ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

/**
 * @param {string} file
 * @returns {unknown} `undefined` when Vitest wrote none
 */
function readReport(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}

/**
 * @param {string[]} args
 * @param {Record<string, string>} env added to the environment of this process
 * @returns {Promise<{ succeeded: boolean, output: string }>}
 */
function runNpm(args, env) {
  return new Promise((done) => {
    const child = spawn('npm', args, { stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, ...env } });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8');
      stream.on('data', (text) => (output += text));
    }
    child.on('error', (error) => done({ succeeded: false, output: String(error) }));
    child.on('close', (code) => done({ succeeded: code === 0, output }));
  });
}
