/**
 * `npm run fonti`: every source outside the site, with the pages that use it. Nothing is contacted: only the form of
 * the addresses is checked. Exit code 1 when an address has a wrong form.
 *
 *   --content DIR   another content folder (or SITE_CONTENT_DIR)
 *   --json          for other programs
 */
import { commandLine, contentFolder, runAsProcess, type Command } from './editing/command-line.ts';
import { readContent } from './editing/content/read.ts';
import { outsideSources } from './editing/sources/outside-sources.ts';

export const fonti: Command = (args, { out }) => {
  const { values } = commandLine(args, { content: { type: 'string' }, json: { type: 'boolean' } });
  const sources = outsideSources(readContent(contentFolder(values.content)));
  const wrong = sources.filter(({ problems }) => problems.length > 0).length;

  if (values.json) out(JSON.stringify(sources, null, 2));
  else {
    for (const { url, title, consulted, pages, problems } of sources) {
      out(url);
      out(`  ${title}${consulted ? ` (consultata il ${consulted})` : ''}`);
      out(`  ${pages.length > 0 ? `Pagine: ${pages.join(', ')}` : 'Nessuna pagina la mostra.'}`);
      for (const problem of problems) out(`  Da correggere: ${problem}`);
      out('');
    }
    out(
      `${sources.length} indirizzi esterni, ${wrong === 0 ? 'tutti scritti bene' : `${wrong} da correggere`}.`,
    );
  }
  return wrong > 0 ? 1 : 0;
};

if (import.meta.main) await runAsProcess(fonti);
