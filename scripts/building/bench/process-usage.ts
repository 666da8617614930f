import { readdirSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';

/** What a process and all that it started have used, as Linux counts it. */
export interface ProcessUsage {
  /** Seconds of processor time, in the program and in the system. */
  cpuSeconds: number;
  /** Peak resident memory of the process that took most, in MB, and its name. */
  peakMb: number;
  peakName: string;
}

/** Of a second: what Linux counts processor time in, on every machine that runs Node. */
const TICKS = 100;

const statOf = (pid: number): { parent: number; cpuSeconds: number } | undefined => {
  try {
    // The name of the program stands in brackets and may have blanks in it.
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? [];
    return { parent: Number(fields[1]), cpuSeconds: (Number(fields[11]) + Number(fields[12])) / TICKS };
  } catch {
    return undefined; // It has ended since.
  }
};

const memoryOf = (pid: number): { peakMb: number; name: string } | undefined => {
  try {
    const peakKb = /^VmHWM:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
    const words = readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0');
    const script = words.find((word) => /\.[cm]?[jt]s$/.test(word));
    return { peakMb: Number(peakKb ?? 0) / 1024, name: basename(script ?? words[0] ?? '') };
  } catch {
    return undefined;
  }
};

/** Watches a process and all that it starts; what ended between two looks counts as it was at the last one. */
export class UsageWatch {
  readonly root: number;
  readonly cpu = new Map<number, number>();
  readonly memory = new Map<number, { peakMb: number; name: string }>();
  readonly timer: NodeJS.Timeout;

  /**
   * @param root the process
   * @param everyMs how often it is looked at
   * @throws Error where there is no `/proc`, as on all systems but Linux
   */
  constructor(root: number, everyMs = 250) {
    if (process.platform !== 'linux') throw new Error('The bench counts with /proc, which only Linux has.');
    this.root = root;
    this.timer = setInterval(() => this.look(), everyMs);
  }

  look(): void {
    const pids = readdirSync('/proc').map(Number).filter(Number.isInteger);
    const stats = new Map(pids.map((pid) => [pid, statOf(pid)]));
    const isOurs = (pid: number): boolean => {
      for (let at = pid; at > 1; at = stats.get(at)?.parent ?? 0) if (at === this.root) return true;
      return false;
    };
    for (const [pid, stat] of stats) {
      if (!stat || !isOurs(pid)) continue;
      this.cpu.set(pid, stat.cpuSeconds);
      const memory = memoryOf(pid);
      if (memory && memory.peakMb > 0) this.memory.set(pid, memory);
    }
  }

  /** What has been used up to now. */
  usage(): ProcessUsage {
    const biggest = [...this.memory.values()].sort((a, b) => b.peakMb - a.peakMb)[0];
    return {
      cpuSeconds: [...this.cpu.values()].reduce((sum, seconds) => sum + seconds, 0),
      peakMb: biggest?.peakMb ?? 0,
      peakName: biggest?.name ?? '',
    };
  }

  stop(): void {
    clearInterval(this.timer);
  }
}
