import { execFileSync } from 'node:child_process';
import { copyFileSync, cpSync, existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { readBuildSettings } from '../../../scripts/building/steps/settings.ts';
import type { FixtureContent } from '../fixture-site.ts';

const root = join(import.meta.dirname, '../../..');
/** Films are made once and kept. */
const folder = join(readBuildSettings().cacheDir, 'test-films');

/** Heights of the film's files. */
const HEIGHTS = [180, 360] as const;

/** A film of twelve seconds, a test picture with a clock and a tone: made once, kept in the cache. */
const film = (height: number): string => {
  const file = join(folder, `film-${height}.webm`);
  if (existsSync(file)) return file;
  const size = `${(height * 16) / 9}x${height}`;
  execFileSync('ffmpeg', [
    ...['-y', '-loglevel', 'error'],
    ...['-f', 'lavfi', '-i', `testsrc=duration=12:size=${size}:rate=12`],
    ...['-f', 'lavfi', '-i', 'sine=frequency=330:duration=12'],
    ...['-c:v', 'libvpx-vp9', '-deadline', 'realtime', '-cpu-used', '8', '-b:v', '150k', '-g', '12'],
    ...['-c:a', 'libopus', '-b:a', '24k', '-threads', '1', file],
  ]);
  return file;
};

const poster = (): string => {
  const file = join(folder, 'copertina.jpg');
  if (!existsSync(file))
    execFileSync('ffmpeg', ['-loglevel', 'error', '-ss', '3', '-i', film(360), '-frames:v', '1', file]);
  return file;
};

/** Published videos, one for each way to play them. */
export const addVideos = ({ dir }: FixtureContent): void => {
  mkdirSync(folder, { recursive: true });
  const fixture = join(root, 'tests/fixtures/content-videos');
  cpSync(fixture, dir, { recursive: true });
  // The site's own films of the same names are told in more languages than those of the fixture, and tell of less.
  for (const file of readdirSync(join(dir, 'videos')).filter((name) => name.endsWith('.yaml'))) {
    const [id = '', language] = file.split('.');
    const isOfFixture =
      existsSync(join(fixture, 'videos', file)) || !existsSync(join(fixture, `videos/${id}.yaml`));
    if (language !== 'yaml' && !isOfFixture) rmSync(join(dir, 'videos', file));
  }
  for (const height of HEIGHTS) copyFileSync(film(height), join(dir, `videos/docufilm/film-${height}.webm`));
  for (const id of ['docufilm', 'palermo', 'roma', 'torino', 'napoli'])
    copyFileSync(poster(), join(dir, `videos/${id}/copertina.jpg`));
};
