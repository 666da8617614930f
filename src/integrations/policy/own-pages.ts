import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { withOwnHashes } from './own-hashes.ts';
import { ownStyles } from './own-styles.ts';

const SCRIPT = /["'`](?:\.|\/_astro)\/([\w@.-]+\.js)["'`]/g;

/**
 * Gives pages the styles and the policy that are their own. With `SITE_WHOLE_STYLES=1` they stay as Astro made them, for who
 * compares the two.
 * @param assets the folder of the scripts that pages name
 * @param savePrint keeps a style sheet for print under a name, in the same folder
 * @returns what a whole page becomes
 */
export const slimmer = (
  assets: string,
  savePrint: (name: string, css: string) => void,
): ((html: string) => string) => {
  if (process.env['SITE_WHOLE_STYLES'] === '1') return (html) => html;
  const texts = new Map<string, string>();
  const saved = new Map<string, string>();

  const read = (file: string): string => {
    const text = texts.get(file) ?? readFileSync(join(assets, file), 'utf8');
    texts.set(file, text);
    return text;
  };
  /** The scripts that a page names, and those that they name. */
  const scriptsOf = (html: string): string[] => {
    const files = new Set<string>();
    const add = (text: string): void => {
      for (const [, file = ''] of text.matchAll(SCRIPT)) {
        if (files.has(file)) continue;
        files.add(file);
        add(read(file));
      }
    };
    add(html);
    return [...files].map(read);
  };
  const slim = ownStyles((css) => {
    const name = saved.get(css) ?? printName(css);
    if (!saved.has(css)) savePrint(name, css);
    saved.set(css, name);
    return `/_astro/${name}`;
  });
  return (html) => withOwnHashes(slim(html, scriptsOf(html)));
};

/** The name of a style sheet for print, by what it says. */
export const printName = (css: string): string =>
  `print.${createHash('sha256').update(css).digest('hex').slice(0, 8)}.css`;

/** The style sheet for print that a page leads to. */
export const printOf = (html: string): string | undefined =>
  /<link rel="stylesheet" href="\/_astro\/(print\.[0-9a-f]{8}\.css)" media="print">/.exec(html)?.[1];
