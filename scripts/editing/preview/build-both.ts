import { execFileSync, spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join, relative } from 'node:path';
import { stop } from '../command-line.ts';

/** The two sites that a proposal is judged by; no second one when it could not be built. */
export interface BothSites {
  before: string;
  after?: string;
}

const git = (root: string, ...args: string[]): string | undefined => {
  const { status, stdout } = spawnSync('git', args, { cwd: root, encoding: 'utf8', maxBuffer: 64e6 });
  return status === 0 ? stdout.trim() : undefined;
};

/** The content folder of a commit, written out below the project's folder, which is where Astro reads content. */
const contentOf = (root: string, commit: string, folder: string, contentDir: string): string => {
  const dir = join(folder, 'content');
  rmSync(dir, { recursive: true, force: true });
  mkdirSync(dir, { recursive: true });
  const inside = relative(root, contentDir).replaceAll('\\', '/');
  const archive = spawnSync('git', ['archive', '--format=tar', `${commit}:${inside}`], {
    cwd: root,
    maxBuffer: 2e9,
  });
  if (archive.status !== 0) stop(`Nella versione ${commit.slice(0, 8)} la cartella ${inside} non c’è.`);
  execFileSync('tar', ['-xf', '-', '-C', dir], { input: archive.stdout });
  addNewStrings(dir, contentDir);
  return dir;
};

/**
 * Gives old texts the interface's new words: today's code asks for them, and they are nobody's correction.
 * @param dir the content folder of a commit
 * @param contentDir that of now
 */
const addNewStrings = (dir: string, contentDir: string): void => {
  for (const name of readdirSync(join(dir, 'ui')).filter((file) => file.endsWith('.json'))) {
    const stringsOf = (folder: string): Record<string, unknown> => {
      try {
        return JSON.parse(readFileSync(join(folder, 'ui', name), 'utf8')) as Record<string, unknown>;
      } catch {
        return {}; // What cannot be read is told by the check.
      }
    };
    const old = stringsOf(dir);
    writeFileSync(join(dir, 'ui', name), JSON.stringify({ ...stringsOf(contentDir), ...old }, null, 2));
  }
};

/**
 * The commit that the texts of now are compared with: where this branch left the main one, or the last one.
 * @param typed the value of `--da`: another one
 */
export const baseOf = (root: string, typed: string | undefined): string => {
  if (typed !== undefined)
    return (
      git(root, 'rev-parse', '--verify', '--quiet', `${typed}^{commit}`) ??
      stop(`Git non conosce "${typed}".`)
    );
  for (const main of ['origin/HEAD', 'origin/main', 'main', 'master']) {
    const base = git(root, 'merge-base', 'HEAD', main);
    if (base !== undefined) return base;
  }
  return (
    git(root, 'rev-parse', 'HEAD') ??
    stop('Questa cartella non è un deposito Git: di’ dove sta il sito di prima, con --prima.')
  );
};

/**
 * Builds the site as it is and as it would be, with the same code and at the same instant: whatever differs comes from the
 * texts. The first one is kept for the next time.
 * @param commit the one to compare with
 * @param isSound whether the texts of now can be built at all
 * @param say told what is being done, for it takes minutes
 */
export const buildBoth = (
  root: string,
  contentDir: string,
  { commit, isSound, say }: { commit: string; isSound: boolean; say: (line: string) => void },
): BothSites => {
  const folder = join(root, '.cache/anteprima');
  const now = new Date(Number(git(root, 'log', '-1', '--format=%ct', 'HEAD') ?? 0) * 1000).toISOString();
  const build = (content: string, out: string): boolean =>
    spawnSync(process.execPath, ['scripts/build.ts'], {
      cwd: root,
      env: {
        ...process.env,
        SITE_CONTENT_DIR: content,
        SITE_OUT_DIR: out,
        SITE_NOW: now,
        SITE_COMPRESS: 'no',
      },
      stdio: ['ignore', 'ignore', 'inherit'],
    }).status === 0;

  const code = git(root, 'rev-parse', 'HEAD:src', 'HEAD:scripts', `${commit}:content`)
    ?.replaceAll(/\s+/g, '-')
    .slice(0, 122);
  const before = join(folder, `prima-${code ?? commit}-${now.slice(0, 10)}`);
  if (!existsSync(join(before, 'index.html'))) {
    say(`Genero il sito com’è (${commit.slice(0, 8)}) …`);
    const unfinished = join(folder, 'prima');
    rmSync(unfinished, { recursive: true, force: true });
    if (!build(contentOf(root, commit, folder, contentDir), unfinished))
      stop('Il sito com’è adesso non si genera: senza, non c’è con che cosa confrontare.');
    renameSync(unfinished, before);
  }
  if (!isSound) return { before };
  say('Genero il sito come sarebbe …');
  const after = join(folder, 'dopo');
  const copy = join(folder, 'content');
  rmSync(copy, { recursive: true, force: true });
  cpSync(contentDir, copy, { recursive: true });
  return build(copy, after) ? { before, after } : { before };
};
