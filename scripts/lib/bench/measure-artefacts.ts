import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { toDocx } from '../../../src/artefacts/docx.ts';
import { toPdf } from '../../../src/artefacts/pdf.ts';
import { sharingPicture } from '../../../src/artefacts/sharing-picture.ts';
import type { PressRelease } from '../../../src/lib/press-release.ts';
import { syntheticNote } from './synthetic-note.ts';

export interface ArtefactMeasure {
  what: string;
  /** Milliseconds for one, in the middle of all. */
  median: number;
  /** What one should take at most. */
  target: number;
}

const median = (values: number[]): number =>
  values.sort((a, b) => a - b)[Math.floor(values.length / 2)] as number;

/**
 * How long the press files of synthetic notes take, one after another, no two alike and none kept from before.
 * @param count how many of each
 */
export async function measureArtefacts(count: number): Promise<ArtefactMeasure[]> {
  const folder = await mkdtemp(join(tmpdir(), 'lgnet-bench-'));
  const cacheDir = process.env['SITE_CACHE_DIR'];
  process.env['SITE_CACHE_DIR'] = folder;
  const measure = async (
    what: string,
    target: number,
    make: (release: PressRelease) => Promise<unknown>,
  ): Promise<ArtefactMeasure> => {
    // The first ones load fonts and libraries.
    for (const warm of [-1, -2, -3]) await make(syntheticNote(warm));
    const times: number[] = [];
    for (let index = 0; index < count; index += 1) {
      const release = syntheticNote(index);
      const start = performance.now();
      await make(release);
      times.push(performance.now() - start);
    }
    return { what, median: median(times), target };
  };
  try {
    return [
      await measure('PDF', 10, toPdf),
      await measure('Word', 30, toDocx),
      await measure('sharing picture', 80, ({ lang, title, city, date, publisher }) =>
        sharingPicture({ lang, title, publisher, kicker: city.name, meta: date.text }),
      ),
    ];
  } finally {
    if (cacheDir === undefined) delete process.env['SITE_CACHE_DIR'];
    else process.env['SITE_CACHE_DIR'] = cacheDir;
    await rm(folder, { recursive: true, force: true });
  }
}
