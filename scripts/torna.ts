/** `npm run torna -- DIR`: shows the release before the one that DIR shows. See docs/operations.md. */
import { resolve } from 'node:path';
import { goBack, ReleaseRefused, whyRefused } from './building/releases/releases.ts';
import { commandLine } from './editing/command-line.ts';

try {
  const [dir, ...more] = commandLine(process.argv.slice(2), {}).words;
  if (dir === undefined || more.length > 0)
    throw new ReleaseRefused('Di’ in quale cartella tornare indietro: npm run torna -- /srv/lgnet');
  console.log(`✓ in linea di nuovo: ${await goBack(resolve(dir))}`);
} catch (error) {
  console.error(whyRefused(error));
  process.exitCode = 1;
}
