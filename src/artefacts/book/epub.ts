import { withoutMarks } from '../../i18n/bidi.ts';
import { escapeXml } from '../../lib/escape.ts';
import { euEmblemSvg } from '../../lib/eu-emblem.ts';
import { colour } from '../../lib/colours.ts';
import { plateCrops } from '../../map/plate/crops.ts';
import { drawPlate } from '../../map/plate/plate.ts';
import type { BookView } from '../../queries/book.ts';
import { cached } from '../cache.ts';
import { withNames, platePageSvg } from '../plate-svg.ts';
import { zip } from '../zip.ts';
import { chaptersOf } from './chapters.ts';
import { bookCover, bookMap } from './pdf.ts';
import { element, inLanguage, xhtml, type Chapter } from './xhtml.ts';

const utf8 = new TextEncoder();

/** What a reader's own program may overrule: type and colours are left to it. */
const stylesheet = (): string =>
  [
    'body{margin:1em;line-height:1.5}',
    'h1,h2,h3,h4{line-height:1.25}',
    'img{max-width:100%;height:auto}',
    '.cover{margin:0;text-align:center}',
    '.emblem img{width:6em}',
    '.lead{font-size:1.15em}',
    '.soft,.kicker{font-size:.92em;opacity:.8}',
    '.amount{font-size:1.6em}',
    `.notice{padding:.75em;border:1px solid ${colour('warm')}}`,
    `blockquote{margin:1em 0;padding:0 1em;border-inline-start:4px solid ${colour('lit')}}`,
    ...['teal', 'ochre', 'plum'].map(
      (hue) => `.${hue}{padding-inline-start:1em;border-inline-start:4px solid ${colour(hue)}}`,
    ),
    'dt{font-weight:bold}dd{margin:0 0 1em}',
    '',
  ].join('\n');

const container = [
  '<?xml version="1.0" encoding="UTF-8"?>',
  '<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">',
  '<rootfiles><rootfile full-path="EPUB/package.opf" media-type="application/oebps-package+xml"/></rootfiles>',
  '</container>',
  '',
].join('\n');

/** The same drawing in the words of SVG 1.1, as books want it. */
const forBook = (svg: string): Uint8Array =>
  utf8.encode(svg.replace(' paint-order="stroke"', ' style="paint-order:stroke"'));

const flat = (chapters: readonly Chapter[]): Chapter[] =>
  chapters.flatMap((chapter) => [chapter, ...(chapter.parts ?? [])]);

const contents = (book: BookView, chapters: readonly Chapter[]): string => {
  const entries = (level: readonly Chapter[]): string =>
    `<ol>${level
      .map(
        ({ id, title, lang, parts }) =>
          `<li>${element('a', title, ` href="${id}.xhtml"${inLanguage(book.lang.code, lang ?? book.lang.code)}`)}${parts && parts.length > 0 ? entries(parts) : ''}</li>`,
      )
      .join('')}</ol>`;
  const landmark = (type: string, href: string, title: string): string =>
    `<li>${element('a', title, ` epub:type="${type}" href="${href}"`)}</li>`;
  return xhtml(
    book,
    book.labels.contents,
    [
      `<nav epub:type="toc" id="toc" role="doc-toc">${element('h1', book.labels.contents)}${entries(chapters)}</nav>`,
      `<nav epub:type="landmarks" hidden="hidden"><ol>${landmark('cover', 'cover.xhtml', book.title)}${landmark('toc', 'nav.xhtml', book.labels.contents)}${landmark('bodymatter', 'about.xhtml', book.labels.about)}</ol></nav>`,
    ].join('\n'),
  );
};

/** What can be known of the book without opening it: https://www.w3.org/TR/epub-a11y-11/ */
const accessibility = ({ labels }: BookView): string[] => [
  ...['textual', 'visual'].map((mode) => `<meta property="schema:accessMode">${mode}</meta>`),
  ...['textual', 'textual,visual'].map(
    (modes) => `<meta property="schema:accessModeSufficient">${modes}</meta>`,
  ),
  ...[
    'tableOfContents',
    'structuralNavigation',
    'readingOrder',
    'alternativeText',
    'displayTransformability',
  ].map((feature) => `<meta property="schema:accessibilityFeature">${feature}</meta>`),
  '<meta property="schema:accessibilityHazard">none</meta>',
  element('meta', labels.accessibility, ' property="schema:accessibilitySummary"'),
];

const mediaTypeOf = (file: string): string =>
  file.endsWith('.svg') ? 'image/svg+xml' : file.endsWith('.png') ? 'image/png' : 'text/css';

const packageOf = (book: BookView, chapters: readonly Chapter[], files: readonly string[]): string => {
  const { lang, title, publisher, modified, url, credits, summary } = book;
  const pages = ['cover', 'nav', ...chapters.map(({ id }) => id)];
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id" xml:lang="${lang.code}" dir="${lang.dir}">`,
    '<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">',
    element('dc:identifier', url, ' id="id"'),
    element('dc:title', withoutMarks(title)),
    element('dc:language', lang.code),
    element('dc:creator', publisher),
    element('dc:description', summary.text),
    element('dc:rights', credits[1] ?? ''),
    `<meta property="dcterms:modified">${new Date(modified).toISOString().slice(0, 19)}Z</meta>`,
    ...accessibility(book),
    '</metadata>',
    '<manifest>',
    ...pages.map(
      (id) =>
        `<item id="${escapeXml(`page-${id}`)}" href="${id}.xhtml" media-type="application/xhtml+xml"${id === 'nav' ? ' properties="nav"' : ''}/>`,
    ),
    ...files.map(
      (file) =>
        `<item id="${escapeXml(`file-${file}`)}" href="${file}" media-type="${mediaTypeOf(file)}"${file === 'cover.png' ? ' properties="cover-image"' : ''}/>`,
    ),
    '</manifest>',
    `<spine page-progression-direction="${lang.dir}">`,
    ...pages.map((id) => `<itemref idref="${escapeXml(`page-${id}`)}"/>`),
    '</spine>',
    '</package>',
    '',
  ].join('\n');
};

/**
 * The book of an edition as an EPUB 3, for phones and readers: the same texts in the same order as on paper, the drawings with
 * their alternative texts. The same book gives the same bytes.
 */
export const bookEpub = (book: BookView): Promise<Uint8Array> =>
  cached('epub', ['book', book], async () => {
    const chapters = chaptersOf(book);
    const all = flat(chapters);
    const pictures: [file: string, bytes: Uint8Array][] = [
      ['style.css', utf8.encode(stylesheet())],
      ['cover.png', await bookCover(book)],
      ['map.svg', forBook(withNames(bookMap(book)))],
      ['emblem.svg', utf8.encode(euEmblemSvg)],
      ...book.cities.map(({ id, plate }): [string, Uint8Array] => [
        `city-${id}.svg`,
        forBook(platePageSvg(drawPlate(plate.data, plateCrops.picture))),
      ]),
    ];
    const cover = `<p class="cover"><img src="cover.png" alt="${escapeXml(book.title)}"/></p>`;
    return zip([
      // First, as it is, so that programs know an EPUB by its first bytes.
      ['mimetype', utf8.encode('application/epub+zip')],
      ['META-INF/container.xml', utf8.encode(container)],
      [
        'EPUB/package.opf',
        utf8.encode(
          packageOf(
            book,
            all,
            pictures.map(([file]) => file),
          ),
        ),
      ],
      ['EPUB/nav.xhtml', utf8.encode(contents(book, chapters))],
      ['EPUB/cover.xhtml', utf8.encode(xhtml(book, book.title, cover))],
      ...all.map(({ id, title, lang, body }): [string, Uint8Array] => [
        `EPUB/${id}.xhtml`,
        utf8.encode(
          xhtml(
            book,
            title,
            `<section>${element('h1', title, inLanguage(book.lang.code, lang ?? book.lang.code))}\n${body}</section>`,
          ),
        ),
      ]),
      ...pictures.map(([file, bytes]): [string, Uint8Array] => [`EPUB/${file}`, bytes]),
    ]);
  });
