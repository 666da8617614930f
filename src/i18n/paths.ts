import { addresses } from '../lib/addresses.ts';
import { languages, sourceLanguage, type Language } from './languages.ts';

/** The `lang` route parameter of a language: nothing for the source language, which has no prefix. */
export const langParam = (lang: string): string | undefined =>
  lang === sourceLanguage.code ? undefined : lang;

/** The language that a `lang` route parameter stands for. */
export const langOfParam = (param: string | undefined): string => param ?? sourceLanguage.code;

/**
 * The address of a page in a language. Paths are the same in every language, after the prefix.
 * @param lang language code
 * @param path path of the page without prefix, `/citta/palermo/`
 */
export const pathIn = (lang: string, path: string): string =>
  lang === sourceLanguage.code ? path : `/${lang}${path}`;

/** Path of the feed of notes and videos, before its language is put in front. */
export const feedPath = `${addresses.notes}feed.xml`;

/** One static path a language: for routes that have no other parameter. */
export const languagePaths = () =>
  languages.map(({ code }: Language) => ({ params: { lang: langParam(code) } }));
