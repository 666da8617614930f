import { translator } from '../i18n/strings.ts';
import { editionsIn } from './editions.ts';
import { entriesOf, localise } from './entries.ts';

/** A fact that comes from a public page elsewhere, with its source. */
export interface FactView {
  id: string;
  city?: string | undefined;
  edition: string;
  kind: 'activity' | 'figure' | 'partner' | 'event' | 'statement' | 'note' | 'film';
  text: string;
  value?: string | undefined;
  date?: string | undefined;
  timeline: boolean;
  confidence: 'read' | 'excerpt' | 'contradicted';
  source: { id: string; title: string; url: string; consulted: string };
  /** The language the text is really in. */
  lang: string;
}

/** All facts, sheet by sheet in the order that editors gave them. */
export const factsIn = async (lang: string): Promise<FactView[]> =>
  (await entriesOf('facts')).flatMap((entry) => {
    const sheet = localise(entry, lang);
    return Object.entries(sheet.facts).map(([id, fact]) => {
      const source = sheet.sources[fact.source];
      if (!source) throw new RangeError(`facts/${entry.id}: "${id}" names a source that is not listed.`);
      return {
        ...fact,
        id,
        city: sheet.city,
        source: { id: fact.source, ...source },
        lang: sheet.contentLang,
      };
    });
  });

/** The facts of one city, by edition, the newest first. An edition that has no entry yet is the one to come. */
export const factsByEditionOfCity = async (
  lang: string,
  city: string,
): Promise<{ editionName: string; facts: FactView[] }[]> => {
  const own = (await factsIn(lang)).filter((fact) => fact.city === city);
  const editions = await editionsIn(lang);
  const later = own.filter((fact) => !editions.some(({ id }) => id === fact.edition));
  return [
    { editionName: translator(lang)('fact.later-edition'), facts: later },
    ...editions.map(({ id, name }) => ({
      editionName: name,
      facts: own.filter((fact) => fact.edition === id),
    })),
  ].filter(({ facts }) => facts.length > 0);
};

/** The dated facts of the whole project that make its timeline, the oldest first. */
export const timelineIn = async (lang: string): Promise<FactView[]> =>
  (await factsIn(lang))
    .filter((fact) => fact.timeline && fact.date)
    .sort((a, b) => ((a.date ?? '') < (b.date ?? '') ? -1 : 1));
