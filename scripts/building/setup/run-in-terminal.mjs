import { spawn } from 'node:child_process';
import { resolve } from 'node:path';

/**
 * Runs a server of the project under its own Node, in this terminal, until either ends: the server's exit code is ours.
 *
 * @param {readonly string[]} args what Node is given: a script and its options
 * @param {NodeJS.ProcessEnv} [env] the server's environment
 */
export function runInTerminal(args, env = process.env) {
  const server = spawn(resolve('node_modules/.bin/node'), args, { stdio: 'inherit', env });

  const stop = () => server.kill();
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, stop);
  // npm passes a signal on to its shell only, which dies without telling anybody: notice its death.
  const { ppid } = process;
  setInterval(() => process.ppid !== ppid && stop(), 500).unref();

  server.on('exit', (code) => process.exit(code ?? 0));
}
