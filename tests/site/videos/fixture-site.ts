import { execFileSync } from 'node:child_process';
import { copyFileSync, cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse, stringify } from 'yaml';
import { readBuildSettings } from '../../../scripts/building/steps/settings.ts';

const root = join(import.meta.dirname, '../../..');
const folder = join(readBuildSettings().cacheDir, 'video-site');

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

/** Languages that the captions are in; the site may not have all of them yet. */
const LANGUAGES = [
  { code: 'es', name: 'Español', dir: 'ltr', locale: 'es-ES', notice: 'Leer esta página en español' },
  { code: 'ar', name: 'العربية', dir: 'rtl', locale: 'ar-EG', notice: 'اقرأ هذه الصفحة بالعربية' },
];

/** English words with the plural forms of a language: a site that lacks one would not be built. */
const englishWordsIn = (content: string, locale: string): Record<string, unknown> => {
  const { pluralCategories } = new Intl.PluralRules(locale).resolvedOptions();
  const strings = JSON.parse(readFileSync(join(content, 'ui/en.json'), 'utf8')) as Record<string, unknown>;
  const inForms = (value: unknown): unknown =>
    typeof value === 'string'
      ? value
      : Object.fromEntries(pluralCategories.map((form) => [form, (value as { other: string }).other]));
  return Object.fromEntries(Object.entries(strings).map(([key, value]) => [key, inForms(value)]));
};

const addLanguages = (content: string): void => {
  const file = join(content, 'languages.yaml');
  const languages = parse(readFileSync(file, 'utf8')) as { code: string }[];
  for (const language of LANGUAGES) {
    if (languages.some(({ code }) => code === language.code)) continue;
    languages.push(language);
    const strings = englishWordsIn(content, language.locale);
    writeFileSync(join(content, `ui/${language.code}.json`), JSON.stringify(strings));
  }
  writeFileSync(file, stringify(languages));
};

/**
 * Builds the site with published videos, one for each way to play them.
 * @returns the folder of the built site
 */
export const buildVideoSite = (): string => {
  const content = join(folder, 'content');
  const out = join(folder, 'dist');
  rmSync(content, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  cpSync(join(root, 'content'), content, { recursive: true });
  cpSync(join(root, 'tests/fixtures/content-videos'), content, { recursive: true });
  addLanguages(content);
  for (const height of HEIGHTS)
    copyFileSync(film(height), join(content, `videos/docufilm/film-${height}.webm`));
  for (const id of ['docufilm', 'palermo', 'roma', 'torino', 'napoli'])
    copyFileSync(poster(), join(content, `videos/${id}/copertina.jpg`));
  const env = { ...process.env, SITE_COMPRESS: 'no', SITE_CONTENT_DIR: content, SITE_OUT_DIR: out };
  execFileSync(process.execPath, ['scripts/build.ts'], {
    cwd: root,
    env,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  return out;
};
