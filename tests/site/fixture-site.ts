import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { buildSiteInto, type BuildEnd } from '../../scripts/building/tests/build-site-into.ts';

const root = resolve(import.meta.dirname, '../..');

/** The content of a fixture site while it is being changed. */
export interface FixtureContent {
  dir: string;
  /** The text of a file of the content. */
  read: (path: string) => string;
  /** Writes a file of the content. */
  write: (path: string, text: string) => void;
  /** Writes a file that is no text. */
  writeBytes: (path: string, bytes: Uint8Array) => void;
  /** Replaces a part of a file; a part that is not there is an error, else the fixture would be no fixture. */
  replace: (path: string, from: string, to: string) => void;
}

const contentIn = (dir: string): FixtureContent => {
  const read = (path: string): string => readFileSync(join(dir, path), 'utf8');
  const write = (path: string, text: string): void => {
    mkdirSync(dirname(join(dir, path)), { recursive: true });
    writeFileSync(join(dir, path), text);
  };
  return {
    dir,
    read,
    write,
    writeBytes: (path, bytes) => {
      mkdirSync(dirname(join(dir, path)), { recursive: true });
      writeFileSync(join(dir, path), bytes);
    },
    replace: (path, from, to) => {
      const text = read(path);
      if (!text.includes(from)) throw new Error(`${path} does not contain ${from}`);
      write(path, text.replace(from, to));
    },
  };
};

/** The folder of a fixture site: its content, and the site built from it. */
export const fixtureFolder = (name: string): string => join(root, '.cache/fixture-sites', name);

/** How a fixture site is built. */
export interface FixtureOptions {
  /** In the place of the site that was built before under this name, as a site is built again in real life. */
  onTop?: boolean;
}

/** How a build of a fixture site ended. */
export interface FixtureBuild extends BuildEnd {
  /** The folder of the built site. */
  dir: string;
}

/**
 * Builds a site of its own from a copy of the content, with the project's own build.
 * @param name name of its folder in the cache
 * @param change makes the copy what the test needs
 * @param env more settings for the build, for example `SITE_NOW`
 */
export const buildFixtureSite = async (
  name: string,
  change: (content: FixtureContent) => void | Promise<void>,
  env: Record<string, string> = {},
  { onTop = false }: FixtureOptions = {},
): Promise<FixtureBuild> => {
  const folder = fixtureFolder(name);
  const content = join(folder, 'content');
  rmSync(onTop ? content : folder, { recursive: true, force: true });
  cpSync(join(root, 'content'), content, { recursive: true });
  // Nothing of a fixture was ever published.
  rmSync(join(content, 'addresses.yaml'), { force: true });
  await change(contentIn(content));
  const dir = join(folder, 'dist');
  return { dir, ...(await buildSiteInto(dir, { SITE_CONTENT_DIR: content, ...env })) };
};

/**
 * Like {@link buildFixtureSite}, for a site that must come into being.
 * @throws Error with the words of the build when it does not
 */
export const builtFixtureSite = async (
  ...args: Parameters<typeof buildFixtureSite>
): Promise<FixtureBuild> => {
  const build = await buildFixtureSite(...args);
  if (build.status !== 0 || !existsSync(build.dir)) throw new Error(build.said);
  return build;
};
