import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { writeBareSite } from './bare-site.ts';
import { measureBuild, type BuildMeasure } from './measure-build.ts';
import { correctNote, writeSyntheticContent } from './synthetic-content.ts';

/** A build that was measured, and what it was for. */
export interface MeasuredBuild extends BuildMeasure {
  /** `empty cache`, `nothing changed` … */
  what: string;
  /** Pages and all files of what it built. */
  pages: number;
  files: number;
}

/** What the files of a kind cost that are made of the content. */
export interface MadeFiles {
  /** `pdf`, `book pdf`, `post post.png` … */
  kind: string;
  count: number;
  /** Seconds from asking for one to having it, of all together: several are under way at a time. */
  seconds: number;
  bytes: number;
}

export interface SiteMeasure {
  builds: MeasuredBuild[];
  outDir: string;
  /** Those of the build with an empty cache, the dearest kind first. */
  made: MadeFiles[];
}

/** Reads what the writers of files wrote down (src/artefacts/cache.ts). */
const madeIn = (log: string): MadeFiles[] => {
  const lines = existsSync(log) ? readFileSync(log, 'utf8').split('\n').filter(Boolean) : [];
  const files = lines.map((line) => JSON.parse(line) as { kind: string; seconds: number; bytes: number });
  const sum = (numbers: number[]): number => numbers.reduce((all, one) => all + one, 0);
  return [...Map.groupBy(files, ({ kind }) => kind)]
    .map(([kind, own]) => ({
      kind,
      count: own.length,
      seconds: sum(own.map(({ seconds }) => seconds)),
      bytes: sum(own.map(({ bytes }) => bytes)),
    }))
    .sort((a, b) => b.seconds - a.seconds);
};

const counted = (dir: string): { pages: number; files: number } => {
  const files = readdirSync(dir, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return { pages: files.filter(({ name }) => name.endsWith('.html')).length, files: files.length };
};

/**
 * Builds a site as an editor makes it grow: with an empty cache, again without a change, again with one note corrected;
 * and a bare MDX site over the same notes beside it.
 *
 * @param folder everything is written in here, and what was in it is removed; below the project's folder
 * @param contentDir the content of the project
 * @param notes how many synthetic notes are added to it
 * @param inLanguages in how many languages
 * @param onBuilt told of each build when it ends
 */
export const measureSite = async (
  folder: string,
  contentDir: string,
  notes: number,
  inLanguages: number,
  onBuilt: (build: MeasuredBuild) => void,
): Promise<SiteMeasure> => {
  rmSync(folder, { recursive: true, force: true });
  const content = join(folder, 'content');
  const outDir = join(folder, 'dist');
  const ids = writeSyntheticContent(contentDir, content, notes, inLanguages);
  const made = join(folder, 'made.jsonl');
  const env = {
    SITE_CONTENT_DIR: content,
    SITE_OUT_DIR: outDir,
    SITE_CACHE_DIR: join(folder, 'cache'),
    SITE_MADE_LOG: made,
  };
  const builds: MeasuredBuild[] = [];
  const measured = async (what: string, script: string, dir: string): Promise<void> => {
    const build = { what, ...(await measureBuild(script, env)), ...counted(dir) };
    builds.push(build);
    onBuilt(build);
  };

  await measured('empty cache', 'scripts/build.ts', outDir);
  const files = madeIn(made);
  await measured('nothing changed', 'scripts/build.ts', outDir);
  const corrected = ids[Math.floor(ids.length / 2)];
  if (corrected !== undefined) {
    correctNote(content, corrected, 'corretto');
    await measured('one note corrected', 'scripts/build.ts', outDir);
  }
  const bare = join(folder, 'bare');
  const { script } = writeBareSite(bare, content);
  await measured('bare MDX site', script, join(bare, 'dist'));
  return { builds, outDir, made: files };
};
