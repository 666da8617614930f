import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { beforeAll } from 'vitest';
import { withLock } from '../../../scripts/building/steps/build-lock.ts';
import { pagesIn, type BuiltPage } from '../built-site.ts';
import { builtFixtureSite, fixtureFolder } from '../fixture-site.ts';
import { addNoteFromWord } from './note-from-word.ts';
import { addNoteWithPicture } from './note-with-picture.ts';
import { addGerman, addWaitingLanguage } from './sixth-language.ts';
import { addNextEdition } from './next-edition.ts';
import { addVideos } from './videos.ts';
import { fewOf, speakFew } from '../../few-languages.ts';

/** Its languages, with German; all of the site's where the tests look at everything. */
export const sharedLanguages = fewOf(['it', 'en', 'fr', 'es', 'ar']);

interface SharedSite {
  /** The folder of the built site. */
  dir: string;
  /** What the check said when the note from Word was in its place. */
  checked: string;
}

const folder = fixtureFolder('shared');
/** Stands while the site is the one of this run: tests/site/global-setup.ts takes it away when a run begins. */
export const sharedSiteMark = join(dirname(folder), 'shared.json');

const build = async (): Promise<SharedSite> => {
  let checked = '';
  const { dir } = await builtFixtureSite('shared', async (content) => {
    speakFew(content.dir, sharedLanguages);
    checked = await addNoteFromWord(content);
    addNextEdition(content);
    addVideos(content);
    await addNoteWithPicture(content);
    // Last: it says every interface string that is there by then.
    addGerman(content);
    addWaitingLanguage(content);
  });
  return { dir, checked };
};

/**
 * The site with all that tests add and that does not contradict: a note sent in Word, an edition to come, videos, a note with a
 * picture, a sixth language. Built once in a run, by the first test file that asks.
 */
export const sharedSite = async (): Promise<SharedSite> => {
  await withLock(
    `${folder}.sqlite`,
    () => undefined,
    async () => {
      if (!existsSync(sharedSiteMark)) writeFileSync(sharedSiteMark, JSON.stringify(await build()));
    },
  );
  return JSON.parse(readFileSync(sharedSiteMark, 'utf8')) as SharedSite;
};

/** The shared site's pages and the page at an address, for the tests of a file; built before the first of them. */
export const sharedPages = (): {
  readonly dir: string;
  readonly pages: readonly BuiltPage[];
  /** @throws RangeError when there is none */
  pageAt: (path: string) => BuiltPage;
} => {
  let dir = '';
  let pages: readonly BuiltPage[] = [];
  beforeAll(async () => {
    ({ dir } = await sharedSite());
    pages = pagesIn(dir);
  }, 480_000);
  return {
    get dir() {
      return dir;
    },
    get pages() {
      return pages;
    },
    pageAt: (path) => {
      const page = pages.find((candidate) => candidate.path === path);
      if (!page) throw new RangeError(`There is no page ${path}.`);
      return page;
    },
  };
};
