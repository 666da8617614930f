import { getCollection } from 'astro:content';
import type { WordLink } from '../documents/word-links.ts';
import { isolatedTexts } from '../i18n/bidi.ts';
import { compareIn } from '../i18n/format.ts';
import { pathIn } from '../i18n/paths.ts';
import { addresses, fragments } from '../lib/addresses.ts';
import { oncePerBuild } from '../lib/once-per-build.ts';

/** A term of the project in a language. */
export interface Term {
  id: string;
  term: string;
  /** The term with its foreign names set apart, for pages. */
  shown: string;
  meaning: string;
  synonyms: string[];
}

/** Groups of forms of one word in a language. */
export const inflectionsIn = oncePerBuild(async (lang: string): Promise<string[][]> => {
  const glossary = (await getCollection('glossaries')).find(({ id }) => id === lang);
  return glossary?.data.inflections ?? [];
});

/** The glossary of a language; empty where nobody has written it. */
export const glossaryIn = oncePerBuild(async (lang: string): Promise<Term[]> => {
  const glossary = (await getCollection('glossaries')).find(({ id }) => id === lang);
  return Object.entries(glossary?.data.terms ?? {}).map(([id, term]) => ({
    id,
    ...term,
    meaning: isolatedTexts(lang, term.meaning),
    shown: isolatedTexts(lang, term.term),
  }));
});

/** The terms of a language in its alphabetical order. */
export const termsIn = async (lang: string): Promise<Term[]> =>
  (await glossaryIn(lang)).toSorted((a, b) => compareIn(lang)(a.term, b.term));

/** Where the difficult words of a language are explained. */
export const wordLinks = async (lang: string): Promise<WordLink[]> =>
  (await glossaryIn(lang)).map(({ id, term }) => ({
    term,
    href: `${pathIn(lang, addresses.words)}#${fragments.word(id)}`,
  }));
