import { cpSync, globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { Marked } from 'marked';
import { gfmHeadingId } from 'marked-gfm-heading-id';

/** Folder of the guide's pictures, beside the guide. */
export const guidePictures = 'README';

/**
 * The editors' guide as a page.
 * @param markdown the guide's text
 */
export const guidePage = (markdown: string): string => {
  const marked = new Marked(gfmHeadingId());
  const body = marked
    .parse(markdown, { async: false })
    // A wide table moves by itself, never the page; whoever has no mouse reaches it by keyboard.
    .replaceAll('<table>', '<div class="scroll" role="region" aria-label="Tabella" tabindex="0"><table>')
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
    <title>Guida per la redazione · LGNet</title>
    <link rel="icon" href="/favicon.svg" type="image/svg+xml">
    <link rel="stylesheet" href="guide.css">
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
  mkdirSync(join(outDir, guidePictures), { recursive: true });
  writeFileSync(join(outDir, 'index.html'), guidePage(readFileSync(join(contentDir, 'README.md'), 'utf8')));
  cpSync(join(import.meta.dirname, 'browser/guide.css'), join(outDir, 'guide.css'));
  for (const picture of globSync(`${guidePictures}/*`, { cwd: contentDir }))
    cpSync(join(contentDir, picture), join(outDir, guidePictures, basename(picture)));
};
