import { formatDate } from '../i18n/format.ts';
import { languages } from '../i18n/languages.ts';
import { pathIn } from '../i18n/paths.ts';
import { translator } from '../i18n/strings.ts';
import { siteConfig } from '../site.config.ts';
import { absoluteUrl } from './addresses.ts';
import { addresses, cityPath, framePath } from '../lib/addresses.ts';
import { oncePerBuild } from '../lib/once-per-build.ts';
import { citiesIn, citiesById } from './cities.ts';
import { editionToldFirst } from './editions.ts';
import { quotesOfNote, notesIn } from './press-notes.ts';

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
}

/** Letters that a line of a narrow frame holds, and pixels that it takes. */
const [LETTERS, LINE] = [25, 30];
const linesOf = (text: string): number => Math.ceil(text.length / LETTERS) * LINE;

/** What a frame has beside its words: padding, the name of the network, the link. */
const AROUND = 190;
/** A city's picture across a narrow frame. */
const PICTURE = 160;

/** All frames in a language: the network, its cities, their notes, the notes' quotes. */
export const framesIn = oncePerBuild(async (lang: string): Promise<readonly Frame[]> => {
  const t = translator(lang);
  const [edition, cities, cityById, notes] = await Promise.all([
    editionToldFirst(lang),
    citiesIn(lang),
    citiesById(lang),
    notesIn(lang),
  ]);
  const network: Frame = {
    kind: 'map',
    ids: [],
    path: framePath(lang, 'mappa'),
    title: t('home.map-label', { edition: edition.name }),
    height: 640,
    story: pathIn(lang, addresses.map),
    words: {
      heading: t('home.map-label', { edition: edition.name }),
      text: edition.summary,
      link: t('map.title'),
      lang: edition.contentLang,
    },
  };
  const ofCities = cities.map((city): Frame => ({
    kind: 'city',
    ids: [city.id],
    path: framePath(lang, 'citta', city.id),
    title: city.name,
    height: AROUND + PICTURE + linesOf(city.summary) + city.editionIds.length * 2 * LINE,
    story: pathIn(lang, cityPath(city.id)),
    words: {
      heading: city.name,
      text: city.summary,
      link: t('embed.read-city', { city: city.name }),
      lang: city.contentLang,
    },
  }));
  const ofNotes = notes.map((note): Frame => {
    const city = cityById.get(note.city)?.name ?? note.city;
    const text = note.citySummary ?? note.subtitle;
    return {
      kind: 'note',
      ids: [note.id],
      path: framePath(lang, 'nota', note.id),
      title: t('text.labelled', { label: city, value: formatDate(lang, note.date) }),
      height: AROUND + Math.ceil(linesOf(note.title) * 1.4) + linesOf(text) + 2 * LINE,
      story: pathIn(lang, note.path),
      words: {
        heading: t('text.labelled', { label: city, value: formatDate(lang, note.date) }),
        text: note.title,
        link: t('embed.read-note'),
        lang: note.contentLang,
      },
    };
  });
  const ofQuotes = await Promise.all(
    notes.map(async (note) =>
      (await quotesOfNote(lang, note.id)).map((quote): Frame => ({
        kind: 'quote',
        ids: [note.id, quote.id],
        path: framePath(lang, 'citazione', note.id, quote.id),
        title: t('quote.speaker', { speaker: quote.speaker, role: quote.role }),
        height: AROUND + Math.ceil(linesOf(quote.words) * 1.3) + linesOf(`${quote.speaker}${quote.role}`),
        story: pathIn(lang, quote.path),
        words: {
          heading: t('quote.speaker', { speaker: quote.speaker, role: quote.role }),
          text: quote.words,
          link: t('embed.read-note'),
          lang: quote.lang,
        },
      })),
    ),
  );
  return [network, ...ofCities, ...ofNotes, ...ofQuotes.flat()];
});

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
