import { areasOfNote } from './note-areas.ts';
import { withoutMarksIn } from '../i18n/bidi.ts';
import { languages, sourceLanguage } from '../i18n/languages.ts';
import { notePath, plainPagePath } from '../lib/addresses.ts';
import { oncePerBuild } from '../lib/once-per-build.ts';
import type { Source } from '../schemas/index.ts';
import { activitiesIn } from './activities.ts';
import { absoluteUrl } from './addresses.ts';
import { citiesIn } from './cities.ts';
import { editionsIn } from './editions.ts';
import { factsIn } from './facts.ts';
import { pagesIn } from './pages.ts';
import { partnersIn } from './partners.ts';
import type { EditionState } from './publication.ts';
import { noteIn, notesIn } from './press-notes.ts';

/** A text in the languages it really exists in, by language code; nothing is filled in from another language. */
export type Texts = Readonly<Record<string, string>>;

/** The content as data: one record a thing, addresses whole, every language side by side. */
export interface OpenDataView {
  editions: readonly {
    id: string;
    name: string;
    /** As exact as the source: `2024`, `2024-01`. */
    begins: string | null;
    ends: string | null;
    /** At the instant of the build. */
    state: EditionState;
    page: string;
  }[];
  cities: readonly {
    id: string;
    name: Texts;
    officialName: string | null;
    region: string;
    lat: number;
    lon: number;
    editions: readonly string[];
    /** `lgnet2/housing`: an area in the edition in which the city worked in it. */
    areas: readonly string[];
    activityCount: number;
    notes: readonly string[];
    hasVideo: boolean;
    summary: Texts;
    source: string | null;
    page: string;
  }[];
  activities: readonly {
    id: string;
    city: string;
    edition: string;
    areas: readonly string[];
    title: Texts;
    summary: Texts;
    forWhom: Texts;
    workshops: Readonly<Record<string, readonly string[]>>;
    places: readonly string[];
    source: string;
    page: string;
  }[];
  partners: readonly {
    id: string;
    name: string;
    role: string;
    editions: readonly string[];
    cities: readonly string[];
    explanation: Texts;
    website: string | null;
    sources: readonly string[];
  }[];
  figures: readonly {
    id: string;
    /** `note` and `page` are texts of this site; `external` is a public page elsewhere. */
    origin: 'note' | 'page' | 'republished' | 'external';
    /** `null` where the source gives no plain number; the label then says it in words. */
    value: number | null;
    qualifier: string | null;
    label: Texts;
    areas: readonly string[];
    city: string | null;
    edition: string | null;
    confidence: string;
    source: string;
  }[];
  notes: readonly {
    id: string;
    date: string;
    modified: string;
    city: string;
    edition: string;
    areas: readonly string[];
    title: Texts;
    subtitle: Texts;
    citySummary: Texts;
    languages: readonly string[];
    page: string;
  }[];
  /** The day that the newest record or source of each table is of, `YYYY-MM-DD`. */
  modified: Readonly<Partial<Record<'citta' | 'attivita' | 'partner' | 'cifre' | 'note-stampa', string>>>;
  /** The first and the last year that notes and dated facts tell of. */
  years: { first: string; last: string } | undefined;
}

const sourceUrl = (source: Source): string => {
  if ('note' in source) return absoluteUrl(notePath(source.note));
  if ('page' in source) return absoluteUrl(plainPagePath(source.page));
  return source.url;
};

/** The same list in every language, read as texts of its items. */
interface InEveryLanguage<Item> {
  /** The items in the source language, in the order of their ids. */
  items: Item[];
  /** A text of an item in the languages that it really exists in. */
  texts: <Value>(id: string, pick: (item: Item) => Value | undefined) => Record<string, Value>;
}

const inEveryLanguage = async <Item extends { id: string; contentLang?: string; lang?: string }>(
  read: (lang: string) => Promise<readonly Item[]>,
): Promise<InEveryLanguage<Item>> => {
  const lists = await Promise.all(
    languages.map(
      async ({ code }) => [code, new Map((await read(code)).map((item) => [item.id, item]))] as const,
    ),
  );
  const items = [...(lists[0]?.[1].values() ?? [])].sort((a, b) => (a.id < b.id ? -1 : 1));
  return {
    items,
    texts: (id, pick) =>
      Object.fromEntries(
        lists.flatMap(([code, list]) => {
          const item = list.get(id);
          const text = item && (item.contentLang ?? item.lang) === code ? pick(item) : undefined;
          return text === undefined ? [] : [[code, withoutMarksIn(text)]];
        }),
      ),
  };
};

/** The words before a number in Italian, and what they say of it. */
const qualifiers = { oltre: 'over', circa: 'about' } as const;

/** A figure that facts give in words: "316", "oltre 450", "circa 25"; `null` where it is more than one number. */
const figureIn = (value: string | undefined): { value: number | null; qualifier: string | null } => {
  const [, word, number] = /^(?:(oltre|circa) )?(\d{1,3}(?:\.\d{3})+|\d+)$/.exec(value ?? '') ?? [];
  if (number === undefined) return { value: null, qualifier: null };
  return {
    value: Number(number.replaceAll('.', '')),
    qualifier: word ? qualifiers[word as keyof typeof qualifiers] : 'exactly',
  };
};

const unique = (values: readonly (string | undefined)[]): string[] =>
  [...new Set(values.filter((value) => value !== undefined))].sort();

/** Everything that the open data files publish. Only what readers may see is in it. */
export const openData = oncePerBuild(async (): Promise<OpenDataView> => {
  const cities = await inEveryLanguage(citiesIn);
  const activities = await inEveryLanguage(activitiesIn);
  const partners = await inEveryLanguage(partnersIn);
  const notes = await inEveryLanguage(notesIn);
  const pages = await inEveryLanguage(pagesIn);
  const facts = await inEveryLanguage(async (lang) =>
    (await factsIn(lang)).map((fact) => ({ ...fact, id: `${fact.city ?? 'rete'}/${fact.id}` })),
  );

  // When a note was last changed; sources elsewhere change no more once they were consulted.
  const noteDays = new Map(
    notes.items.map((note) => [
      note.id,
      [note.date, ...Object.keys(note.changes)].sort().at(-1) ?? note.date,
    ]),
  );
  const newestOf = (days: readonly (string | undefined)[]): string | undefined =>
    days
      .filter((day) => day !== undefined)
      .sort()
      .at(-1);
  const dayOf = (source: Source | undefined): string | undefined =>
    source && 'note' in source ? noteDays.get(source.note) : undefined;
  const noteDay = newestOf([...noteDays.values()]);
  const factDay = newestOf(facts.items.map(({ source }) => source.consulted));
  const activityDay = newestOf(activities.items.map(({ source }) => dayOf(source)));
  const partnerDay = newestOf(
    partners.items.flatMap(({ participations }) => participations.map(({ source }) => dayOf(source))),
  );
  const modified = {
    citta: newestOf([activityDay, noteDay]),
    attivita: activityDay,
    partner: partnerDay,
    cifre: newestOf([noteDay, factDay]),
    'note-stampa': noteDay,
  };
  const yearsTold = [...notes.items, ...facts.items]
    .flatMap(({ date }) => (date ? [date.slice(0, 4)] : []))
    .sort();
  const [first, last] = [yearsTold[0], yearsTold.at(-1)];

  return {
    modified: Object.fromEntries(Object.entries(modified).filter(([, day]) => day !== undefined)),
    years: first && last ? { first, last } : undefined,
    editions: (await editionsIn(sourceLanguage.code)).map(({ id, name, begins, ends, state, path }) => ({
      id,
      name,
      begins: begins ?? null,
      ends: ends ?? null,
      state,
      page: absoluteUrl(path),
    })),
    cities: cities.items.map((city) => ({
      id: city.id,
      name: cities.texts(city.id, ({ name }) => name),
      officialName: city.officialName ?? null,
      region: city.region,
      lat: city.coordinates.lat,
      lon: city.coordinates.lon,
      editions: city.editionIds,
      areas: [...city.areasByEdition]
        .flatMap(([edition, areas]) => areas.map((area) => `${edition}/${area}`))
        .sort(),
      activityCount: city.activityCount,
      notes: city.notes.map(({ id }) => id).sort(),
      hasVideo: city.hasVideo,
      summary: cities.texts(city.id, ({ summary }) => summary),
      source: city.source ? sourceUrl(city.source) : null,
      page: absoluteUrl(city.path),
    })),
    activities: activities.items.map((activity) => ({
      id: activity.id,
      city: activity.city,
      edition: activity.edition,
      areas: activity.areas,
      title: activities.texts(activity.id, ({ title }) => title),
      summary: activities.texts(activity.id, ({ summary }) => summary),
      forWhom: activities.texts(activity.id, ({ forWhom }) => forWhom),
      workshops: activities.texts(activity.id, ({ workshops }) => workshops),
      places: activity.places.map(({ name }) => name),
      source: sourceUrl(activity.source),
      page: absoluteUrl(activity.path),
    })),
    partners: partners.items.map((partner) => ({
      id: partner.id,
      name: partner.name,
      role: partner.role,
      editions: unique(partner.participations.map(({ edition }) => edition)),
      cities: unique(partner.participations.map(({ city }) => city)),
      explanation: partners.texts(partner.id, ({ explanation }) => explanation),
      website: partner.website ?? null,
      sources: unique(partner.participations.map(({ source }) => sourceUrl(source))),
    })),
    figures: [
      ...notes.items.flatMap((note) =>
        note.figureViews.map((figure) => ({
          id: `${note.id}/${figure.id}`,
          origin: 'note' as const,
          value: figure.value,
          qualifier: figure.qualifier,
          label: notes.texts(note.id, ({ figures }) => figures[figure.id]?.label),
          areas: figure.areas,
          city: note.city,
          edition: note.edition,
          confidence: 'read',
          source: absoluteUrl(figure.path),
        })),
      ),
      ...pages.items.flatMap((page) =>
        page.figureViews.map((figure) => ({
          id: `${page.id}/${figure.id}`,
          origin: 'page' as const,
          value: figure.value,
          qualifier: figure.qualifier,
          label: pages.texts(page.id, ({ figures }) => figures[figure.id]?.label),
          areas: figure.areas,
          city: null,
          edition: page.edition ?? null,
          confidence: 'read',
          source: absoluteUrl(figure.path),
        })),
      ),
      ...facts.items
        .filter(({ kind }) => kind === 'figure')
        .map((fact) => ({
          id: fact.id,
          origin: fact.source.republishes ? ('republished' as const) : ('external' as const),
          ...figureIn(fact.value),
          label: facts.texts(fact.id, ({ text }) => text),
          areas: fact.areas,
          city: fact.city ?? null,
          edition: fact.edition,
          confidence: fact.confidence,
          source: fact.source.url,
        })),
    ],
    notes: await Promise.all(
      notes.items.map(async (note) => ({
        id: note.id,
        date: note.date,
        modified: [note.date, ...Object.keys(note.changes)].sort().at(-1) ?? note.date,
        city: note.city,
        edition: note.edition,
        areas: (await areasOfNote(sourceLanguage.code, note.id)).map(({ id }) => id),
        title: notes.texts(note.id, ({ title }) => title),
        subtitle: notes.texts(note.id, ({ subtitle }) => subtitle),
        citySummary: notes.texts(note.id, ({ citySummary }) => citySummary),
        languages: (await noteIn(sourceLanguage.code, note.id)).languages,
        page: absoluteUrl(note.path),
      })),
    ),
  };
});
