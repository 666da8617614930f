import { writeFileSync } from 'node:fs';
import { relative } from 'node:path';

/** A reporter of Vitest that writes down what each test file costs, its preparation included: `[{ file, seconds }]`. */
export default class CostsReporter {
  /** @param {readonly import('vitest/node').TestModule[]} modules */
  onTestRunEnd(modules) {
    const file = process.env['TEST_COSTS_FILE'];
    if (file === undefined) return;
    const costs = modules.map((module) => {
      const { collectDuration, duration } = module.diagnostic();
      return { file: relative(process.cwd(), module.moduleId), seconds: (collectDuration + duration) / 1000 };
    });
    writeFileSync(file, JSON.stringify(costs));
  }
}
