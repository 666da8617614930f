import { run, type Command } from '../../scripts/editing/command-line.ts';

/** How a command ended, and what it printed on its two streams. */
export interface Ended {
  status: number;
  out: string;
  told: string;
}

/** Runs an editor's command in this process, as where nobody can be asked. */
export const runCommand = async (command: Command, ...args: string[]): Promise<Ended> => {
  const lines = { out: '', told: '' };
  const status = await run(command, args, {
    out: (line) => (lines.out += `${line}\n`),
    err: (line) => (lines.told += `${line}\n`),
    canAsk: false,
    env: {},
  });
  return { status, ...lines };
};
