/**
 * What `npm run redazione` runs: the site with its drafts, the form at `/admin/`, and the check of the contents each time
 * that a file is saved.
 *
 *   --port N   another port (4321)
 */
import { relative, resolve } from 'node:path';
import { checkContent } from './editing/check/check-content.ts';
import { terminal } from './editing/check/reporters/terminal.ts';
import { commandLine, contentFolder, portOf, runAsProcess, type Command } from './editing/command-line.ts';

export const redazione: Command = async (args, { out }) => {
  const { values } = commandLine(args, { port: { type: 'string' } });
  const port = portOf(values.port);

  const root = resolve(import.meta.dirname, '..');
  const dir = contentFolder();
  const folder = relative(root, dir).replaceAll('\\', '/') || '.';

  // Slow to load: who mistyped an option is answered before.
  const { dev } = await import('astro');
  const { address, watcher } = await dev({ root, server: { host: 'localhost', port }, logLevel: 'silent' });
  const site = `http://localhost:${address.port}`;

  out(`
Redazione LGNet

  Il modulo:              ${site}/admin/
  Il sito con le bozze:   ${site}/
  La guida:               ${site}/admin/guida/

  1. Apri l’indirizzo del modulo con Chrome o Edge (gli altri browser non possono scrivere nei file).
  2. Premi "Lavora con Repository Locale" e scegli la cartella: ${root}
  3. Scrivi e premi "Salva": il file cambia sul tuo computer, e qui sotto leggi che cosa non va.

Per chiudere: Ctrl+C.
`);

  const check = (): void => {
    const time = new Date().toLocaleTimeString('it-IT');
    out(`[${time}] ${terminal.report(checkContent(dir), folder)}`);
  };
  check();

  let waiting: NodeJS.Timeout | undefined;
  watcher.add(dir);
  watcher.on('all', (_event, path) => {
    if (!resolve(path).startsWith(dir)) return;
    // An editor's save is several changes of files at once.
    clearTimeout(waiting);
    waiting = setTimeout(check, 300);
  });
  return 0;
};

if (import.meta.main) await runAsProcess(redazione);
