/** Run as a process that can be killed: builds a small site aside, again and again, and puts each in place. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { publish, recover } from '../../../scripts/building/steps/publish.ts';
import { readBuildSettings } from '../../../scripts/building/steps/settings.ts';

const [, , root = '', word = '', times = '1'] = process.argv;
const settings = readBuildSettings({ SITE_NOW: '2023-11-24' }, root);
console.log('begun');
for (let time = 0; time < Number(times); time += 1) {
  await recover(settings);
  mkdirSync(join(settings.stagingDir, 'citta'), { recursive: true });
  for (const file of ['index.html', '404.html', 'citta/index.html', 'robots.txt'])
    writeFileSync(join(settings.stagingDir, file), `${word}-${time}`);
  await publish(settings);
}
