import { byEach } from '../lib/indexes.ts';
import { oncePerBuild } from '../lib/once-per-build.ts';
import { editionsIn, type EditionView } from './editions.ts';
import { localisedIn } from './entries.ts';
import { publicCities } from './sources.ts';

/** A fact that comes from a public page elsewhere, with its source. */
export interface FactView {
  id: string;
  city?: string | undefined;
  edition: string;
  kind: 'activity' | 'figure' | 'partner' | 'event' | 'statement' | 'note' | 'film';
  text: string;
  value?: string | undefined;
  /** Areas of action that it shows the city to have worked in. */
  areas: string[];
  date?: string | undefined;
  /** Whether the source does not write the whole date, so that a part of it was inferred. */
  inferred: boolean;
  timeline: boolean;
  confidence: 'read' | 'excerpt' | 'contradicted';
  /** `republishes`: the page repeats a press note of the network that is not published here. */
  source: { id: string; title: string; url: string; consulted: string; republishes: boolean };
  /** The language the text is really in. */
  lang: string;
}

/** The sheets of the network, and of the cities that readers may know of. */
const sheetsIn = async (lang: string) => {
  const cities = await publicCities();
  return (await localisedIn('facts', lang)).filter(({ city }) => !city || cities.has(city));
};

/** All facts, sheet by sheet in the order that editors gave them. */
export const factsIn = oncePerBuild(async (lang: string): Promise<readonly FactView[]> =>
  (await sheetsIn(lang)).flatMap((sheet) =>
    Object.entries(sheet.facts).map(([id, fact]) => {
      const source = sheet.sources[fact.source];
      if (!source) throw new RangeError(`facts/${sheet.id}: "${id}" names a source that is not listed.`);
      return {
        ...fact,
        id,
        city: sheet.city,
        source: { id: fact.source, ...source },
        lang: sheet.contentLang,
      };
    }),
  ),
);

/** What is told of the project as a whole stands under no city's id. */
const NETWORK = '';

const byCity = oncePerBuild(async (lang: string) =>
  byEach(await factsIn(lang), ({ city }) => [city ?? NETWORK]),
);

/** Facts that one source tells, and that are equally sure. */
export interface FactGroup {
  source: FactView['source'];
  confidence: FactView['confidence'];
  facts: FactView[];
}

const bySource = (facts: readonly FactView[]): FactGroup[] => [
  ...Map.groupBy(facts, ({ source, confidence }) => `${source.id} ${confidence}`)
    .values()
    .map((group) => {
      const { source, confidence } = group[0] as FactView;
      return { source, confidence, facts: group };
    }),
];

/** Facts of one edition, by source. */
export interface EditionFacts {
  edition: EditionView;
  groups: FactGroup[];
}

const byEdition = async (lang: string, facts: readonly FactView[]): Promise<EditionFacts[]> => {
  const editions = await editionsIn(lang);
  return editions
    .map((edition) => ({ edition, groups: bySource(facts.filter((fact) => fact.edition === edition.id)) }))
    .filter(({ groups }) => groups.length > 0);
};

/** The facts of one city, by edition, the newest first. */
export const factsByEditionOfCity = async (lang: string, city: string): Promise<EditionFacts[]> =>
  byEdition(lang, (await byCity(lang)).get(city) ?? []);

/** What is known of the project as a whole beside its timeline, by edition, the newest first. */
export const factsBesideTimeline = async (lang: string): Promise<EditionFacts[]> =>
  byEdition(
    lang,
    ((await byCity(lang)).get(NETWORK) ?? []).filter((fact) => !(fact.timeline && fact.date)),
  );

/** The dated facts of the whole project that make its timeline, the oldest first. */
export const timelineIn = async (lang: string): Promise<FactView[]> =>
  (await factsIn(lang))
    .filter((fact) => fact.timeline && fact.date)
    .sort((a, b) => ((a.date ?? '') < (b.date ?? '') ? -1 : 1));
