import { citiesIn, type CityView } from './cities.ts';
import { editionIn, editionsIn, latestContacts, type ContactView, type EditionView } from './editions.ts';
import { factsBesideTimeline, timelineIn, type EditionFacts, type FactView } from './facts.ts';
import { nationalPartners, type PartnerView } from './partners.ts';

/** What stands on the page that tells of an edition, beside its text. */
export interface EditionStory {
  edition: EditionView;
  editions: readonly EditionView[];
  cities: CityView[];
  partners: PartnerView[];
  contacts: ContactView[];
  timeline: FactView[];
  /** What else public sources tell of the project. */
  factsByEdition: EditionFacts[];
}

/** The story of an edition: its cities, who leads it, its contacts, and the network's dates. */
export const editionStory = async (lang: string, id: string): Promise<EditionStory> => ({
  edition: await editionIn(lang, id),
  editions: await editionsIn(lang),
  cities: (await citiesIn(lang)).filter(({ editionIds }) => editionIds.includes(id)),
  partners: await nationalPartners(lang, id),
  contacts: await latestContacts(lang, id),
  timeline: await timelineIn(lang),
  factsByEdition: await factsBesideTimeline(lang),
});
