import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { checkBefore } from './check-before.ts';
import { BuildStopped, type BuildStep } from './step.ts';

/** How the check ended. */
export type CheckAnswer = { kind: 'good' } | { kind: 'stopped' | 'failed'; why: string };

/** The check of the content beside the pages, on another processor: it decides whether what they make goes out. */
export const contentCheck: BuildStep = {
  name: checkBefore.name,
  run: async () => {
    const child = fork(join(import.meta.dirname, 'check-process.ts'), { stdio: 'inherit' });
    let answer: CheckAnswer | undefined;
    child.on('message', (message) => {
      answer = message as CheckAnswer;
    });
    const [code, signal] = (await once(child, 'close')) as [number | null, string | null];
    if (answer?.kind === 'good' && code === 0) return;
    if (answer?.kind === 'stopped') throw new BuildStopped(answer.why);
    const how = answer?.kind === 'failed' ? answer.why : `code ${code}, signal ${signal}`;
    throw new Error(`The check of the content did not come to an end: ${how}`);
  },
};
