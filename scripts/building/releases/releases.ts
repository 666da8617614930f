import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, readlink, rename, rm, symlink } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { randomBytes } from 'node:crypto';

/** A publication that did not happen; the message says why, in Italian. The site that is out is as it was. */
export class ReleaseRefused extends Error {}

/** Why a publication did not happen, for a person: a folder that may not be written in is the usual reason. */
export const whyRefused = (error: unknown): string => {
  const { code, path, message } = error as NodeJS.ErrnoException;
  return ['EACCES', 'EPERM', 'EROFS'].includes(code ?? '')
    ? `Non posso scrivere in ${path}: la cartella è di un altro utente, o è protetta. Il sito in linea è quello di prima.`
    : message;
};

const KEPT = 5;
/** `20261121T164500123Z-4711-a1b2`: when it was begun, by which process; so that names sort by age and never meet. */
const newName = (): string =>
  `${new Date().toISOString().replace(/[-:.]/g, '')}-${process.pid}-${randomBytes(2).toString('hex')}`;

const releasesDir = (dir: string): string => join(dir, 'releases');
const buildingDir = (dir: string): string => join(dir, 'building');

/** The releases of a folder, oldest first. */
export const releasesOf = async (dir: string): Promise<string[]> =>
  (await readdir(releasesDir(dir)).catch(() => [])).filter((name) => /^\d{8}T\d{9}Z-/.test(name)).sort();

/** The release that readers get, or `undefined`. */
export const currentRelease = async (dir: string): Promise<string | undefined> =>
  basename(await readlink(join(dir, 'current')).catch(() => '')) || undefined;

/** Puts a release in place by one rename of a link: a reader gets the one before or this one, and never half of it. */
const show = async (dir: string, name: string): Promise<void> => {
  const link = join(dir, `.current-${process.pid}-${randomBytes(4).toString('hex')}`);
  await symlink(join('releases', name), link);
  await rename(link, join(dir, 'current'));
};

const isRunning = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
};

/** Takes away what publications left behind that were killed. */
const tidyLeftovers = async (dir: string): Promise<void> => {
  for (const name of await readdir(buildingDir(dir)).catch(() => []))
    if (!isRunning(Number(name.split('-')[1])))
      await rm(join(buildingDir(dir), name), { recursive: true, force: true });
  for (const name of await readdir(dir))
    if (name.startsWith('.current-') && !isRunning(Number(name.split('-')[1])))
      await rm(join(dir, name), { force: true });
};

/** What every whole site has. */
const refuseHalfSite = async (site: string): Promise<void> => {
  for (const file of ['index.html', '404.html', 'robots.txt', 'sitemap-index.xml']) {
    const bytes = await readFile(join(site, file)).catch(() => Buffer.alloc(0));
    if (bytes.length === 0) throw new ReleaseRefused(`Il sito generato non è intero: manca ${file}.`);
  }
};

/**
 * Makes a release aside, looks whether it is whole, and shows it. Five are kept.
 * @param dir the folder that the server's `root` stands in: it serves `dir/current`
 * @param make writes the site into the folder it is given, which does not exist yet
 * @returns the release's name
 * @throws ReleaseRefused when `dir` holds something else, or the site is not whole
 */
export const publishRelease = async (
  dir: string,
  make: (outDir: string) => Promise<void>,
): Promise<string> => {
  await mkdir(dir, { recursive: true });
  const strangers = (await readdir(dir)).filter(
    (name) => !['releases', 'building', 'current'].includes(name) && !name.startsWith('.current-'),
  );
  if (strangers.length > 0 && !existsSync(releasesDir(dir)))
    throw new ReleaseRefused(
      `${dir} contiene già altro (${strangers[0]}): indica una cartella solo per il sito.`,
    );
  await Promise.all([releasesDir(dir), buildingDir(dir)].map((folder) => mkdir(folder, { recursive: true })));
  await tidyLeftovers(dir);

  const name = newName();
  const workshop = join(buildingDir(dir), name);
  try {
    await mkdir(workshop);
    await make(join(workshop, 'site'));
    await refuseHalfSite(join(workshop, 'site'));
    await rename(join(workshop, 'site'), join(releasesDir(dir), name));
  } finally {
    await rm(workshop, { recursive: true, force: true });
  }
  await show(dir, name);

  const shown = await currentRelease(dir);
  const old = (await releasesOf(dir)).slice(0, -KEPT).filter((release) => release !== shown);
  for (const release of old) await rm(join(releasesDir(dir), release), { recursive: true, force: true });
  return name;
};

/**
 * Shows the release before the one that is shown.
 * @returns its name
 * @throws ReleaseRefused when there is none
 */
export const goBack = async (dir: string): Promise<string> => {
  const shown = await currentRelease(dir);
  const before = (await releasesOf(dir)).filter((name) => shown !== undefined && name < shown).at(-1);
  if (before === undefined)
    throw new ReleaseRefused(`In ${dir} non c’è una versione precedente a cui tornare.`);
  await show(dir, before);
  return before;
};
