import { existsSync, lstatSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { BuildStopped } from './step.ts';

/** The file of a site that lists all others: a folder without it was not made by the build, and is never touched. */
export const markName = '.lgnet-site';

/** What is neither ours nor anybody's: systems write it wherever somebody looks. A build on a mount point works in `.build`. */
const passedOver = new Set(['.DS_Store', 'Thumbs.db', 'desktop.ini', 'lost+found', '.build', markName]);

/** All files below a folder, links included and not followed, as paths with `/`, sorted. */
export const filesBelow = (folder: string): string[] => {
  const found: string[] = [];
  const walk = (dir: string): void => {
    for (const entry of readdirSync(dir, { withFileTypes: true })) {
      if (passedOver.has(entry.name)) continue;
      const path = join(dir, entry.name);
      if (entry.isDirectory()) walk(path);
      else found.push(relative(folder, path).split(sep).join('/'));
    }
  };
  walk(folder);
  return found.sort();
};

/** Lists in a finished site what the build has made. */
export const markSite = (
  folder: string,
  files: readonly string[] = filesBelow(folder),
  into = folder,
): void => {
  writeFileSync(join(into, markName), `${files.join('\n')}\n`);
};

/** What the build has made in a folder, or `undefined` when it has not made the folder. */
export const madeFiles = (folder: string): string[] | undefined =>
  existsSync(join(folder, markName))
    ? readFileSync(join(folder, markName), 'utf8').trimEnd().split('\n')
    : undefined;

/** Whether a folder has what sites had before they were marked. */
const hasOldLook = (folder: string): boolean =>
  ['sitemap-index.xml', 'pagefind/pagefind-entry.json', 'admin/guida/index.html'].every((file) =>
    existsSync(join(folder, file)),
  );

/**
 * Makes sure that taking a folder away would take away nothing but what the build has made.
 * @param outDir where the site goes, links followed
 * @param isOwn whether the folder is the project's own `dist`
 * @throws BuildStopped when something else is there
 */
export const refuseStrangers = (outDir: string, isOwn: boolean): void => {
  const stats = lstatSync(outDir, { throwIfNoEntry: false });
  if (!stats) return;
  if (!stats.isDirectory())
    throw new BuildStopped(
      `Al posto della cartella del sito, ${outDir}, c’è un file: spostalo, o indica un’altra cartella in SITE_OUT_DIR.`,
    );
  const made = madeFiles(outDir);
  if (!made && isOwn && hasOldLook(outDir)) return;
  const known = new Set(made);
  const stranger = filesBelow(outDir).find((file) => !known.has(file));
  if (stranger === undefined) return;
  throw new BuildStopped(
    made
      ? `Nella cartella del sito, ${outDir}, qualcuno ha messo ${stranger}, che andrebbe perduto: spostalo altrove.`
      : `${outDir} contiene già altro (${stranger}), che andrebbe perduto: indica in SITE_OUT_DIR una cartella solo per il sito.`,
  );
};
