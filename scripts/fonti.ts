/**
 * `npm run fonti`: every source outside the site, with the pages that use it. Nothing is contacted: only the form of
 * the addresses is checked. Exit code 1 when an address has a wrong form.
 *
 *   --content DIR   another content folder (or SITE_CONTENT_DIR)
 *   --json          for other programs
 */
import { parseArgs } from 'node:util';
import { contentDir } from '../src/lib/content-dir.ts';
import { readContent } from './editing/content/read.ts';
import { outsideSources } from './editing/sources/outside-sources.ts';

const { values } = parseArgs({
  options: { content: { type: 'string' }, json: { type: 'boolean', default: false } },
});

const sources = outsideSources(readContent(values.content ?? contentDir()));

if (values.json) console.log(JSON.stringify(sources, null, 2));
else {
  for (const { url, title, consulted, pages, problems } of sources) {
    console.log(url);
    console.log(`  ${title}${consulted ? ` (consultata il ${consulted})` : ''}`);
    console.log(`  ${pages.length > 0 ? `Pagine: ${pages.join(', ')}` : 'Nessuna pagina la mostra.'}`);
    for (const problem of problems) console.log(`  Da correggere: ${problem}`);
    console.log();
  }
  const wrong = sources.filter(({ problems }) => problems.length > 0).length;
  console.log(
    `${sources.length} indirizzi esterni, ${wrong === 0 ? 'tutti scritti bene' : `${wrong} da correggere`}.`,
  );
}
if (sources.some(({ problems }) => problems.length > 0)) process.exitCode = 1;
