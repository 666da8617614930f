import { entriesOf, languagesOf, localise, type Localised } from './entries.ts';

/** An area of action, with its texts in a language. */
export type AreaView = Localised<'areas'> & { path: string };

/** All areas in their order. */
export const areasIn = async (lang: string): Promise<AreaView[]> =>
  (await entriesOf('areas'))
    .map((entry) => ({ ...localise(entry, lang), path: `/ambiti/${entry.id}/` }))
    .sort((a, b) => a.order - b.order);

/**
 * The area with this id, and the languages its text really exists in.
 * @throws RangeError when there is none
 */
export const areaIn = async (lang: string, id: string): Promise<{ area: AreaView; languages: string[] }> => {
  const area = (await areasIn(lang)).find((candidate) => candidate.id === id);
  const entry = (await entriesOf('areas')).find((candidate) => candidate.id === id);
  if (!area || !entry) throw new RangeError(`There is no area "${id}".`);
  return { area, languages: languagesOf(entry) };
};
