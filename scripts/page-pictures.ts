/**
 * `npm run pictures:pages`: the pictures that the pages are compared with (tests/site/reading-pictures.test.ts), taken anew from
 * `dist/`. Run it after a change of how pages look, and look at the pictures before they are committed.
 */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pictureTaker, picturesDir, shotName, shots, wordsFile } from './building/pictures/page-pictures.ts';
import { readBuildSettings } from './building/steps/settings.ts';
import { serveSite } from './building/server/serve-site.ts';
import { launchBrowser } from './building/tests/browser.ts';

const { outDir } = readBuildSettings();
const [browser, site] = await Promise.all([launchBrowser(), serveSite(outDir)]);
const words: Record<string, string> = {};
let bytes = 0;
const take = pictureTaker(browser, site.origin);
try {
  rmSync(picturesDir, { recursive: true, force: true });
  mkdirSync(picturesDir, { recursive: true });
  for (const shot of shots) {
    const taken = await take(shot);
    words[shotName(shot)] = taken.words;
    bytes += taken.webp.length;
    writeFileSync(join(picturesDir, `${shotName(shot)}.webp`), taken.webp);
  }
  writeFileSync(wordsFile, `${JSON.stringify(words, null, 2)}\n`);
} finally {
  await browser.close();
  site.close();
}
console.log(`${shots.length} pictures, ${Math.round(bytes / 1000)} kB`);
