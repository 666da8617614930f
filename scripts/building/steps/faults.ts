import { relative } from 'node:path';
import { damagedPictures } from '../../editing/check/damaged-pictures.ts';
import { terminal } from '../../editing/check/reporters/terminal.ts';
import { readContent } from '../../editing/content/read.ts';
import { BuildStopped } from './step.ts';

/** What the system says when it cannot do what it is asked, in the words of whoever runs the build. */
const sentences: Readonly<Record<string, (path: string) => string>> = {
  ENOSPC: () => 'Il disco è pieno: libera dello spazio e riprova.',
  EDQUOT: () => 'Lo spazio che ti spetta sul disco è finito: libera dello spazio e riprova.',
  EROFS: (path) => `Il disco di ${path} è di sola lettura: indica un’altra cartella in SITE_OUT_DIR.`,
  EACCES: (path) =>
    `Non ho il permesso di scrivere in ${path}: chiedilo, o indica un’altra cartella in SITE_OUT_DIR.`,
  EPERM: (path) => `Il sistema non lascia scrivere in ${path}: indica un’altra cartella in SITE_OUT_DIR.`,
  ENOTDIR: (path) =>
    `In ${path} un pezzo del percorso è un file e non una cartella: indica un’altra cartella in SITE_OUT_DIR.`,
};

interface SystemError {
  code?: string;
  path?: string;
  message?: string;
  cause?: unknown;
}

/**
 * An error as a stop with a sentence, if it is a fault of the disk; any other as it is. Programs that the build runs tell
 * such a fault in their own message only.
 */
export const explained = (error: unknown, outDir: string): unknown => {
  if (error instanceof BuildStopped) return error;
  for (let each = error as SystemError | undefined; each; each = each.cause as SystemError | undefined) {
    const code = /no space left on device/i.test(each.message ?? '') ? 'ENOSPC' : (each.code ?? '');
    const sentence = sentences[code];
    if (sentence) return new BuildStopped(sentence(each.path ?? outDir));
  }
  return error;
};

/**
 * A failed build as a stop that names the pictures that cannot be decoded; nothing when none is to blame. What decodes
 * them says only, in English, that one of them cannot be read.
 */
export const pictureFault = async (error: unknown, contentDir: string): Promise<BuildStopped | undefined> => {
  if (error instanceof BuildStopped) return undefined;
  const damaged = await damagedPictures(readContent(contentDir).files);
  return damaged.length === 0
    ? undefined
    : new BuildStopped(terminal.report(damaged, relative(process.cwd(), contentDir)));
};
