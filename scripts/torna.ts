/** `npm run torna -- DIR`: shows the release before the one that DIR shows. See docs/operations.md. */
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { goBack, ReleaseRefused } from './building/releases/releases.ts';

try {
  const [dir, ...more] = parseArgs({ allowPositionals: true }).positionals;
  if (dir === undefined || more.length > 0)
    throw new ReleaseRefused('Di’ in quale cartella tornare indietro: npm run torna -- /srv/lgnet');
  console.log(`✓ in linea di nuovo: ${await goBack(resolve(dir))}`);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
