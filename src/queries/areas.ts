import { entriesOf, localise, type Localised } from './entries.ts';

/** An area of action, with its texts in a language. */
export type AreaView = Localised<'areas'> & { path: string };

/** All areas in their order. */
export const areasIn = async (lang: string): Promise<AreaView[]> =>
  (await entriesOf('areas'))
    .map((entry) => ({ ...localise(entry, lang), path: `/ambiti/${entry.id}/` }))
    .sort((a, b) => a.order - b.order);
