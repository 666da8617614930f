import { isolated } from '../i18n/bidi.ts';
import { formatDate, formatList } from '../i18n/format.ts';
import { documentLanguage, languages, sourceLanguage } from '../i18n/languages.ts';
import { pathIn } from '../i18n/paths.ts';
import { translator } from '../i18n/strings.ts';
import { addresses, plainPagePath } from '../lib/addresses.ts';
import { oncePerBuild } from '../lib/once-per-build.ts';
import { regionsSource } from '../map/regions.ts';
import { siteConfig } from '../site.config.ts';
import { absoluteUrl } from './addresses.ts';
import { areasIn } from './areas.ts';
import { bodyIn } from './bodies.ts';
import { citiesIn } from './cities.ts';
import { cityStory } from './city-story.ts';
import { editionIn, editionsIn } from './editions.ts';
import { collectedTranslation } from './entries.ts';
import { termsIn } from './glossary.ts';
import { pageIn } from './pages.ts';
import { nationalPartners } from './partners.ts';
import { plateOf } from './plates.ts';
import { noteDates, noteIn, notesIn } from './press-notes.ts';
import { pressLabels, publishedNote, translationNotice } from './published-notes.ts';
import { publisherName } from './responsible.ts';

/** A fact of the book, and the number of its source in the list at the end. */
interface BookFact {
  text: string;
  lang: string;
  value: string | undefined;
  date: string | undefined;
  source: number;
}

/**
 * The editions that have a book: those of which the network's own words are here, a press note at least. What only others
 * tell of an edition fills no book.
 */
export const editionsWithBook = oncePerBuild(async (): Promise<readonly string[]> => {
  const told = new Set((await notesIn(sourceLanguage.code)).map(({ edition }) => edition));
  return (await editionsIn(sourceLanguage.code)).filter(({ id }) => told.has(id)).map(({ id }) => id);
});

/** The books and their languages: all of the site's. */
export const books = async (): Promise<{ edition: string; lang: string }[]> =>
  (await editionsWithBook()).flatMap((edition) => languages.map(({ code }) => ({ edition, lang: code })));

/** Whether an edition has a book. */
export const hasBook = async (edition: string): Promise<boolean> =>
  (await editionsWithBook()).includes(edition);

/** Sources elsewhere, each once, in the order in which the book first names them. */
const sourceList = (lang: string) => {
  const t = translator(lang);
  const listed = new Map<string, { title: string; url: string; about: string }>();
  return {
    numberOf: ({ title, url, consulted }: { title: string; url: string; consulted: string }): number => {
      if (!listed.has(url))
        listed.set(url, { title, url, about: t('fact.consulted', { date: formatDate(lang, consulted) }) });
      return [...listed.keys()].indexOf(url) + 1;
    },
    all: () => [...listed.values()],
  };
};

/** The network's pages of an edition on one city. */
const bookCity = async (
  lang: string,
  edition: string,
  id: string,
  numberOf: ReturnType<typeof sourceList>['numberOf'],
) => {
  const t = translator(lang);
  const [story, plate] = await Promise.all([cityStory(lang, id), plateOf(lang, id)]);
  const { city } = story;
  const notes = story.notes.filter((note) => note.edition === edition);
  const own = new Set(notes.map(({ path }) => path));
  const isOwn = ({ path }: { path: string }): boolean => own.has(path.split('#')[0] ?? '');
  const details = (activity: (typeof story.activitiesByArea)[number]['activities'][number]) => [
    ...(activity.forWhom ? [{ label: t('activity.for-whom'), value: activity.forWhom }] : []),
    ...(activity.places.length > 0
      ? [
          {
            label: t('activity.where'),
            value: formatList(
              lang,
              activity.places.map(({ name }) => name),
            ),
          },
        ]
      : []),
    ...(activity.workshops.length > 0
      ? [{ label: t('activity.workshops'), value: formatList(activity.contentLang, activity.workshops) }]
      : []),
  ];
  return {
    id,
    name: city.name,
    lang: city.contentLang,
    kicker: city.regionName,
    plate,
    summary: city.summary,
    easy: city.easy ?? [],
    goal: city.goal,
    areas: story.activitiesByArea
      .map(({ area, activities }) => ({
        name: area.name,
        hue: area.hue,
        lang: area.contentLang,
        activities: activities
          .filter((activity) => activity.edition === edition)
          .map((activity) => ({
            title: activity.title,
            summary: activity.summary,
            lang: activity.contentLang,
            details: details(activity),
          })),
      }))
      .filter(({ activities }) => activities.length > 0),
    figures: story.figures
      .filter(isOwn)
      .map(({ amount, label, lang: own }) => ({ amount, label, lang: own })),
    quotes: story.quotes
      .filter(isOwn)
      .map(({ words, speaker, role, lang: own }) => ({ words, speaker, role, lang: own })),
    partners: story.partners
      .filter(({ participations }) =>
        participations.some((part) => part.city === id && part.edition === edition),
      )
      .map(({ name, explanation, contentLang }) => ({ name, explanation, lang: contentLang })),
    facts: story.factsByEdition
      .filter(({ edition: told }) => told.id === edition)
      .flatMap(({ groups }) =>
        groups.flatMap(({ source, facts }) =>
          facts.map((fact): BookFact => ({
            text: fact.text,
            lang: fact.lang,
            value: fact.value,
            date: fact.date && formatDate(lang, fact.date),
            source: numberOf(source),
          })),
        ),
      ),
    notes: notes.map(({ id: note }) => note),
    /** Whether its own words are here: a note that tells of its activities, or of what somebody said. */
    tells: notes.length > 0,
  };
};

/**
 * The book of an edition: all that pages tell of it, in the order of a book, and the words of its own. What is not translated
 * stands in Italian and says its language.
 * @throws RangeError when there is no such edition
 */
export const bookOf = oncePerBuild(async (lang: string, id: string) => {
  const t = translator(lang);
  const [edition, areas, allCities, partners, terms, listed] = await Promise.all([
    editionIn(lang, id),
    areasIn(lang),
    citiesIn(lang),
    nationalPartners(lang, id),
    termsIn(lang),
    notesIn(lang),
  ]);
  const members = allCities.filter(({ editionIds }) => editionIds.includes(id));
  const sources = sourceList(lang);
  const cities = [];
  // One after the other: the numbers of the sources follow the order of the cities.
  for (const city of members) cities.push(await bookCity(lang, id, city.id, sources.numberOf));
  const own = listed.filter((note) => note.edition === id).toReversed();
  const notes = await Promise.all(own.map(({ contentLang, id: note }) => publishedNote(contentLang, note)));
  const changed = await Promise.all(
    own.map(async ({ id: note }) => noteDates((await noteIn(lang, note)).note)),
  );
  const story = edition.storyPage ? await pageIn(lang, edition.storyPage) : undefined;
  const labels = pressLabels(lang);
  const url = absoluteUrl(pathIn(lang, edition.path));
  return {
    id,
    lang: documentLanguage(lang),
    edition: edition.name,
    title: t('book.title', { edition: edition.name, count: members.length }),
    /** The project's name in full stays as its source writes it. */
    fullName: { text: edition.fullName, lang: sourceLanguage.code },
    state: `${t('edition.name-state', { edition: edition.name, state: edition.stateText })}.`,
    summary: { text: edition.summary, lang: edition.contentLang },
    publisher: publisherName(t),
    site: siteConfig.name,
    url,
    /** ISO 8601: when the newest of its notes was published or changed. */
    modified:
      changed
        .map(({ modified }) => modified)
        .sort()
        .at(-1) ?? '1980-01-01T00:00:00Z',
    translationNotice: translationNotice(t, await collectedTranslation(lang)),
    about: story && {
      title: story.title,
      document: await bodyIn('pages', lang, story.id),
      lang: documentLanguage(story.contentLang),
      url: absoluteUrl(pathIn(story.contentLang, plainPagePath(story.id))),
    },
    partners: partners.map(({ name, explanation, contentLang }) => ({
      name,
      explanation,
      lang: contentLang,
    })),
    areas: areas.map((area) => ({
      name: area.name,
      hue: area.hue,
      lang: area.contentLang,
      question: area.question,
      summary: area.summary,
      description: area.description,
      cities: members
        .filter(({ areasByEdition }) => areasByEdition.get(id)?.includes(area.id))
        .map(({ id: city, name }) => ({ id: city, name })),
    })),
    map: members.map(({ id: city, name, coordinates }) => ({ id: city, name, coordinates })),
    cities,
    notes,
    glossary: terms.map(({ term, meaning }) => ({ term: isolated(lang, term), meaning })),
    sources: sources.all(),
    sourceLanguage: sourceLanguage.code,
    credits: [
      t('book.from', { url: absoluteUrl(pathIn(lang, addresses.home)) }),
      t('footer.licence'),
      t('plate.credit', { source: regionsSource.name }),
      t('pack.authoritative'),
    ],
    fundingStatement: { text: edition.fundingStatement, lang: edition.contentLang },
    labels: {
      ...labels,
      contents: t('book.contents'),
      about: t('book.about', { edition: edition.name }),
      partners: t('project.national'),
      areas: t('home.areas'),
      cities: t('map.title'),
      telling: t('home.notes'),
      tellingLead: t('notes.lead'),
      told: t('city.elsewhere'),
      toldLead: t('city.elsewhere-help'),
      mapAlt: t('map.label'),
      mapLines: t('map.lines'),
      easy: t('easy.title'),
      goal: t('city.goal'),
      activities: t(`city.activities.${edition.state}`),
      figures: t('figures.title'),
      voices: t('city.quotes'),
      cityPartners: t('city.partners'),
      elsewhere: t('city.elsewhere'),
      noNote: t('city.no-note'),
      cityNote: t('city.note'),
      notes: t('notes.title'),
      glossary: t('nav.words'),
      sources: t('book.sources'),
      credits: t('book.credits'),
      plate: t('plate.read'),
      plateArcs: t('plate.read-arcs'),
      plateTicks: t('plate.read-ticks'),
      /** `pagina {page}` */
      pageReference: t('book.page', { page: '{page}' }),
      accessibility: t('book.accessibility'),
    },
  };
});

/** The book of an edition in a language. */
export type BookView = Awaited<ReturnType<typeof bookOf>>;
