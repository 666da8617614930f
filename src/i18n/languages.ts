import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { contentDir } from '../lib/content-dir.ts';
import type { DocumentType } from '../lib/document-type.ts';
import type { LettersOf } from '../lib/letters.ts';
import { isShown } from '../lib/shown-languages.ts';
import type { NumberSeparators } from '../lib/number-separators.ts';

/** How pages look in a script that the site's own letters do not hold. Its schema is `src/schemas/language.ts`. */
export interface ScreenType {
  /** Fonts of the reader's own machine, the best first. */
  fonts: readonly string[];
  /** Line heights of texts and of headings, in heights of letters. */
  leading?: number | undefined;
  headings?: number | undefined;
  /** Whether letters join: then none is moved away from its neighbour. */
  joined?: 'yes' | 'no' | undefined;
}

/** A language of the site. Its schema, with the editor's error texts, is `src/schemas/language.ts`. */
export interface Language {
  /** ISO 639 code, also the prefix of its addresses and the `lang` of its pages. */
  code: string;
  /** Its name in itself. */
  name: string;
  dir: 'ltr' | 'rtl';
  /** BCP 47 tag for dates, numbers and alphabetical order. */
  locale: string;
  /** ISO 15924 code of its script, `Latn`. */
  script: string;
  /** The separators of its numbers, where they are not those of its locale. */
  numbers?: NumberSeparators | undefined;
  /** How the words of its interface came to be; a machine's and unreviewed where nothing is said. */
  translation?: { by: 'machine' | 'person'; reviewed: 'yes' | 'no' } | undefined;
  /** `no`: readers do not get it yet. */
  public?: 'yes' | 'no' | undefined;
  /** The offer of this language, in this language. */
  notice: string;
  /** The article that is written onto a word, and that alphabetical lists skip. */
  article?: string | undefined;
  /** Nothing where the site's own letters will do. */
  screen?: ScreenType | undefined;
  documents: DocumentType;
  /** What a search knows of its words. */
  search: LettersOf;
}

/** What a language's file holds: its code is the file's name, and what it does not say is as in the first language. */
interface LanguageFile extends Omit<Language, 'code' | 'script' | 'documents' | 'search'> {
  order: number;
  documents?: Partial<DocumentType> | undefined;
  search?: LettersOf | undefined;
}

const latin: DocumentType = { fonts: [], pictures: [], size: 1, leading: 0.68, least: 0, without: [] };

const unique = (names: readonly string[]): string[] => [...new Set(names)];

const filesIn = (folder: string): (LanguageFile & { code: string })[] =>
  (existsSync(folder) ? readdirSync(folder) : [])
    .filter((name) => /^[a-z]{2,3}\.yaml$/.test(name))
    .map((name) => ({
      ...(parse(readFileSync(join(folder, name), 'utf8')) as LanguageFile),
      code: name.slice(0, -'.yaml'.length),
    }))
    .sort((a, b) => a.order - b.order || (a.code < b.code ? -1 : 1));

const read = (): readonly Language[] => {
  const files = filesIn(join(contentDir(), 'languages'));
  if (files.length === 0)
    throw new Error('Mancano le lingue del sito: crea il file content/languages/it.yaml.');
  const base = files[0]?.documents ?? {};
  return files.map(({ order: _, documents = base, search = {}, ...language }) => {
    // Names stay in Latin letters in every language: what the first one is set in is never missing.
    const fonts = unique([...(documents.fonts ?? []), ...(base.fonts ?? [])]);
    return {
      ...language,
      script: new Intl.Locale(language.locale).maximize().script ?? 'Latn',
      documents: {
        ...latin,
        ...documents,
        fonts,
        pictures: documents.pictures ? unique([...documents.pictures, ...(base.fonts ?? [])]) : fonts,
      },
      search,
    };
  });
};

/** The languages of the site in their order, one file each in `content/languages`, without those that are not public yet. */
export const languages = read().filter(isShown);

/** The language whose texts are authoritative: the first in order. It has no prefix in addresses. */
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

/** A language as its documents need it. */
export const documentLanguage = (lang: string): Pick<Language, 'code' | 'dir' | 'locale' | 'documents'> => {
  const { code, dir, locale, documents } = languageOf(lang);
  return { code, dir, locale, documents };
};

/**
 * The tag of a language with its country, `it-IT`, for programs that want both. It begins with the language's own code also
 * where its dates and numbers are known under another: `prs-AF` for Dari, whose locale is `fa-AF`.
 */
export const tagWithCountry = ({ code, locale }: Pick<Language, 'code' | 'locale'>): string => {
  const { region } = new Intl.Locale(locale);
  return region === undefined ? code : `${code}-${region}`;
};
