import { createHash } from 'node:crypto';
import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { withOwnHashes } from './own-hashes.ts';
import { ownStyles } from './own-styles.ts';

const SCRIPT = /["'`](?:\.|\/_astro)\/([\w@.-]+\.js)["'`]/g;

/**
 * Gives every page in a folder the styles and the policy that are its own. With `SITE_WHOLE_STYLES=1` pages stay as Astro made
 * them, for who compares the two.
 */
export const slimPages = (dir: string): void => {
  if (process.env['SITE_WHOLE_STYLES'] === '1') return;
  const assets = join(dir, '_astro');
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
  const savePrint = (css: string): string => {
    const name = saved.get(css) ?? `print.${createHash('sha256').update(css).digest('hex').slice(0, 8)}.css`;
    if (!saved.has(css)) writeFileSync(join(assets, name), css);
    saved.set(css, name);
    return `/_astro/${name}`;
  };

  const slim = ownStyles(savePrint);
  for (const file of globSync('**/*.html', { cwd: dir }).sort()) {
    const path = join(dir, file);
    const html = readFileSync(path, 'utf8');
    const own = withOwnHashes(slim(html, scriptsOf(html)));
    if (own !== html) writeFileSync(path, own);
  }
};
