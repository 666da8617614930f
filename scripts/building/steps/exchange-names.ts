import { spawnSync } from 'node:child_process';

/** The number of Linux's `renameat2`, which Node does not know, by processor. */
const renameat2: Readonly<Record<string, number>> = { x64: 316, arm64: 276 };

const EXCHANGE = 2;
const HERE = -100;

/**
 * Gives two folders each other's name, in one moment: at any time each name is one of the two folders.
 * Perl, a part of every Debian, makes the system call.
 * @param one absolute path
 * @param other absolute path, on the same file system
 * @returns whether it was done: not on other systems, on some file systems, or on a mount point
 */
export const exchangeNames = (one: string, other: string): boolean => {
  const number = process.platform === 'linux' ? renameat2[process.arch] : undefined;
  if (number === undefined) return false;
  const call = `exit(syscall(${number}, ${HERE}, $ARGV[0], ${HERE}, $ARGV[1], ${EXCHANGE}) == 0 ? 0 : 1)`;
  return spawnSync('perl', ['-e', call, one, other], { stdio: 'ignore' }).status === 0;
};
