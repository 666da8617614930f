import { oncePerBuild } from '../lib/once-per-build.ts';
import type { Source } from '../schemas/common.ts';
import { noteIdsWithPage } from './press-notes.ts';

/**
 * Whether readers may know what a source says: what is taken from a draft or from a note under embargo waits for the
 * note, wherever else on the site it would be told.
 */
export const publicSources = oncePerBuild(async (): Promise<(source: Source | undefined) => boolean> => {
  const notes = new Set(await noteIdsWithPage());
  return (source) => !source || !('note' in source) || notes.has(source.note);
});
