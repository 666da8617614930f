import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { toDocx } from '../../../src/artefacts/docx.ts';
import { toPdf } from '../../../src/artefacts/pdf.ts';
import { postPicture } from '../../../src/artefacts/social/post-picture.ts';
import { sharingPicture } from '../../../src/artefacts/sharing-picture.ts';
import type { PublishedNote } from '../../../src/documents/published-note.ts';
import { UsageWatch } from './process-usage.ts';
import { syntheticNote } from './synthetic-note.ts';

export interface ArtefactMeasure {
  what: string;
  /** Milliseconds from asking for one to having it, in the middle of all, one after another. */
  alone: number;
  /** Milliseconds for each of many that are asked for together, as a build does. */
  together: number;
  /** Milliseconds of processor time for each of those, in all processes. */
  processor: number;
  /** What one of many should take at most. */
  target: number;
}

/** How many pages a build makes at a time: `build.concurrency` in astro.config.mjs. */
const AT_A_TIME = 8;

const median = (values: number[]): number =>
  values.sort((a, b) => a - b)[Math.floor(values.length / 2)] as number;

/** Makes all, never more than {@link AT_A_TIME} under way. */
const makeTogether = async (
  releases: readonly PublishedNote[],
  make: (release: PublishedNote) => Promise<unknown>,
): Promise<void> => {
  const waiting = releases.values();
  const line = async (): Promise<void> => {
    for (const release of waiting) await make(release);
  };
  await Promise.all(Array.from({ length: AT_A_TIME }, line));
};

/**
 * How long the press files of synthetic notes take, no two alike and none kept from before.
 * @param count how many of each
 */
export async function measureArtefacts(count: number): Promise<ArtefactMeasure[]> {
  const folder = await mkdtemp(join(tmpdir(), 'lgnet-bench-'));
  const cacheDir = process.env['SITE_CACHE_DIR'];
  process.env['SITE_CACHE_DIR'] = folder;
  const watch = new UsageWatch(process.pid, 1000);
  const processorMs = (): number => {
    watch.look();
    return watch.usage().cpuSeconds * 1000;
  };
  const notes = (first: number): PublishedNote[] =>
    Array.from({ length: count }, (_, index) => syntheticNote(first + index));
  const measure = async (
    what: string,
    target: number,
    make: (release: PublishedNote) => Promise<unknown>,
  ): Promise<ArtefactMeasure> => {
    // The first ones load fonts and libraries, in every thread.
    await makeTogether(notes(-2 * count), make);
    const times: number[] = [];
    for (const release of notes(-count)) {
      const start = performance.now();
      await make(release);
      times.push(performance.now() - start);
    }
    const many = notes(0);
    const before = processorMs();
    const start = performance.now();
    await makeTogether(many, make);
    const together = (performance.now() - start) / count;
    return { what, alone: median(times), together, processor: (processorMs() - before) / count, target };
  };
  const plate = {
    coordinates: { lat: 38.1157, lon: 13.3615 },
    region: 'sicilia',
    areas: [{ id: 'presa-in-carico', hue: 'ochre', lit: true, activities: 2 }],
    near: [{ coordinates: { lat: 37.3111, lon: 13.5765 }, label: 'Agrigento 91 km' }],
  };
  try {
    return [
      await measure('PDF', 10, toPdf),
      await measure('Word', 8, toDocx),
      await measure('sharing picture', 12, ({ lang, title, city, date, publisher }) =>
        sharingPicture({ lang, title, publisher, kicker: city.name, meta: date.text, picture: { plate } }),
      ),
      await measure('picture to post', 150, ({ lang, title, city, date, publisher, fundingStatement }) =>
        postPicture(
          {
            ...{ lang, plate, publisher, fundingStatement, kicker: city.name, words: title },
            ...{ figures: [], source: date.text },
          },
          'portrait',
        ),
      ),
    ];
  } finally {
    watch.stop();
    if (cacheDir === undefined) delete process.env['SITE_CACHE_DIR'];
    else process.env['SITE_CACHE_DIR'] = cacheDir;
    await rm(folder, { recursive: true, force: true });
  }
}
