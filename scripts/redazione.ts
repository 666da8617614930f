/**
 * What `npm run redazione` runs: the site with its drafts, the form at `/admin/`, the notes with their state at
 * `/redazione/`, and the check of the contents each time that a file is saved. It is for this computer alone, and for whoever
 * has the key in the address that it prints.
 *
 *   --port N   another port (4321)
 */
import { randomBytes } from 'node:crypto';
import { relative, resolve } from 'node:path';
import { problemsNow } from './editing/desk/check.ts';
import { terminal } from './editing/check/reporters/terminal.ts';
import { commandLine, contentFolder, portOf, runAsProcess, type Command } from './editing/command-line.ts';

export const redazione: Command = async (args, { out }) => {
  const { values } = commandLine(args, { port: { type: 'string' } });
  const port = portOf(values.port);

  const root = resolve(import.meta.dirname, '..');
  const dir = contentFolder();
  const folder = relative(root, dir).replaceAll('\\', '/') || '.';

  // Slow to load: who mistyped an option is answered before.
  const [{ dev }, { desk }] = await Promise.all([import('astro'), import('./editing/desk/desk.ts')]);
  const key = randomBytes(16).toString('hex');
  const { address, watcher } = await dev({
    root,
    server: { host: 'localhost', port },
    logLevel: 'silent',
    integrations: [
      {
        name: 'redazione',
        hooks: {
          'astro:server:setup': ({ server }) => {
            server.middlewares.use(desk(dir, key));
          },
        },
      },
    ],
  });
  const site = `http://localhost:${address.port}`;

  out(`
Redazione LGNet

  Il modulo:              ${site}/redazione/modulo/?chiave=${key}
  Note e traduzioni:      ${site}/redazione/?chiave=${key}
  Il sito con le bozze:   ${site}/
  La guida:               ${site}/admin/guida/

  1. Apri l’indirizzo del modulo, intero, con un browser qualunque. La chiave vale per questo computer, finché il comando gira.
  2. Scrivi: accanto ai campi leggi che cosa non va, e accanto al modulo vedi la pagina.
  3. Premi "Salva": il file cambia sul tuo computer, in ${dir}

Per chiudere: Ctrl+C.
`);

  const check = (): void => {
    const time = new Date().toLocaleTimeString('it-IT');
    out(`[${time}] ${terminal.report(problemsNow(dir), folder)}`);
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
