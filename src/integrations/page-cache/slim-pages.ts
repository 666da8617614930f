import { existsSync, mkdirSync, readFileSync, renameSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { printName, printOf, slimmer } from '../policy/own-pages.ts';

/** What becomes of a page between its making and its place in the site. */
export interface Finish {
  /** The page as it is published. */
  finished: (html: string) => string;
  /** Brings what a finished page of an earlier build needs beside it; false where it is not there any more. */
  brought: (html: string) => boolean;
}

/**
 * Pages with no more styles and policy than their own, and with their style sheets for print, which many pages share.
 * @param assets the folder of the site that these lie in, with the scripts
 * @param kept where they are kept for pages that later builds take as they are
 */
export const slimPages = (assets: string, kept: string): Finish => {
  const there = new Set<string>();
  const place = (name: string, css: string): void => {
    mkdirSync(assets, { recursive: true });
    writeFileSync(join(assets, name), css);
    there.add(name);
  };
  const keep = (name: string, css: string): void => {
    place(name, css);
    if (existsSync(join(kept, name)) && read(kept, name) !== undefined) return;
    mkdirSync(kept, { recursive: true });
    const unfinished = join(kept, `${name}.${process.pid}`);
    writeFileSync(unfinished, css);
    renameSync(unfinished, join(kept, name));
  };
  return {
    finished: slimmer(assets, keep),
    brought: (html) => {
      const name = printOf(html);
      if (name === undefined || there.has(name)) return true;
      const css = read(kept, name);
      if (css === undefined) return false;
      place(name, css);
      return true;
    },
  };
};

/** A style sheet that was kept, if it says what its name says. */
const read = (kept: string, name: string): string | undefined => {
  try {
    const css = readFileSync(join(kept, name), 'utf8');
    // What is in use is not tidied away.
    const now = new Date();
    utimesSync(join(kept, name), now, now);
    return printName(css) === name ? css : undefined;
  } catch {
    return undefined;
  }
};
