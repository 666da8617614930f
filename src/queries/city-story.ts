import { activitiesOfCity, type ActivityView } from './activities.ts';
import { areasIn, type AreaView } from './areas.ts';
import { citiesNear, cityIn, type CityView, type NearCity } from './cities.ts';
import { editionNames, editionsIn, jointState, type EditionView } from './editions.ts';
import { type EditionFacts, factsByEditionOfCity } from './facts.ts';
import type { FigureView } from './figure-views.ts';
import { helpOfCity } from './help.ts';
import { CITY_NOTES, cityNotesList } from './note-lists.ts';
import { partnersIn, partnersOfCity, type PartnerView } from './partners.ts';
import { quotesOfNote, type PressNoteView, type QuoteView } from './press-notes.ts';
import type { EditionState } from './publication.ts';
import { videosOfCity, type VideoView } from './videos.ts';

/** All that a city's page tells, in the order in which it tells it. */
export interface CityStory {
  city: CityView;
  languages: string[];
  editions: EditionView[];
  editionNames: string;
  /** Whether what it did is past, present or to come: one activity that is running makes it present. */
  activitiesState: EditionState;
  /** Names of the bodies that represent the city in an edition. */
  representatives: string[];
  /** Names of the areas that the city worked in, in any edition. */
  areaNames: string[];
  activitiesByArea: { area: AreaView; activities: readonly ActivityView[] }[];
  figures: FigureView[];
  quotes: QuoteView[];
  partners: readonly PartnerView[];
  /** The newest; figures and quotes are theirs. */
  notes: readonly PressNoteView[];
  /** Path of the list of all its notes, when there are more. */
  allNotes: string | undefined;
  videos: readonly VideoView[];
  factsByEdition: EditionFacts[];
  near: NearCity[];
  /** Whether help of its own is known. */
  hasHelp: boolean;
  /** The note that an activity comes from, by the activity's id. */
  sources: Readonly<Record<string, { path: string; date: string }>>;
}

/**
 * The story of a city.
 * @throws RangeError when there is no such city
 */
export const cityStory = async (lang: string, id: string): Promise<CityStory> => {
  const { city, languages } = await cityIn(lang, id);
  const newest = city.notes.slice(0, CITY_NOTES);
  const [areas, activities, editions, partners, ownPartners, near, help, factsByEdition, videos, quotes] =
    await Promise.all([
      areasIn(lang),
      activitiesOfCity(lang, id),
      editionsIn(lang),
      partnersIn(lang),
      partnersOfCity(lang, id),
      citiesNear(lang, city),
      helpOfCity(lang, id),
      factsByEditionOfCity(lang, id),
      videosOfCity(lang, id),
      Promise.all(newest.map((note) => quotesOfNote(lang, note.id))),
    ]);
  const workedIn = new Set([...city.areasByEdition.values()].flat());
  return {
    city,
    languages,
    editions: editions.filter((edition) => city.editionIds.includes(edition.id)),
    editionNames: await editionNames(lang, city.editionIds),
    activitiesState: jointState(
      editions.filter(({ id: own }) => activities.some(({ edition }) => edition === own)),
    ),
    representatives: city.editions.flatMap(({ representedBy }) =>
      partners.filter((partner) => partner.id === representedBy).map(({ name }) => name),
    ),
    areaNames: areas.filter(({ id: area }) => workedIn.has(area)).map(({ shortName }) => shortName),
    // An activity of several areas stands under the first one that it names.
    activitiesByArea: areas
      .map((area) => ({ area, activities: activities.filter((activity) => activity.areas[0] === area.id) }))
      .filter((group) => group.activities.length > 0),
    figures: newest.flatMap(({ figureViews }) => figureViews),
    quotes: quotes.flat(),
    partners: ownPartners,
    notes: newest,
    allNotes: await cityNotesList(lang, id),
    videos,
    factsByEdition,
    near: near.slice(0, 3),
    hasHelp: help.length > 0,
    sources: Object.fromEntries(
      activities.flatMap(({ id: activity, source }) => {
        const note = 'note' in source && city.notes.find(({ id: own }) => own === source.note);
        return note ? [[activity, { path: note.path, date: note.date }]] : [];
      }),
    ),
  };
};
