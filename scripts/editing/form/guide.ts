import { cpSync, globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { Marked } from 'marked';
import { gfmHeadingId } from 'marked-gfm-heading-id';
import { relOf } from '../../../src/lib/outside-links.ts';
import { escapeXml } from '../../../src/lib/escape.ts';

/** Folder of the guide's pictures, beside the guide. */
export const guidePictures = 'README';

/** The pages of the guide: the Markdown file below the content folder, and the folder of its page. */
const guidePages = [
  { file: 'README.md', folder: '.', title: 'Guida per la redazione' },
  { file: `${guidePictures}/errori.md`, folder: 'errori', title: 'Elenco degli errori' },
] as const;

/** In the repository the pages of the guide are files, on the site they are folders. */
const siteLink = (href: string): string =>
  href === `${guidePictures}/errori.md` ? 'errori/' : href === '../README.md' ? '../' : href;

const isSafeLink = (href: string): boolean => {
  const address = URL.parse(href, 'https://guide.invalid/');
  return address !== null && ['https:', 'http:', 'mailto:'].includes(address.protocol);
};
const OWN_PICTURE = new RegExp(`^${guidePictures}/[\\w.-]+$`);

/**
 * A wide table moves by itself, never the page; whoever has no mouse reaches it by keyboard, and hears which one it is: the
 * heading that it stands under, and which of the tables there.
 */
const nameTables = (html: string): string => {
  let heading = '';
  let count = 0;
  return html.replaceAll(/<h[1-6][^>]*>(.*?)<\/h[1-6]>|<table>/gs, (found, words?: string) => {
    if (words !== undefined) {
      [heading, count] = [words.replaceAll(/<[^>]+>/g, '').replaceAll('"', '&quot;'), 0];
      return found;
    }
    count += 1;
    const name = `Tabella: ${heading}${count > 1 ? ` (${count})` : ''}`;
    return `<div class="scroll" role="region" aria-label="${name}" tabindex="0"><table>`;
  });
};

/**
 * A page of the editors' guide.
 * @param markdown its text
 * @param title its title
 */
export const guidePage = (markdown: string, title: string): string => {
  const marked = new Marked(gfmHeadingId(), {
    walkTokens: (token) => {
      if (token.type === 'link') token.href = siteLink(token.href as string);
    },
    renderer: {
      // The guide is Markdown alone: what looks like HTML is shown as it is written.
      html: ({ text }) => escapeXml(text),
      link({ href, tokens }) {
        const words = this.parser.parseInline(tokens);
        const rel = relOf(href);
        return isSafeLink(href)
          ? `<a href="${escapeXml(href)}"${rel ? ` rel="${rel}"` : ''}>${words}</a>`
          : words;
      },
      image: ({ href, text }) =>
        OWN_PICTURE.test(href) ? `<img src="${escapeXml(href)}" alt="${escapeXml(text)}">` : escapeXml(text),
    },
  });
  const body = nameTables(marked.parse(markdown, { async: false }))
    .replaceAll('</table>', '</table></div>')
    .replaceAll('<pre>', '<pre tabindex="0">')
    .replaceAll('<img ', '<img loading="lazy" ');
  return `<!doctype html>
<html lang="it">
  <head>
    <meta charset="utf-8">
    <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="robots" content="noindex, nofollow">
    <title>${title} · LGNet</title>
    <link rel="icon" href="/favicon.svg" type="image/svg+xml">
    <link rel="stylesheet" href="/admin/guida/header.css">
    <link rel="stylesheet" href="/admin/guida/guide.css">
  </head>
  <body>
    <header>
      <p>Redazione LGNet</p>
      <nav aria-label="Redazione">
        <a href="/admin/">Modulo</a>
        <a href="/">Vai al sito</a>
      </nav>
    </header>
    <main>
${body}    </main>
  </body>
</html>
`;
};

/**
 * Writes the guide with its pictures.
 * @param contentDir folder of `README.md` and its pictures
 * @param outDir folder of the page
 */
export const writeGuide = (contentDir: string, outDir: string): void => {
  for (const { file, folder, title } of guidePages) {
    mkdirSync(join(outDir, folder), { recursive: true });
    writeFileSync(
      join(outDir, folder, 'index.html'),
      guidePage(readFileSync(join(contentDir, file), 'utf8'), title),
    );
  }
  for (const style of ['header.css', 'guide.css'])
    cpSync(join(import.meta.dirname, 'browser', style), join(outDir, style));
  mkdirSync(join(outDir, guidePictures), { recursive: true });
  for (const picture of globSync(`${guidePictures}/*.webp`, { cwd: contentDir }))
    cpSync(join(contentDir, picture), join(outDir, guidePictures, basename(picture)));
};
