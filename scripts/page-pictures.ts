/**
 * `npm run pictures:pages`: the pictures that the pages are compared with (tests/site/reading-pictures.test.ts), taken anew from
 * `dist/`, and those of the style guide from a build that has it. Run it after a change of how pages or components look, and
 * look at the pictures before they are committed.
 */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  guideShots,
  pictureTaker,
  picturesDir,
  sheets,
  shotName,
  shots,
  takeSheet,
  wordsFile,
  type TakenPicture,
} from './building/pictures/page-pictures.ts';
import { styleGuideSite } from './building/pictures/style-guide-site.ts';
import { readBuildSettings } from './building/steps/settings.ts';
import { serveSite } from './building/server/serve-site.ts';
import { launchBrowser } from './building/tests/browser.ts';

const { outDir } = readBuildSettings();
const guideDir = await styleGuideSite();
const [browser, site, guide] = await Promise.all([launchBrowser(), serveSite(outDir), serveSite(guideDir)]);
const words: Record<string, string> = {};
let bytes = 0;
const take = pictureTaker(browser, site.origin);
const takeOfGuide = pictureTaker(browser, guide.origin);
try {
  rmSync(picturesDir, { recursive: true, force: true });
  mkdirSync(picturesDir, { recursive: true });
  const keep = (name: string, taken: TakenPicture): void => {
    words[name] = taken.words;
    bytes += taken.webp.length;
    writeFileSync(join(picturesDir, `${name}.webp`), taken.webp);
  };
  for (const shot of shots) keep(shotName(shot), await take(shot));
  for (const shot of guideShots) keep(shotName(shot), await takeOfGuide(shot));
  for (const [name, file] of sheets) keep(name, await takeSheet(outDir, file));
  writeFileSync(wordsFile, `${JSON.stringify(words, null, 2)}\n`);
} finally {
  await browser.close();
  site.close();
  guide.close();
}
console.log(`${Object.keys(words).length} pictures, ${Math.round(bytes / 1000)} kB`);
