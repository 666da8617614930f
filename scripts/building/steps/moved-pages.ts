import { pathIn } from '../../../src/i18n/paths.ts';
import { languages, type languageOf } from '../../../src/i18n/languages.ts';
import { translator } from '../../../src/i18n/strings.ts';
import { escapeXml } from '../../../src/lib/escape.ts';

type Language = ReturnType<typeof languageOf>;

/** An address that is left, in one language, and the page that stands there. */
export interface MovedPage {
  from: string;
  to: string;
  html: string;
}

/** What stands at an address that was left: for browsers, search engines and people without either. */
const pageOf = ({ code, dir }: Language, to: string, siteUrl: string): string => {
  const t = translator(code);
  const url = escapeXml(new URL(to, siteUrl).href);
  return `<!doctype html>
<html lang="${code}" dir="${dir}">
  <head>
    <meta charset="utf-8">
    <meta http-equiv="content-security-policy" content="default-src 'none'; base-uri 'none'; form-action 'none'">
    <title>${escapeXml(t('moved.title'))}</title>
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="robots" content="noindex">
    <link rel="canonical" href="${url}">
    <meta http-equiv="refresh" content="0; url=${escapeXml(to)}">
  </head>
  <body>
    <main>
      <h1>${escapeXml(t('moved.title'))}</h1>
      <p><a href="${escapeXml(to)}">${escapeXml(t('moved.link'))}</a></p>
    </main>
  </body>
</html>
`;
};

/**
 * The signs at all addresses that were left, in every language.
 * @param moved old address to new one, without a language
 * @param siteUrl the site's address
 */
export const movedPages = (moved: Readonly<Record<string, string>>, siteUrl: string): MovedPage[] =>
  Object.entries(moved).flatMap(([from, to]) =>
    languages.map((language) => ({
      from: pathIn(language.code, from),
      to: pathIn(language.code, to),
      html: pageOf(language, pathIn(language.code, to), siteUrl),
    })),
  );
