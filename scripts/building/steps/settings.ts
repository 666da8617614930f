import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { accessSync, constants, existsSync, lstatSync, readdirSync, realpathSync, statSync } from 'node:fs';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { addFiles } from '../../../src/lib/files-digest.ts';
import { BuildStopped } from './step.ts';

/** Where one build reads and writes; all paths are absolute. */
export interface BuildSettings {
  root: string;
  contentDir: string;
  outDir: string;
  /** Shared by all builds: what is in it is found by a hash of its inputs. */
  cacheDir: string;
  /** Astro's own cache, never shared between two pairs of content and output. */
  astroCacheDir: string;
  /** Beside the output, so that moving it there is a rename and never a copy; inside where only that can be written. */
  stagingDir: string;
  /** The instant at which the site is built: decides what is public, and every date "of the build". */
  now: Instant;
}

export interface Instant {
  date: Date;
  from: 'SITE_NOW' | 'commit' | 'newest-note' | 'clock';
}

const projectRoot = resolve(import.meta.dirname, '../../..');

/**
 * Reads `SITE_CONTENT_DIR` (./content), `SITE_OUT_DIR` (./dist), `SITE_CACHE_DIR` (./.cache) and `SITE_NOW`.
 * Relative paths start at the project's folder.
 *
 * @throws BuildStopped when `SITE_NOW` is not a date, or the output would overwrite the project or its content
 */
export function readBuildSettings(env: NodeJS.ProcessEnv = process.env, root = projectRoot): BuildSettings {
  const contentDir = resolve(root, env['SITE_CONTENT_DIR'] ?? 'content');
  const outDir = throughLink(resolve(root, env['SITE_OUT_DIR'] ?? 'dist'));
  const cacheDir = resolve(root, env['SITE_CACHE_DIR'] ?? '.cache');
  refuseToOverwrite(outDir, [root, contentDir, join(root, 'src'), join(root, 'public')]);

  const hash = createHash('sha256').update(
    JSON.stringify([relative(root, contentDir), relative(root, outDir)]),
  );
  // Astro keeps entries as a schema read them, and does not see that the schema has changed.
  addFiles(hash, root, ['src/schemas/**/*.ts', 'src/content.config.ts']);
  const key = hash.digest('hex').slice(0, 12);
  return {
    root,
    contentDir,
    outDir,
    cacheDir,
    astroCacheDir: join(cacheDir, 'astro', key),
    stagingDir: stagingOf(outDir),
    now: readInstant(env, root, contentDir),
  };
}

/** Hands the settings to the code that Astro runs, which reads them from the environment. */
export function exportSettings(settings: BuildSettings, env: NodeJS.ProcessEnv = process.env): void {
  env['SITE_CONTENT_DIR'] = settings.contentDir;
  env['SITE_OUT_DIR'] = settings.outDir;
  env['SITE_CACHE_DIR'] = settings.cacheDir;
  env['SITE_NOW'] = settings.now.date.toISOString();
}

/** The folder that a link in the output's place leads to: the link stays. */
function throughLink(outDir: string): string {
  try {
    if (!lstatSync(outDir, { throwIfNoEntry: false })?.isSymbolicLink()) return outDir;
  } catch {
    // No folder can be made there either, which is told when it is tried.
    return outDir;
  }
  try {
    return realpathSync(outDir);
  } catch {
    throw new BuildStopped(
      `${outDir} è un collegamento a una cartella che non c’è: creala, o togli il collegamento.`,
    );
  }
}

function stagingOf(outDir: string): string {
  const parent = dirname(outDir);
  return existsSync(outDir) && existsSync(parent) && !isRenamable(outDir, parent)
    ? join(outDir, '.build', 'incoming')
    : join(parent, '.build', basename(outDir));
}

/** Whether a folder can change its name: a mount point cannot, nor one in a folder that is not ours to change. */
function isRenamable(outDir: string, parent: string): boolean {
  if (statSync(outDir).dev !== statSync(parent).dev) return false;
  try {
    accessSync(parent, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

function refuseToOverwrite(outDir: string, sources: readonly string[]): void {
  const overwritten = sources.find((source) => source === outDir || source.startsWith(`${outDir}/`));
  if (overwritten === undefined) return;
  throw new BuildStopped(
    `SITE_OUT_DIR=${outDir} cancellerebbe ${overwritten}. Indica una cartella solo per il sito, per esempio ./dist.`,
  );
}

/**
 * `SITE_NOW`, else the last commit's date, else the newest note's day, else now: the same commit, the same site. What is
 * still to come by this computer's clock is not believed.
 */
function readInstant(env: NodeJS.ProcessEnv, root: string, contentDir: string): Instant {
  const given = env['SITE_NOW'];
  if (given === 'now') return laterThan(lastCommit(root));
  if (given !== undefined && given !== '') {
    const date = new Date(given);
    if (Number.isNaN(date.getTime())) {
      throw new BuildStopped(`SITE_NOW="${given}" non è una data. Scrivila così: 2023-11-23T09:00:00+01:00.`);
    }
    return { date, from: 'SITE_NOW' };
  }
  const clock: Instant = { date: new Date(), from: 'clock' };
  const found = lastCommit(root) ?? newestNote(contentDir) ?? clock;
  // A commit made by a computer whose clock is wrong must not publish what is not to be known yet.
  return found.date > clock.date ? clock : found;
}

/** Now, but never before the commit: a clock that is slow hides nothing that was public. */
function laterThan(commit: Instant | undefined): Instant {
  const clock = new Date();
  return commit && commit.date > clock ? commit : { date: clock, from: 'clock' };
}

function lastCommit(root: string): Instant | undefined {
  // A folder unpacked inside somebody else's repository must not take that one's date.
  if (!existsSync(join(root, '.git'))) return undefined;
  try {
    const stdio: ['ignore', 'pipe', 'ignore'] = ['ignore', 'pipe', 'ignore'];
    const text = execFileSync('git', ['log', '-1', '--format=%cI'], { cwd: root, encoding: 'utf8', stdio });
    const date = new Date(text.trim());
    return Number.isNaN(date.getTime()) ? undefined : { date, from: 'commit' };
  } catch {
    return undefined;
  }
}

function newestNote(contentDir: string): Instant | undefined {
  const folder = join(contentDir, 'press-notes');
  if (!existsSync(folder)) return undefined;
  const newest = readdirSync(folder)
    .map((name) => /^\d{4}-\d{2}-\d{2}/.exec(name)?.[0])
    .filter((day) => day !== undefined)
    .sort()
    .at(-1);
  return newest === undefined ? undefined : { date: new Date(`${newest}T23:59:59Z`), from: 'newest-note' };
}
