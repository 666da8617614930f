import { formatDate } from '../i18n/format.ts';
import { languages } from '../i18n/languages.ts';
import { pathIn } from '../i18n/paths.ts';
import { translator } from '../i18n/strings.ts';
import { siteConfig } from '../site.config.ts';
import { absoluteUrl } from './addresses.ts';
import { addresses, cityPath, framePath } from '../lib/addresses.ts';
import { oncePerBuild } from '../lib/once-per-build.ts';
import { citiesIn, cityIn } from './cities.ts';
import { editionToldFirst } from './editions.ts';
import { noteIn, notesIn, quotesOfNote } from './press-notes.ts';
import { translationNotice } from './published-notes.ts';

/** A page that other sites may show in a frame of theirs. */
export interface Frame {
  kind: 'city' | 'note' | 'quote' | 'map';
  /** Ids in its address: of the city, of the note, of the note and the quote. */
  ids: readonly string[];
  /** Path with its language in it. */
  path: string;
  /** What a list calls it, and the title of the frame. */
  title: string;
  /** Pixels of height that hold its words in a frame of any width from 280 pixels on. */
  height: number;
  /** Path of the story that it leads to, with its language. */
  story: string;
  /** The same in words alone, for a mail or a site that shows no frames; `lang` is the language that they are in. */
  words: { heading: string; text: string; link: string; lang: string };
  /** How its words were translated, where they were. */
  notice: string | undefined;
}

/** Letters that a line of a narrow frame holds, and pixels that it takes. */
const [LETTERS, LINE] = [25, 30];
const linesOf = (text: string): number => Math.ceil(text.length / LETTERS) * LINE;

/** What a frame has beside its words: padding, the name of the network, the link. */
const AROUND = 190;
/** A city's picture across a narrow frame. */
const PICTURE = 160;

/** Room for the line that says how words were translated: it is small. */
const noticeHeight = (notice: string | undefined): number =>
  notice === undefined ? 0 : Math.ceil(linesOf(notice) * 0.7) + LINE;

/** The frame of the whole network. */
export const frameOfNetwork = oncePerBuild(async (lang: string): Promise<Frame> => {
  const t = translator(lang);
  const edition = await editionToldFirst(lang);
  const title = t('home.map-label', { edition: edition.name });
  const notice = translationNotice(t, edition.translation);
  return {
    kind: 'map',
    ids: [],
    path: framePath(lang, 'mappa'),
    title,
    height: 640,
    // Of the words alone: the map has none that were translated.
    notice,
    story: pathIn(lang, addresses.map),
    words: { heading: title, text: edition.summary, link: t('map.title'), lang: edition.contentLang },
  };
});

/**
 * The frame of a city.
 * @throws RangeError when there is no such city
 */
export const frameOfCity = oncePerBuild(async (lang: string, id: string): Promise<Frame> => {
  const t = translator(lang);
  const { city } = await cityIn(lang, id);
  const notice = translationNotice(t, city.translation);
  return {
    kind: 'city',
    ids: [id],
    path: framePath(lang, 'citta', id),
    title: city.name,
    height:
      AROUND + PICTURE + linesOf(city.summary) + city.editionIds.length * 2 * LINE + noticeHeight(notice),
    notice,
    story: pathIn(lang, cityPath(id)),
    words: {
      heading: city.name,
      text: city.summary,
      link: t('embed.read-city', { city: city.name }),
      lang: city.contentLang,
    },
  };
});

/**
 * The frames of a listed note: its own, then those of its quotes.
 * @throws RangeError when there is no such note
 */
export const framesOfNote = oncePerBuild(
  async (lang: string, id: string): Promise<readonly [Frame, ...Frame[]]> => {
    const t = translator(lang);
    const [{ note }, quotes] = await Promise.all([noteIn(lang, id), quotesOfNote(lang, id)]);
    const { city } = await cityIn(lang, note.city);
    const title = t('text.labelled', { label: city.name, value: formatDate(lang, note.date) });
    const text = note.citySummary ?? note.subtitle;
    const link = t('embed.read-note');
    const notice = translationNotice(t, note.translation);
    const around = AROUND + noticeHeight(notice);
    const ofQuotes = quotes.map((quote): Frame => {
      const by = t('quote.speaker', { speaker: quote.speaker, role: quote.role });
      return {
        kind: 'quote',
        ids: [id, quote.id],
        path: framePath(lang, 'citazione', id, quote.id),
        title: by,
        height: around + Math.ceil(linesOf(quote.words) * 1.3) + linesOf(`${quote.speaker}${quote.role}`),
        notice,
        story: pathIn(lang, quote.path),
        words: { heading: by, text: quote.words, link, lang: quote.lang },
      };
    });
    return [
      {
        kind: 'note',
        ids: [id],
        path: framePath(lang, 'nota', id),
        title,
        height: around + Math.ceil(linesOf(note.title) * 1.4) + linesOf(text) + 2 * LINE,
        notice,
        story: pathIn(lang, note.path),
        words: { heading: title, text: note.title, link, lang: note.contentLang },
      },
      ...ofQuotes,
    ];
  },
);

const framesOfCities = async (lang: string): Promise<Frame[]> =>
  Promise.all((await citiesIn(lang)).map(({ id }) => frameOfCity(lang, id)));

/** The frames of notes, of all or of the first of them; their own, then those of quotes. */
const framesOfNotes = async (lang: string, most?: number): Promise<Frame[]> => {
  const notes = (await notesIn(lang)).slice(0, most);
  const frames = (await Promise.all(notes.map(({ id }) => framesOfNote(lang, id)))).flat();
  const ofKind = (wanted: Frame['kind']): Frame[] => frames.filter(({ kind }) => kind === wanted);
  return [...ofKind('note'), ...ofKind('quote').slice(0, most)];
};

/** How many notes, and how many quotes, one can choose from on one page. */
const OFFERED = 12;

/**
 * What one chooses from on one page, however many notes there are: the network, its cities, the newest notes and quotes. The
 * frames of the others are told on the pages of their notes.
 */
export const framesToChoose = oncePerBuild(async (lang: string) => ({
  frames: [
    await frameOfNetwork(lang),
    ...(await framesOfCities(lang)),
    ...(await framesOfNotes(lang, OFFERED)),
  ],
  /** Whether there are more. */
  hasOthers: (await notesIn(lang)).length > OFFERED,
}));

/** All frames in a language: the network, its cities, their notes, the notes' quotes. */
const framesIn = async (lang: string): Promise<readonly Frame[]> => [
  await frameOfNetwork(lang),
  ...(await framesOfCities(lang)),
  ...(await framesOfNotes(lang)),
];

/** Route parameters and properties of the frames of one kind, in every language. */
export const framePaths = async (
  kind: Frame['kind'],
): Promise<{ params: Record<string, string> & { lang: string }; props: { frame: Frame } }[]> => {
  const names = { city: ['city'], note: ['note'], quote: ['note', 'quote'], map: [] }[kind];
  const paths = languages.map(async ({ code }) =>
    (await framesIn(code))
      .filter((frame) => frame.kind === kind)
      .map((frame) => ({
        params: {
          lang: code,
          ...Object.fromEntries(names.map((name, index) => [name, frame.ids[index] as string])),
        },
        props: { frame },
      })),
  );
  return (await Promise.all(paths)).flat();
};

/** Whose a frame is, at its foot: the network, and its home page in a language. */
export const frameSite = (lang: string): { name: string; href: string } => ({
  name: siteConfig.name,
  href: absoluteUrl(pathIn(lang, addresses.home)),
});
