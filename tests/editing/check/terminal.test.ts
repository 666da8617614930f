import { expect, test } from 'vitest';
import type { Problem } from '../../../scripts/editing/check/problem.ts';
import { terminal } from '../../../scripts/editing/check/reporters/terminal.ts';

const mistake: Problem = { file: 'a.yaml', line: 1, column: 1, code: 'a', what: 'A.', why: 'B.', fix: 'C' };
const warning: Problem = { ...mistake, file: 'b.vtt', level: 'warning' };

test.each([
  [[mistake], 'C’è 1 problema, in un file.'],
  [[mistake, mistake], 'Ci sono 2 problemi, in un file.'],
  [[mistake, warning], 'Ci sono 1 problema e 1 avviso, in 2 file.'],
  [[warning, warning], 'Ci sono 2 avvisi, in un file. Il sito si può generare lo stesso.'],
])('mistakes and warnings are counted apart', (problems, last) => {
  expect(terminal.report(problems, 'content').split('\n').at(-1)).toBe(last);
});
