import { excerpt } from '../../documents/excerpt.ts';
import { fill, type ToldDocument } from '../../documents/published-note.ts';
import { euEmblemSvg } from '../../lib/eu-emblem.ts';
import { drawCities } from '../../map/drawing.ts';
import { drawPlate } from '../../map/plate/plate.ts';
import { viewBox } from '../../map/projection.ts';
import type { BookView } from '../../queries/book.ts';
import { cached } from '../cache.ts';
import { shownPictures, templateBlocks } from '../pdf.ts';
import { speakerLine } from '../plain-text.ts';
import { networkSvg, plateSvg } from '../plate-svg.ts';
import { qrCodeSvg } from '../qr-code.ts';
import { typesetPdf, typesetPng, type TemplateFiles } from '../typst/engine.ts';
import { printable } from '../typst/printable.ts';

const A4 = 210 / 297;

/** The drawing on the cover: all cities of the edition, Italy over the title. */
const coverOf = ({ map }: BookView) =>
  networkSvg(
    map.map(({ coordinates }) => coordinates),
    { ratio: A4, width: 560, at: { x: 0.5, y: 0.33 } },
  );

/** The map with the names of its cities. */
export const bookMap = ({ map }: BookView) => {
  const { width, height } = viewBox;
  const svg = networkSvg(
    map.map(({ coordinates }) => coordinates),
    { ratio: width / height, width },
  );
  // The drawing stands with Italy in its middle; the names follow.
  const [dx, dy] = [width * 0.5 - 205, height * 0.5 - 232];
  const drawn = drawCities(
    map.map((city) => ({ ...city, href: '', lit: true })),
    'map',
  );
  return {
    ...{ svg, width, letters: 14 },
    names: drawn.flatMap(({ name, x, y, text }) =>
      text ? [{ label: name, x: x + dx + text.x, y: y + dy + text.y, anchor: text.anchor }] : [],
    ),
  };
};

/** A city's drawing over the whole width of its page, its name under it; or on a small card beside it. */
const bookPlate = ({ plate: { data }, tells }: BookView['cities'][number]) => {
  const crop = tells
    ? // The name of the city has the lower half.
      {
        ...{ ratio: 210 / 104, width: 214, at: { x: 0.5, y: 0.4 }, letters: 6.5 },
        names: { left: 0.02, right: 0.98, top: 0.02, bottom: 0.5 },
      }
    : { ratio: 72 / 58, width: 150, letters: 8 };
  const plate = drawPlate(data, crop);
  return {
    ...{ svg: plateSvg(plate), width: plate.width, letters: plate.letters },
    names: plate.names.map(({ label, x, y, anchor }) => ({ label, x, y, anchor })),
  };
};

/** Letters of a quote for which its spread has room; the note at the end has all of it. */
const VOICE_LETTERS = 300;

/** Words that a template may lack. */
const orNone = <Value>(value: Value | undefined): Value | null => value ?? null;

const front = (book: BookView) => ({
  lang: book.lang,
  title: book.title,
  fullName: book.fullName,
  state: book.state,
  site: book.site,
  fundingStatement: book.fundingStatement,
  cover: { svg: coverOf(book), alt: book.labels.mapAlt },
  emblem: { svg: euEmblemSvg, alt: book.labels.emblem },
});

/** The text that the edition's page tells, without films: their page is the site's. */
export const aboutOf = ({ about, labels, id }: BookView): ToldDocument | undefined =>
  about && {
    ...{ id, labels, lang: about.lang, url: about.url, pictures: [], videos: [] },
    document: { blocks: about.document.blocks.filter(({ type }) => type !== 'video') },
  };

const dataOf = (book: BookView, files: TemplateFiles) => {
  const about = aboutOf(book);
  const names = new Set(Object.keys(files));
  return {
    ...front(book),
    edition: book.edition,
    publisher: book.publisher,
    keywords: [book.edition, book.site],
    summary: book.summary,
    translationNotice: orNone(book.translationNotice),
    about: about ? { lang: about.lang.code, blocks: templateBlocks(about, names) } : null,
    partners: book.partners.map((partner) => ({ ...partner, explanation: orNone(partner.explanation) })),
    areas: book.areas.map((area) => ({ ...area, question: orNone(area.question) })),
    map: bookMap(book),
    cities: book.cities.map((city) => ({
      ...city,
      plate: { ...bookPlate(city), alt: city.plate.alt },
      goal: orNone(city.goal),
      quotes: city.quotes.map(({ words, lang, ...by }) => ({
        ...{ words: fill(book.labels.quoted, { words: excerpt(words, lang, VOICE_LETTERS) ?? words }), lang },
        speaker: speakerLine(book, by),
      })),
      facts: city.facts.map((fact) => ({ ...fact, value: orNone(fact.value), date: orNone(fact.date) })),
    })),
    notes: book.notes.map((note) => ({
      id: note.id,
      lang: note.lang.code,
      title: note.title,
      meta: [note.city.name, note.date.text].join(' · '),
      subtitle: note.subtitle,
      citySummary: orNone(note.citySummary),
      changes: note.changes.map(({ date, text }) =>
        fill(note.labels.labelled, { label: `${note.labels.changes}, ${date.text}`, value: text }),
      ),
      blocks: templateBlocks(note, names, 2),
    })),
    glossary: book.glossary,
    sources: book.sources,
    sourceLanguage: book.sourceLanguage,
    credits: book.credits,
    url: book.url,
    labels: book.labels,
    qr: { svg: qrCodeSvg(book.url), alt: fill(book.labels.qrCode, { url: book.url }) },
  };
};

/**
 * The book of an edition as a PDF/UA-1: A4, tagged, with bookmarks, a list of contents and references to pages. The same book
 * gives the same bytes.
 * @throws TypesettingError when a character has no glyph or an alternative text is missing
 */
export const bookPdf = (book: BookView): Promise<Uint8Array> =>
  cached('pdf', ['book', book], async () => {
    const files = await Promise.all(book.notes.map(shownPictures));
    const pictures = Object.assign({}, ...files) as TemplateFiles;
    return typesetPdf('book', printable(dataOf(book, pictures)), pictures);
  });

/** The cover as a PNG of 1200 pixels' width, for programs that show books on a shelf. */
export const bookCover = (book: BookView): Promise<Uint8Array> =>
  cached('png', ['book-cover', front(book)], () => typesetPng('book-cover', printable(front(book))));
