import { slugOf } from './slug.ts';

/** Characters that XML 1.0 cannot hold, not even escaped; with them a feed or a Word file would not open. */
const NOT_XML =
  // eslint-disable-next-line no-control-regex -- they are what is looked for
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** The text without what XML cannot hold; for libraries that escape the rest themselves. */
export const xmlCharacters = (text: string): string => text.replace(NOT_XML, '');

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text for HTML and XML, in an element or in a quoted attribute. */
export const escapeXml = (text: string): string =>
  xmlCharacters(text).replace(/[&<>"']/g, (sign) => ENTITIES[sign] as string);

/**
 * A value as JSON that may stand inside an HTML `<script>`: no text in it can end the script or open a comment.
 * It is still the same JSON.
 */
export const jsonInHtml = (value: unknown): string =>
  JSON.stringify(value).replace(
    /[<>&\u2028\u2029]/g,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );

/** Text for Markdown (CommonMark), read back as the same text. */
export const escapeMarkdown = (text: string): string =>
  text
    .replace(/[\\`*_[\]<>&]/g, '\\$&')
    // Signs that mean something only at the start of a line.
    .replace(/^(\s*)([#+=~-]|\d+(?=[.)]))/gm, (_, blanks: string, sign: string) =>
      /^\d/.test(sign) ? `${blanks}${sign}\\` : `${blanks}\\${sign}`,
    );

const BIBTEX: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
};

/** Text for a field of a BibTeX entry, between braces. */
export const escapeBibtex = (text: string): string =>
  text.replace(/[\\~^{}$&#%_]/g, (sign) => BIBTEX[sign] ?? `\\${sign}`).replace(/\s+/g, ' ');

/** A part of a file name that every system can hold: lower-case ASCII letters, digits and hyphens. */
export const fileNamePart = (text: string): string => slugOf(text).slice(0, 80) || 'file';
