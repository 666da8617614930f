import { escapeXml } from '../../../src/lib/escape.ts';

/** Text that is HTML already: everything else put into {@link html} is escaped. */
export class Html {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

type Part = string | number | Html | undefined | false | readonly Part[];

const written = (part: Part): string => {
  if (part === undefined || part === false) return '';
  if (part instanceof Html) return part.text;
  return typeof part === 'object' ? part.map(written).join('') : escapeXml(String(part));
};

/** HTML from a template; what is put into it is text, or HTML made in the same way. */
export const html = (strings: TemplateStringsArray, ...parts: Part[]): Html =>
  new Html(String.raw({ raw: strings }, ...parts.map(written)));

const policy =
  "default-src 'none'; style-src 'self'; img-src 'self' data:; frame-src 'self'; form-action 'self'; base-uri 'none'";

/** A page of the desk. */
export const deskPage = (title: string, main: Html, { bare = false }: { bare?: boolean } = {}): string =>
  html`<!doctype html>
    <html lang="it">
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content="${policy}" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex, nofollow" />
        <title>${title} · Redazione LGNet</title>
        <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
        <link rel="stylesheet" href="/redazione/stile/header.css" />
        <link rel="stylesheet" href="/redazione/stile/guide.css" />
        <link rel="stylesheet" href="/redazione/stile/desk.css" />
      </head>
      <body>
        ${
          !bare &&
          html`<header>
            <p>Redazione LGNet</p>
            <nav aria-label="Redazione">
              <a href="/redazione/">Note e traduzioni</a>
              <a href="/admin/">Modulo</a>
              <a href="/admin/guida/">Guida</a>
              <a href="/">Vai al sito</a>
            </nav>
          </header>`
        }
        <main class="desk">${main}</main>
      </body>
    </html> `.text;
