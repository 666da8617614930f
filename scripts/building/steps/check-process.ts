/** The content's check in a process of its own; see `content-check.ts`. Its settings are those of the environment. */
import { checkBefore } from './check-before.ts';
import { readBuildSettings } from './settings.ts';
import { BuildStopped } from './step.ts';
import type { CheckAnswer } from './content-check.ts';

const answer = (answered: CheckAnswer): void => {
  process.send?.(answered, () => process.disconnect());
};

try {
  await checkBefore.run(readBuildSettings());
  answer({ kind: 'good' });
} catch (error) {
  if (error instanceof BuildStopped) answer({ kind: 'stopped', why: error.message });
  else
    answer({ kind: 'failed', why: error instanceof Error ? (error.stack ?? error.message) : String(error) });
}
