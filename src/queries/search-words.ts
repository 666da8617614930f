import { sourceLanguage } from '../i18n/languages.ts';
import { areasIn } from './areas.ts';
import { citiesById, citiesIn } from './cities.ts';
import { glossaryIn, inflectionsIn } from './glossary.ts';

/** Words that help a search: groups that mean the same, and names that a misspelt word may mean. */
export interface SearchWords {
  synonyms: { words: string[]; aliases?: string[]; forms?: true }[];
  suggestions: string[];
}

/** The words of a language, from the glossary and from the names of cities and areas. */
export const searchWords = async (lang: string): Promise<SearchWords> => {
  const [terms, inflections, cities, areas, italianCities] = await Promise.all([
    glossaryIn(lang),
    inflectionsIn(lang),
    citiesIn(lang),
    areasIn(lang),
    citiesById(sourceLanguage.code),
  ]);
  // A city is known by its Italian name too.
  const cityGroups = cities.flatMap(({ id, name }) => {
    const italian = italianCities.get(id)?.name;
    return italian === undefined || italian === name ? [] : [{ words: [name], aliases: [italian] }];
  });
  return {
    synonyms: [
      // Forms of the same word before others that mean the same: a query is asked in a few words only.
      ...inflections.map((words) => ({ words, forms: true as const })),
      ...cityGroups,
      ...terms.map(({ term, synonyms }) => ({ words: [...new Set([term, ...synonyms])] })),
    ],
    suggestions: [
      ...new Set([
        ...cities.map(({ name }) => name),
        ...areas.map(({ shortName }) => shortName),
        ...terms.map(({ term }) => term),
      ]),
    ],
  };
};
