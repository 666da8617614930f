/**
 * What `npm start` runs: builds the site and serves it.
 *
 *   --port N   another port (4321); the next free one when it is taken
 *   --host     also for the other machines of the local network
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { networkInterfaces } from 'node:os';
import { resolve } from 'node:path';
import { readBuildSettings } from './building/steps/settings.ts';
import { commandLine, portOf, runAsProcess, stop, type Command } from './editing/command-line.ts';

/** Builds in a process of its own, so that its memory is free again while the site is served. */
const build = async (): Promise<boolean> => {
  const child = spawn(process.execPath, [resolve(import.meta.dirname, 'build.ts')], { stdio: 'inherit' });
  const end = (): void => {
    child.kill();
    process.exit(1);
  };
  process.once('SIGTERM', end);
  const [code] = (await once(child, 'exit')) as [number | null];
  process.off('SIGTERM', end);
  return code === 0;
};

/** The addresses that other machines of the local network know this one by. */
const networkOrigins = (port: number): string[] =>
  Object.values(networkInterfaces())
    .flatMap((addresses) => addresses ?? [])
    .filter(({ family, internal }) => family === 'IPv4' && !internal)
    .map(({ address }) => `http://${address}:${port}`);

export const start: Command = async (args, { out }) => {
  const { values, words } = commandLine(args, { port: { type: 'string' }, host: { type: 'boolean' } });
  if (words.length > 0)
    stop(`Non so che cosa fare di "${words.join(' ')}": le opzioni sono --port 8080 e --host.`);
  const port = portOf(values.port);
  if (!(await build())) return 1;

  // Only now: its packages are of no use to who mistyped an option.
  const { serveSite } = await import('./building/server/serve-site.ts');
  const site = await serveSite(readBuildSettings().outDir, {
    port,
    orNextPort: true,
    host: values.host ? '0.0.0.0' : 'localhost',
  });
  out(`\nIl sito si vede qui:     ${site.origin}/`);
  if (values.host) for (const origin of networkOrigins(site.port)) out(`Dalla rete locale:       ${origin}/`);
  out('Per chiudere: Ctrl+C.\n');
  return 0;
};

if (import.meta.main) await runAsProcess(start);
