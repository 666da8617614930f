import { areasIn } from './areas.ts';
import { citiesIn } from './cities.ts';
import { glossaryIn } from './glossary.ts';

/** Words that help a search: groups that mean the same, and names that a misspelt word may mean. */
export interface SearchWords {
  synonyms: string[][];
  suggestions: string[];
}

/** The words of a language, from the glossary and from the names of cities and areas. */
export const searchWords = async (lang: string): Promise<SearchWords> => {
  const [terms, cities, areas, italianCities] = await Promise.all([
    glossaryIn(lang),
    citiesIn(lang),
    areasIn(lang),
    citiesIn('it'),
  ]);
  const cityGroups = cities.map((city) => [
    city.name,
    italianCities.find(({ id }) => id === city.id)?.name ?? city.name,
  ]);
  return {
    synonyms: [...terms.map(({ term, synonyms }) => [term, ...synonyms]), ...cityGroups].filter(
      (group) => new Set(group).size > 1,
    ),
    suggestions: [
      ...new Set([
        ...cities.map(({ name }) => name),
        ...areas.map(({ shortName }) => shortName),
        ...terms.map(({ term }) => term),
      ]),
    ],
  };
};
