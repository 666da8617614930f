import { spawnSync } from 'node:child_process';

/** What a command said, and what it cost. */
export interface LimitedRun {
  status: number | null;
  out: string;
  told: string;
  /** Seconds of the processor: a busy machine is slow, and slow is not wrong. */
  seconds: number;
  /** The most memory that it held at once. */
  megabytes: number;
}

const COST =
  'process.on("exit",()=>{const{userCPUTime:u,systemCPUTime:s,maxRSS:m}=process.resourceUsage();require("fs").writeSync(2,"\\n@cost "+(u+s)/1e6+" "+m/1024)})';

/** Runs one of the project's commands and measures it. A command that does not end in two minutes is stopped. */
export const runLimited = (script: string, ...words: string[]): LimitedRun => {
  const done = spawnSync(
    process.execPath,
    [
      '--import',
      `data:text/javascript,import{createRequire}from"node:module";const require=createRequire("file:///");${COST}`,
      script,
      ...words,
    ],
    { encoding: 'utf8', timeout: 120_000, killSignal: 'SIGKILL' },
  );
  const [told = '', cost = ''] = done.stderr.split('\n@cost ');
  const [seconds = Infinity, megabytes = Infinity] = cost === '' ? [] : cost.split(' ').map(Number);
  return { status: done.status, out: done.stdout, told, seconds, megabytes };
};
