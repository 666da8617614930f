import { withoutMarks } from '../../i18n/bidi.ts';
import { languageOf } from '../../i18n/languages.ts';
import { escapeXml } from '../../lib/escape.ts';
import type { BookView } from '../../queries/book.ts';

/** A document of a book. */
export interface Chapter {
  /** Its file without ending, unique in the book. */
  id: string;
  title: string;
  /** Language of the title, where it is not the book's. */
  lang?: string | undefined;
  /** XHTML of the body. */
  body: string;
  /** The chapters that stand under it in the list of contents. */
  parts?: readonly Chapter[];
}

/** The attributes of an element whose words are not in the language around it; nothing where they are. */
export const inLanguage = (around: string, own: string): string =>
  around === own ? '' : ` lang="${own}" xml:lang="${own}" dir="${languageOf(own).dir}"`;

/** A text in an element: `element('p', 'words', ' class="x"')`. */
export const element = (name: string, text: string, attributes = ''): string =>
  `<${name}${attributes}>${escapeXml(text)}</${name}>`;

/** A list; nothing where it has no items. */
export const list = (items: readonly string[], attributes = ''): string =>
  items.length === 0 ? '' : `<ul${attributes}>${items.map((item) => `<li>${item}</li>`).join('')}</ul>`;

export const link = (href: string, text: string, attributes = ''): string =>
  element('a', text, ` href="${escapeXml(href)}"${attributes}`);

/** A whole document of an EPUB. */
export const xhtml = ({ lang: { code, dir } }: Pick<BookView, 'lang'>, title: string, body: string): string =>
  [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<!DOCTYPE html>',
    `<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" lang="${code}" xml:lang="${code}" dir="${dir}">`,
    `<head>${element('title', withoutMarks(title))}<link rel="stylesheet" type="text/css" href="style.css"/></head>`,
    `<body>${body}</body>`,
    '</html>',
    '',
  ].join('\n');
