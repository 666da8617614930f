import { getCollection } from 'astro:content';

/** A term of the project in a language. */
export interface Term {
  id: string;
  term: string;
  meaning: string;
  synonyms: string[];
}

/** The glossary of a language; empty where nobody has written it. */
export const glossaryIn = async (lang: string): Promise<Term[]> => {
  const glossary = (await getCollection('glossaries')).find(({ id }) => id === lang);
  return Object.entries(glossary?.data.terms ?? {}).map(([id, term]) => ({ id, ...term }));
};
