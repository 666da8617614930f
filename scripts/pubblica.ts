/**
 * `npm run pubblica -- DIR`: builds the site aside and puts it in place of the one in DIR at one stroke; the server's root is
 * `DIR/current`. Keeps the last five: `npm run torna -- DIR` goes back. See docs/operations.md.
 */
import { spawn } from 'node:child_process';
import { resolve } from 'node:path';
import { publishRelease, ReleaseRefused, whyRefused } from './building/releases/releases.ts';
import { commandLine } from './editing/command-line.ts';

const build = (outDir: string): Promise<void> =>
  new Promise((built, failed) => {
    spawn(process.execPath, [resolve(import.meta.dirname, 'build.ts')], {
      env: { ...process.env, SITE_OUT_DIR: outDir },
      stdio: 'inherit',
    })
      .once('error', failed)
      .once('close', (code) =>
        code === 0
          ? built()
          : failed(new ReleaseRefused('Non ho pubblicato niente: il sito in linea è quello di prima.')),
      );
  });

try {
  const [dir, ...more] = commandLine(process.argv.slice(2), {}).words;
  if (dir === undefined || more.length > 0)
    throw new ReleaseRefused('Di’ in quale cartella pubblicare: npm run pubblica -- /srv/lgnet');
  console.log(`✓ pubblicato: ${await publishRelease(resolve(dir), build)}`);
} catch (error) {
  console.error(whyRefused(error));
  process.exitCode = 1;
}
