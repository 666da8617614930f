import { formatDate, formatList } from '../i18n/format.ts';
import { documentLanguage, sourceLanguage } from '../i18n/languages.ts';
import { pathIn } from '../i18n/paths.ts';
import { translator } from '../i18n/strings.ts';
import { regionsSource } from '../map/regions.ts';
import { siteConfig } from '../site.config.ts';
import { activitiesOfCity } from './activities.ts';
import { addresses } from '../lib/addresses.ts';
import { publisherName } from './responsible.ts';
import { absoluteUrl } from './addresses.ts';
import { cityIn, citiesIn, memberPositions } from './cities.ts';
import { editionIn, editionNames, editionsIn, jointState } from './editions.ts';
import { plateOf } from './plates.ts';
import { noteIn } from './press-notes.ts';
import { pressLabels, translationNotice } from './published-notes.ts';

/** What the sharing picture of a note says. */
export const noteSharing = async (lang: string, id: string) => {
  const { note } = await noteIn(lang, id);
  const { city } = await cityIn(lang, note.city);
  return {
    lang: documentLanguage(lang),
    kicker: translator(lang)('search.kind.note'),
    title: note.title,
    publisher: siteConfig.name,
    meta: `${city.name} · ${formatDate(lang, note.date)}`,
    picture: { plate: (await plateOf(lang, note.city)).data },
  };
};

/** What the sharing picture of a city says. */
export const citySharing = async (lang: string, id: string) => {
  const { city } = await cityIn(lang, id);
  return {
    lang: documentLanguage(lang),
    kicker: city.regionName,
    title: city.name,
    publisher: siteConfig.name,
    meta: await editionNames(lang, city.editionIds),
    picture: { plate: (await plateOf(lang, id)).data },
  };
};

/** What the sharing picture of all other pages says. */
export const siteSharing = async (lang: string) => {
  const t = translator(lang);
  return {
    lang: documentLanguage(lang),
    kicker: siteConfig.name,
    title: t('home.headline'),
    publisher: siteConfig.name,
    meta: t('site.tagline'),
    picture: { network: await memberPositions() },
  };
};

/** What the picture of a city to take away says. */
export const platePictureIn = async (lang: string, id: string) => {
  const { city } = await cityIn(lang, id);
  return {
    lang: documentLanguage(lang),
    title: city.name,
    data: (await plateOf(lang, id)).data,
    credit: translator(lang)('plate.credit', { source: regionsSource.name }),
  };
};

/** The cities that have something to hang up, each with the languages that its texts exist in. */
export const citiesWithSheet = async (): Promise<{ id: string; languages: string[] }[]> => {
  const cities = (await citiesIn(sourceLanguage.code)).filter(({ activityCount }) => activityCount > 0);
  return Promise.all(
    cities.map(async ({ id }) => ({ id, languages: (await cityIn(sourceLanguage.code, id)).languages })),
  );
};

/** What a city's sheet says. */
export const citySheetIn = async (lang: string, id: string) => {
  const t = translator(lang);
  const [{ city }, activities, editions, plate] = await Promise.all([
    cityIn(lang, id),
    activitiesOfCity(lang, id),
    editionsIn(lang),
    plateOf(lang, id),
  ]);
  const told = editions.filter((edition) => activities.some((activity) => activity.edition === edition.id));
  const edition = await editionIn(lang, city.shownEdition);
  const years = [...new Set(city.notes.map(({ date }) => date.slice(0, 4)))].sort();
  const labels = pressLabels(lang);
  return {
    lang: documentLanguage(lang),
    title: city.name,
    // The year stands at the head: on a wall the sheet outlives what it tells.
    kicker: [
      siteConfig.name,
      ...told.map(({ name, stateText }) => t('edition.name-state', { edition: name, state: stateText })),
      ...years,
    ].join(' · '),
    plate,
    sentences: city.easy ?? [],
    summary: city.summary,
    // Only what has words in this language: a reader at the wall cannot ask for the original.
    activities: activities
      .filter(({ contentLang }) => contentLang === lang)
      .map(({ title, forWhom, places }) => ({
        title,
        forWhom,
        where:
          places.length > 0
            ? formatList(
                lang,
                places.map(({ name }) => name),
              )
            : undefined,
      })),
    url: absoluteUrl(pathIn(lang, city.path)),
    helpUrl: absoluteUrl(pathIn(lang, addresses.help)),
    translationNotice: translationNotice(t, city.translation),
    fundingStatement: edition.fundingStatement,
    publisher: publisherName(t),
    labels: {
      activities: t(`city.activities.${jointState(told)}`),
      forWhom: t('activity.for-whom'),
      where: t('activity.where'),
      more: t('city.sheet-more'),
      labelled: labels.labelled,
      needHelp: t('city.sheet-need-help'),
      emblem: labels.emblem,
      qrCode: labels.qrCode,
    },
  };
};
