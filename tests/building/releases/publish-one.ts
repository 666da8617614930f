/** Run as a process that can be killed: publishes a small site whose files all say the same word. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { publishRelease } from '../../../scripts/building/releases/releases.ts';

const [, , dir = '', word = ''] = process.argv;
console.log('begun');
await publishRelease(dir, async (outDir) => {
  mkdirSync(outDir);
  for (const file of ['index.html', '404.html', 'robots.txt', 'sitemap-index.xml', 'a.html', 'b.html']) {
    writeFileSync(join(outDir, file), word);
    await wait(3);
  }
});
