import { createHash } from 'node:crypto';
import { globSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const BLOCK = /<(style|script)\b([^>]*)>([\s\S]*?)<\/\1>/g;
const POLICY = /(<meta http-equiv="content-security-policy" content=")([^"]*)(")/;

/**
 * A page whose content security policy lists the styles and scripts of this page alone. Astro lists those of all pages in
 * each of them: more than a page needs to allow, and a kilobyte that does not compress.
 * @param html a whole page
 */
export const withOwnHashes = (html: string): string => {
  const own = new Set(
    [...html.matchAll(BLOCK)]
      .filter(([, , attributes = '']) => !/\ssrc=/.test(attributes))
      .map(([, , , text = '']) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`),
  );
  return html.replace(
    POLICY,
    (_, before: string, policy: string, after: string) =>
      before +
      policy.replace(/\s*('sha256-[^']*')/g, (listed: string, hash: string) =>
        own.has(hash) ? listed : '',
      ) +
      after,
  );
};

/** Does so to all pages in a folder. */
export const keepOwnHashes = async (dir: string): Promise<void> => {
  for (const file of globSync('**/*.html', { cwd: dir })) {
    const path = join(dir, file);
    const html = await readFile(path, 'utf8');
    const slim = withOwnHashes(html);
    if (slim !== html) await writeFile(path, slim);
  }
};
