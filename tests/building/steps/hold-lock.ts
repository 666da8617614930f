/** Takes a lock, notes when it holds it and when it lets go, and dies in between if it is told to. For a process of its own. */
import { appendFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { withLock } from '../../../scripts/building/steps/build-lock.ts';

const [lock = '', log = '', name = '', dies] = process.argv.slice(2);
const note = (event: string): void => appendFileSync(log, `${name} ${event}\n`);

await withLock(
  lock,
  () => note('waits'),
  async () => {
    note('takes');
    await wait(20);
    if (dies === 'dies') process.kill(process.pid, 'SIGKILL');
    note('leaves');
  },
);
