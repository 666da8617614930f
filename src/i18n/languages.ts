import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { contentDir } from '../lib/content-dir.ts';
import type { NumberSeparators } from '../lib/number-separators.ts';

/** A language of the site. Its schema, with the editor's error texts, is `src/schemas/language.ts`. */
export interface Language {
  /** ISO 639 code, also the prefix of its addresses. */
  code: string;
  /** Its name in itself. */
  name: string;
  dir: 'ltr' | 'rtl';
  /** BCP 47 tag for dates, numbers and alphabetical order. */
  locale: string;
  /** The separators of its numbers, where they are not those of its locale. */
  numbers?: NumberSeparators | undefined;
  /** How the words of its interface came to be; a machine's and unreviewed where nothing is said. */
  translation?: { by: 'machine' | 'person'; reviewed: 'yes' | 'no' } | undefined;
  /** The offer of this language, in this language. */
  notice: string;
}

/** The languages of the site in their order; the only list is `content/languages.yaml`. */
export const languages = parse(
  readFileSync(join(contentDir(), 'languages.yaml'), 'utf8'),
) as readonly Language[];

/** The language whose texts are authoritative: the first of the list. It has no prefix in addresses. */
export const sourceLanguage: Language = languages[0] as Language;

/**
 * The language with this code.
 * @throws RangeError when the site does not have it
 */
export const languageOf = (code: string): Language => {
  const found = languages.find((language) => language.code === code);
  if (!found) throw new RangeError(`The site has no language "${code}".`);
  return found;
};

/** What a document says of the language that it is written in. */
export const documentLanguage = (lang: string): Pick<Language, 'code' | 'dir' | 'locale'> => {
  const { code, dir, locale } = languageOf(lang);
  return { code, dir, locale };
};
