import { excerpt } from '../documents/excerpt.ts';
import { quotesOf } from '../documents/note-document/index.ts';
import { documentLanguage, languageOf, sourceLanguage } from '../i18n/languages.ts';
import { pathIn } from '../i18n/paths.ts';
import { translator, type Translate } from '../i18n/strings.ts';
import { withoutMarks } from '../i18n/bidi.ts';
import { formatDate } from '../i18n/format.ts';
import { fragments } from '../lib/addresses.ts';
import { oncePerBuild } from '../lib/once-per-build.ts';
import { siteConfig } from '../site.config.ts';
import { absoluteUrl } from './addresses.ts';
import { citiesIn, cityIn } from './cities.ts';
import { editionIn, editionNames } from './editions.ts';
import { plateOf } from './plates.ts';
import { noteIn } from './press-notes.ts';
import { downloadableNotes, publishedNote, readmeLanguages, translationNotice } from './published-notes.ts';

/** Letters of a quote that can be read at arm's length in every format. */
const QUOTE_LETTERS = 300;

/** "L’Aquila" as a network takes it behind its sign: "LAquila". */
const tag = (name: string): string => withoutMarks(name).replace(/[^\p{L}\p{M}\p{N}]/gu, '');

/** The words that a post is found by, as the edition's editors chose them, and the city. */
const hashtags = (chosen: readonly string[], city: string): string =>
  [...new Set([...chosen, tag(city)])].map((word) => `#${word}`).join(' ');

const plain = (...paragraphs: string[]): string => withoutMarks(paragraphs.join('\n\n'));

/** Two words of one line that stand or fall together. */
const unparted = (words: string): string => words.replaceAll(' ', '\u00a0');

/** The alternative text of a picture, and the same with what it is in front. */
const altTexts = (t: Translate, text: string): { alt: string; altLine: string } => ({
  alt: plain(text),
  altLine: plain(t('text.labelled', { label: t('social.alt-text'), value: text })),
});

/** A line that stands alone begins as a sentence does. */
const initialCapital = (lang: string, line: string): string => {
  const [first = '', ...rest] = line;
  return [first.toLocaleUpperCase(languageOf(lang).locale), ...rest].join('');
};

/** What all posts of a city have in common. */
const frameOf = async (lang: string, cityId: string, editionId: string) => {
  const [{ city }, edition, plate] = await Promise.all([
    cityIn(lang, cityId),
    editionIn(lang, editionId),
    plateOf(lang, cityId),
  ]);
  return {
    ...{ city, edition, plate },
    tags: hashtags(edition.hashtags, city.name),
    picture: {
      lang: documentLanguage(lang),
      plate: plate.data,
      figures: [] as { amount: string; label: string }[],
      notice: undefined as string | undefined,
      fundingStatement: edition.fundingStatement,
      publisher: siteConfig.name,
    },
  };
};

/**
 * What can be posted of a note: its headline, its quotes and its figures, each with what a picture of it says, the text to
 * paste beside it and its alternative text. A quote whose first sentence is too long for a picture is left out.
 * @param lang a language that the note really exists in
 * @throws RangeError when it does not exist in it
 */
export const notePosts = oncePerBuild(async (lang: string, id: string) => {
  const t = translator(lang);
  const [{ note }, release] = await Promise.all([noteIn(lang, id), publishedNote(lang, id)]);
  const { city, edition, tags, picture } = await frameOf(lang, note.city, note.edition);
  const source = t('quote.source', {
    edition: edition.name,
    city: city.name,
    date: formatDate(lang, note.date),
  });
  // Who posts somebody's words in another language says how they came into it.
  const notice = translationNotice(t, note.translation);
  const pasted = (text: string, url: string): string =>
    plain(...[text, notice ?? '', url, tags].filter((paragraph) => paragraph !== ''));
  const post = (
    name: string,
    title: string,
    words: { words?: string; speaker?: { name: string; role: string }; figures?: typeof picture.figures },
    alt: string,
    text: string,
    url: string,
  ) => ({
    id: name,
    title,
    picture: {
      ...picture,
      kicker: name === HEADLINE ? t('search.kind.note') : city.name,
      words: '',
      source: initialCapital(lang, source),
      notice,
      ...words,
    },
    ...altTexts(t, t('social.alt', { city: city.name, words: alt })),
    text: pasted(text, url),
  });
  const quotes = quotesOf(release.document).flatMap(({ id: quote, words, speaker, role }) => {
    const cut = excerpt(words, lang, QUOTE_LETTERS);
    if (cut === undefined) return [];
    const quoted = t('quote.marks', { words: cut });
    const by = t('quote.speaker', { speaker, role });
    const text = t('quote.with-source', { quote: quoted, speaker: by, source });
    const fragment = fragments.quote(quote);
    return [
      post(
        fragment,
        speaker,
        { words: quoted, speaker: { name: speaker, role } },
        text,
        text,
        `${release.url}#${fragment}`,
      ),
    ];
  });
  const figures = note.figureViews.map(({ id: figure, amount, label }) => {
    const fragment = fragments.figure(figure);
    const words = `${amount} ${label}`;
    const text = t('text.with-aside', { text: words, aside: source });
    return post(
      fragment,
      words,
      { figures: [{ amount: unparted(amount), label }] },
      words,
      text,
      `${release.url}#${fragment}`,
    );
  });
  const text = plain(note.title, note.description);
  return [
    post(HEADLINE, note.title, { words: note.title }, note.title, text, release.url),
    ...quotes,
    ...figures,
  ];
});

/** The post that tells of a note as a whole. */
const HEADLINE = 'nota';

/**
 * What can be posted of a city: its plate with its name and its newest figures.
 * @param lang a language that the city's own text really exists in
 */
export const cityPosts = oncePerBuild(async (lang: string, id: string) => {
  const t = translator(lang);
  const { city: known } = await cityIn(lang, id);
  const { city, plate, tags, picture } = await frameOf(lang, id, known.shownEdition);
  const figures = city.notes[0]?.figureViews.slice(0, 4) ?? [];
  const names = await editionNames(lang, city.editionIds);
  const counted = figures.map(({ amount, label }) => `${amount} ${label}`);
  return [
    {
      id: 'citta',
      title: city.name,
      picture: {
        ...picture,
        kicker: city.regionName,
        words: city.name,
        figures: figures.map(({ amount, label }) => ({ amount: unparted(amount), label })),
        about: plate.ring,
        source: names,
        notice: translationNotice(t, city.translation),
      },
      ...altTexts(t, [plate.alt, ...counted].join(' ')),
      text: plain(
        ...[city.summary, translationNotice(t, city.translation) ?? ''].filter((words) => words !== ''),
        absoluteUrl(pathIn(lang, city.path)),
        tags,
      ),
    },
  ];
});

/** Something to post. */
export type Post = Awaited<ReturnType<typeof notePosts | typeof cityPosts>>[number];

/** The notes whose texts to post are told, all and for good, and the languages of each. */
export const notesWithTexts = downloadableNotes;

/**
 * How many notes have pictures in every format: the newest ones, for a picture is posted in the weeks in which its note comes
 * out. It bounds what a build from nothing costs: a note's pictures take about half a second of processor time a language.
 */
const POSTED_NOTES = 12;

/** The notes that have pictures in every format, and the languages of each. */
export const notesWithPosts = oncePerBuild(async (): Promise<{ id: string; languages: string[] }[]> =>
  (await downloadableNotes()).slice(0, POSTED_NOTES),
);

/** Whether a note has pictures in every format. */
export const hasPostPictures = async (id: string): Promise<boolean> =>
  (await notesWithPosts()).some((note) => note.id === id);

/** The posts of a note in each of its languages; none of a note that has no pictures to post. */
export const packPosts = async (id: string): Promise<{ lang: string; posts: Post[] }[]> => {
  const posted = (await notesWithPosts()).find((note) => note.id === id);
  return Promise.all(
    (posted?.languages ?? []).map(async (lang) => ({ lang, posts: await notePosts(lang, id) })),
  );
};

/** The cities, and the languages that the text of each really exists in. */
export const citiesWithPosts = oncePerBuild(async (): Promise<{ id: string; languages: string[] }[]> =>
  Promise.all(
    (await citiesIn(sourceLanguage.code)).map(async ({ id }) => ({
      id,
      languages: (await cityIn(sourceLanguage.code, id)).languages,
    })),
  ),
);

/**
 * Whether a city's picture is made in every format: in the languages of newsrooms, where cities are posted about all year. In the
 * others the feed's upright one is enough; each more would cost a build from nothing a tenth of a second a city and language.
 */
export const hasAllCityFormats = (lang: string): boolean => readmeLanguages.includes(lang);
