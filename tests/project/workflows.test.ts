/** Habits of the workflows that a colleague would have to remember. */
import { globSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';

interface Job {
  'timeout-minutes'?: number;
  permissions?: Record<string, string>;
  container?: string;
  steps: { uses?: string; run?: string; with?: Record<string, unknown> }[];
}
interface Workflow {
  permissions?: Record<string, string>;
  jobs: Record<string, Job>;
}

const files = globSync('.github/workflows/*.yml').sort();
const read = (file: string): Workflow => parse(readFileSync(file, 'utf8')) as Workflow;
const writes = (permissions: Record<string, string> = {}): boolean =>
  Object.values(permissions).includes('write');
const jobs = files.flatMap((file) =>
  Object.entries(read(file).jobs).map(([name, job]) => [`${file} ${name}`, job, read(file)] as const),
);

test('there are workflows', () => expect(files.length).toBeGreaterThan(3));

describe.each(jobs)('%s', (_, job, workflow) => {
  test('ends by itself', () => expect(job['timeout-minutes']).toBeLessThanOrEqual(30));

  test('takes actions and images by their digest', () => {
    const actions = job.steps.flatMap(({ uses }) => uses ?? []);
    expect(actions.filter((action) => !/@[0-9a-f]{40}$/.test(action))).toEqual([]);
    if (job.container) expect(job.container).toMatch(/@sha256:[0-9a-f]{64}$/);
  });

  test('is given rights by name', () => expect(workflow.permissions ?? job.permissions).toBeDefined());

  test('runs no code of the checkout with a right to write', () => {
    if (!writes(job.permissions ?? workflow.permissions)) return;
    expect(job.steps.filter(({ uses }) => uses?.startsWith('actions/checkout@'))).toEqual([]);
    expect(job.steps.filter(({ run }) => /\bnpm\b|\bnode\b/.test(run ?? ''))).toEqual([]);
  });

  test('leaves no token in the checkout', () => {
    const checkouts = job.steps.filter(({ uses }) => uses?.startsWith('actions/checkout@'));
    for (const { with: options } of checkouts)
      expect(options).toMatchObject({ 'persist-credentials': false });
  });
});

test('every digest is followed by the version that it stands for', () => {
  const bare = files.flatMap((file) =>
    readFileSync(file, 'utf8')
      .split('\n')
      .filter((line) => /uses: .*@[0-9a-f]{40}/.test(line) && !/ # v\d+\.\d+\.\d+$/.test(line)),
  );
  expect(bare).toEqual([]);
});
