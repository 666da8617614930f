import { createHash } from 'node:crypto';

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
