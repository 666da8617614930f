import { globSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { close, createIndex } from 'pagefind';
import { BuildStopped, type BuildStep } from './step.ts';

const bytesBelow = (folder: string): number =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .reduce((sum, entry) => sum + statSync(join(entry.parentPath, entry.name)).size, 0);

/** Pagefind's index of every language, beside the pages. */
export const searchIndex: BuildStep = {
  name: 'ricerca',
  run: async ({ stagingDir }) => {
    const start = performance.now();
    try {
      const { index, errors } = await createIndex({ writePlayground: false });
      if (!index) throw new BuildStopped(`La ricerca non è stata preparata:\n${errors.join('\n')}`);
      const added = await index.addDirectory({ path: stagingDir });
      if (added.errors.length > 0 || added.page_count === 0) {
        throw new BuildStopped(
          `La ricerca non è stata preparata:\n${added.errors.join('\n') || 'nessuna pagina'}`,
        );
      }
      const outputPath = join(stagingDir, 'pagefind');
      await index.writeFiles({ outputPath });
      // Pagefind's own interfaces, which the search page does not use.
      for (const file of globSync('pagefind-{ui,modular-ui,component-ui,highlight}.*', { cwd: outputPath }))
        rmSync(join(outputPath, file));
      const milliseconds = Math.round(performance.now() - start);
      const bytes = Math.round(bytesBelow(outputPath) / added.page_count);
      console.log(`  ${added.page_count} pagine in ${milliseconds} ms, ${bytes} byte d’indice per pagina`);
    } finally {
      await close();
    }
  },
};
