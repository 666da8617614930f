import { getCollection } from 'astro:content';
import { oncePerBuild } from '../lib/once-per-build.ts';

/** A term of the project in a language. */
export interface Term {
  id: string;
  term: string;
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
  return Object.entries(glossary?.data.terms ?? {}).map(([id, term]) => ({ id, ...term }));
});
