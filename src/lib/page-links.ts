import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** What a built page says of itself in its head. */
export interface PageLinks {
  /** Whether search engines may list it: it is its own canonical and not excluded. */
  listed: boolean;
  alternates: { lang: string; href: string }[];
}

const attribute = (tag: string, name: string): string | undefined =>
  new RegExp(`\\b${name}="([^"]*)"`).exec(tag)?.[1];

/**
 * Reads the canonical address, the language alternates and the robots line of a built page.
 * @param outDir folder of the built site
 * @param path path of the page, with its final slash
 * @throws Error when there is no such page
 */
export const pageLinks = async (outDir: string, path: string): Promise<PageLinks> => {
  const html = await readFile(join(outDir, decodeURI(path), 'index.html'), 'utf8');
  const links = html.match(/<link [^>]*>/g) ?? [];
  const canonical = links.find((tag) => attribute(tag, 'rel') === 'canonical');
  const canonicalPath = canonical ? new URL(attribute(canonical, 'href') ?? '').pathname : path;
  return {
    listed: canonicalPath === path && !/<meta name="robots" content="[^"]*noindex/.test(html),
    alternates: links
      .filter((tag) => attribute(tag, 'rel') === 'alternate' && attribute(tag, 'hreflang'))
      .map((tag) => ({ lang: attribute(tag, 'hreflang') ?? '', href: attribute(tag, 'href') ?? '' })),
  };
};
