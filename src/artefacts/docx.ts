import {
  AlignmentType,
  BorderStyle,
  Document,
  ExternalHyperlink,
  Footer,
  HeadingLevel,
  ImageRun,
  LevelFormat,
  LineRuleType,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TabStopType,
  TextRun,
  VerticalAlignTable,
  WidthType,
  type INumberingOptions,
  type IParagraphOptions,
  type IStylesOptions,
  type ParagraphChild,
} from 'docx';
import sharp from 'sharp';
import { tagWithCountry } from '../i18n/languages.ts';
import { colour } from '../lib/colours.ts';
import { xmlCharacters } from '../lib/escape.ts';
import { euEmblem, euEmblemSvg } from '../lib/eu-emblem.ts';
import type { Block, Inline, List, Paragraph as NoteParagraph } from '../documents/note-document/index.ts';
import { packDocx } from './docx-package.ts';
import { previewOf, type Preview } from './pictures.ts';
import { isolated, withoutMarks } from '../i18n/bidi.ts';
import { labelled, speakerLine, speaksForItself } from './plain-text.ts';
import { absoluteLink, fill, pictureOf, videoOf, type PublishedNote } from '../documents/published-note.ts';

const MM = 56.6929; // Twentieths of a point, Word's measure.
const PIXELS_PER_MM = 96 / 25.4;
const page = { width: 210, height: 297, side: 27 };
const measure = page.width - 2 * page.side;

/** Word writes colours without their mark. */
const wordColour = (name: string): string => colour(name).slice(1).toUpperCase();
const colours = {
  ink: wordColour('ink'),
  soft: wordColour('ink-soft'),
  line: wordColour('line'),
  blue: wordColour('blue'),
  link: wordColour('link'),
  night: wordColour('night'),
};
const NO_BORDER = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const;
const noBorders = { top: NO_BORDER, bottom: NO_BORDER, left: NO_BORDER, right: NO_BORDER };

/** What is set apart and has no letter from right to left: names, and figures joined by a dash. */
const APART = /[\u2066-\u2068]([^\u2066-\u2069\p{Script=Arabic}]*)\u2069/gu;

/** Parts of a text, each of one direction: Word asks every run for its own, and older ones know no other marks. */
const directed = (text: string): { text: string; rtl: boolean }[] =>
  text
    .split(APART)
    .map((part, index) => ({ text: withoutMarks(part), rtl: index % 2 === 0 }))
    .filter((part) => part.text !== '');

interface RunLook {
  bold?: boolean;
  italics?: boolean;
  style?: string;
  /** A language other than the document's. */
  language?: { value: string };
}

/** Writes the paragraphs of one document. */
class Writer {
  readonly release: PublishedNote;
  readonly rtl: boolean;
  /** Start numbers of the ordered lists, each of which counts for itself. */
  readonly starts: number[] = [];

  constructor(release: PublishedNote) {
    this.release = release;
    this.rtl = release.lang.dir === 'rtl';
  }

  paragraph(options: IParagraphOptions): Paragraph {
    return new Paragraph({ ...(this.rtl ? { bidirectional: true } : {}), ...options });
  }

  words(text: string, look: RunLook = {}): TextRun[] {
    const clean = xmlCharacters(text);
    if (!this.rtl || look.language) return [new TextRun({ text: clean, ...look })];
    return directed(isolated(this.release.lang.code, clean)).map(
      (part) => new TextRun({ text: part.text, ...look, ...(part.rtl ? { rightToLeft: true } : {}) }),
    );
  }

  /** A mark keeps the last stroke of an address at its end. */
  leftToRight(text: string): string {
    return `${xmlCharacters(text)}${this.rtl ? '\u200e' : ''}`;
  }

  /** Addresses run from left to right in every script. */
  address(text: string, url: string): ExternalHyperlink {
    return new ExternalHyperlink({
      link: url,
      children: [new TextRun({ text: this.leftToRight(text), style: 'Hyperlink' })],
    });
  }

  inlines(nodes: readonly Inline[], look: RunLook = {}): ParagraphChild[] {
    return nodes.flatMap((node): ParagraphChild[] => {
      switch (node.type) {
        case 'text':
          return this.words(node.value, look);
        case 'strong':
          return this.inlines(node.children, { ...look, bold: true });
        case 'emphasis':
          return this.inlines(node.children, { ...look, italics: true });
        case 'link':
          return [
            new ExternalHyperlink({
              link: absoluteLink(this.release, node.url),
              children: this.inlines(node.children, { ...look, style: 'Hyperlink' }),
            }),
          ];
        case 'lineBreak':
          return [new TextRun({ break: 1 })];
        case 'figureMark':
        case 'attribution':
          return this.inlines(node.children, look);
      }
    });
  }

  list(list: List, level: number): Paragraph[] {
    let reference = 'bullets';
    if (list.ordered) {
      reference = `numbers-${this.starts.length}`;
      this.starts.push(list.start);
    }
    return list.items.flatMap(({ content }) =>
      content.flatMap((block, index) =>
        block.type === 'list'
          ? this.list(block, Math.min(level + 1, 3))
          : [
              this.paragraph({
                style: 'ListParagraph',
                ...(index === 0
                  ? { numbering: { reference, level } }
                  : { indent: { left: (level + 1) * INDENT } }),
                children: this.inlines(block.children),
              }),
            ],
      ),
    );
  }

  simple(block: NoteParagraph | List, style?: string): Paragraph[] {
    return block.type === 'list'
      ? this.list(block, 0)
      : [this.paragraph({ ...(style ? { style } : {}), children: this.inlines(block.children) })];
  }

  blocks(previews: ReadonlyMap<string, Preview>): Paragraph[] {
    let level = 0;
    // The two emblems are the first.
    let pictureNumber = 2;
    return this.release.document.blocks.flatMap((block: Block): Paragraph[] => {
      switch (block.type) {
        case 'heading':
          // The title has a style of its own, so the note's own headings start at the first level.
          level = Math.min(block.depth - 1, level + 1);
          return [
            this.paragraph({
              heading: headingLevels[level - 1] ?? HeadingLevel.HEADING_3,
              children: this.inlines(block.children),
            }),
          ];
        case 'paragraph':
        case 'list':
          return this.simple(block);
        case 'quote':
          return [
            ...block.content.flatMap((paragraph) => this.simple(paragraph, 'Quote')),
            ...(speaksForItself(block)
              ? []
              : [
                  this.paragraph({
                    style: 'QuoteSpeaker',
                    children: this.words(`— ${speakerLine(this.release, block)}`),
                  }),
                ]),
          ];
        case 'callout':
          return block.content.flatMap((inner) => this.simple(inner, 'Callout'));
        case 'picture':
          pictureNumber += 1;
          return this.picture(block.id, previews.get(block.id), pictureNumber);
        case 'video': {
          const { title, url } = videoOf(this.release, block.id);
          return [
            this.paragraph({
              children: [
                new ExternalHyperlink({
                  link: url,
                  children: this.words(fill(this.release.labels.video, { title }), { style: 'Hyperlink' }),
                }),
              ],
            }),
          ];
        }
      }
    });
  }

  picture(id: string, preview: Preview | undefined, number: number): Paragraph[] {
    const { alt, caption, credit, licence } = pictureOf(this.release, id);
    const width = Math.min(measure * PIXELS_PER_MM, preview?.width ?? 0);
    const height = preview ? (width * preview.height) / preview.width : 0;
    return [
      ...(preview
        ? [
            this.paragraph({
              keepNext: true,
              children: [
                new ImageRun({
                  type: 'jpg',
                  data: preview.bytes,
                  transformation: { width: Math.round(width), height: Math.round(height) },
                  altText: { id: String(number), name: id, description: alt },
                }),
              ],
            }),
          ]
        : []),
      this.paragraph({
        style: 'Caption',
        children: this.words(`${caption} ${fill(this.release.labels.credit, { credit, licence })}`),
      }),
    ];
  }

  section(title: string, paragraphs: Paragraph[]): Paragraph[] {
    return [this.paragraph({ heading: HeadingLevel.HEADING_1, children: this.words(title) }), ...paragraphs];
  }

  closing(): Paragraph[] {
    const { changes, contacts, contactsNote, boilerplate, labels } = this.release;
    const item = (children: ParagraphChild[]): Paragraph =>
      this.paragraph({
        style: 'ListParagraph',
        numbering: { reference: 'bullets', level: 0 },
        children,
      });
    return [
      ...(changes.length > 0
        ? this.section(
            labels.changes,
            changes.map(({ date, text }) => item(this.words(labelled(this.release, date.text, text)))),
          )
        : []),
      ...(contacts.length > 0
        ? this.section(labels.contacts, [
            ...(contactsNote ? [this.paragraph({ children: this.words(contactsNote) })] : []),
            ...contacts.map(({ name, email }) =>
              item([...this.words(labelled(this.release, name, '')), this.address(email, `mailto:${email}`)]),
            ),
          ])
        : []),
      ...(boilerplate.length > 0
        ? this.section(
            labels.about,
            boilerplate.map((text) => this.paragraph({ children: this.words(text) })),
          )
        : []),
    ];
  }
}

const INDENT = Math.round(7 * MM);
const headingLevels = [HeadingLevel.HEADING_1, HeadingLevel.HEADING_2, HeadingLevel.HEADING_3] as const;

const styles = (locale: string, rtl: boolean): IStylesOptions => {
  const heading = (size: number, before: number) => ({
    run: { size, bold: true, italics: false, color: colours.night },
    paragraph: { keepNext: true, spacing: { before, after: 100 } },
  });
  // Unlike indents, borders know only the sides of the sheet.
  const bar = (color: string) => ({
    [rtl ? 'right' : 'left']: { style: BorderStyle.SINGLE, size: 18, color, space: 10 },
  });
  return {
    default: {
      document: {
        run: {
          font: 'Arial',
          size: 21,
          color: colours.ink,
          language: { value: locale, bidirectional: locale },
        },
        paragraph: { spacing: { line: 288, lineRule: LineRuleType.AUTO, after: 140 } },
      },
      title: {
        run: { size: 38, bold: true, color: colours.night },
        paragraph: { spacing: { line: 264, lineRule: LineRuleType.AUTO, before: 300, after: 160 } },
      },
      heading1: heading(26, 300),
      heading2: heading(23, 260),
      heading3: heading(21, 240),
      hyperlink: { run: { color: colours.link, underline: {} } },
      listParagraph: { paragraph: { spacing: { after: 60 } } },
      caption: { run: { size: 17, color: colours.soft } },
    },
    paragraphStyles: [
      {
        id: 'Subtitle',
        name: 'Subtitle',
        basedOn: 'Normal',
        next: 'Normal',
        quickFormat: true,
        run: { size: 22, color: colours.soft },
      },
      {
        id: 'CitySummary',
        name: 'City summary',
        basedOn: 'Normal',
        next: 'Normal',
        quickFormat: true,
        run: { size: 22, bold: true, color: colours.night },
        paragraph: { spacing: { after: 240 } },
      },
      {
        id: 'Quote',
        name: 'Quote',
        basedOn: 'Normal',
        next: 'Normal',
        quickFormat: true,
        run: { size: 22, italics: false, color: colours.night },
        paragraph: {
          border: bar(colours.blue),
          indent: { left: Math.round(8 * MM), right: Math.round(8 * MM) },
          spacing: { before: 140, after: 140 },
        },
      },
      {
        id: 'QuoteSpeaker',
        name: 'Quote speaker',
        basedOn: 'Quote',
        next: 'Normal',
        run: { size: 19, color: colours.soft },
      },
      {
        id: 'Callout',
        name: 'Callout',
        basedOn: 'Normal',
        paragraph: {
          border: bar(colours.line),
          indent: { left: Math.round(4 * MM) },
        },
      },
      {
        id: 'TranslationNotice',
        name: 'Translation notice',
        basedOn: 'Normal',
        run: { size: 18, color: colours.soft, italics: true },
      },
      {
        id: 'Letterhead',
        name: 'Letterhead',
        basedOn: 'Normal',
        run: { size: 15, color: colours.soft },
        paragraph: { spacing: { line: 240, lineRule: LineRuleType.AUTO, after: 20 } },
      },
      {
        id: 'Kicker',
        name: 'Kicker',
        basedOn: 'Normal',
        run: { size: 18, bold: true, color: colours.link, characterSpacing: 24 },
        paragraph: { spacing: { before: 200, after: 0 } },
      },
      {
        id: 'Small',
        name: 'Small print',
        basedOn: 'Normal',
        run: { size: 17, color: colours.soft },
        paragraph: { spacing: { line: 252, lineRule: LineRuleType.AUTO, after: 60 } },
      },
    ],
  };
};

const numbering = (starts: readonly number[]): INumberingOptions => {
  const levels = (format: 'bullet' | 'decimal', start = 1) =>
    [0, 1, 2, 3].map((level) => ({
      level,
      format: format === 'bullet' ? LevelFormat.BULLET : LevelFormat.DECIMAL,
      text: format === 'bullet' ? '•' : `%${level + 1}.`,
      alignment: AlignmentType.START,
      start: level === 0 ? start : 1,
      style: {
        paragraph: { indent: { left: (level + 1) * INDENT, hanging: Math.round(5 * MM) } },
      },
    }));
  return {
    config: [
      { reference: 'bullets', levels: levels('bullet') },
      ...starts.map((start, index) => ({
        reference: `numbers-${index}`,
        levels: levels('decimal', start).map((level) => ({ ...level, start })),
      })),
    ],
  };
};

let emblemPng: Promise<Uint8Array> | undefined;
const emblem = async (): Promise<Uint8Array> =>
  (emblemPng ??= sharp(Buffer.from(euEmblemSvg), { density: 400 })
    .png({ compressionLevel: 9, palette: true })
    .toBuffer()
    .then((bytes) => new Uint8Array(bytes)));

/** The emblem and text beside it; a table without lines, which a reader hears in the same order. */
const besideEmblem = (
  png: Uint8Array,
  { alt, height, number, rtl }: { alt: string; height: number; number: number; rtl: boolean },
  paragraphs: Paragraph[],
): Table => {
  const width = (height * euEmblem.width) / euEmblem.height;
  const gap = 6;
  const cell = (mm: number, children: Paragraph[]): TableCell =>
    new TableCell({
      children,
      borders: noBorders,
      verticalAlign: VerticalAlignTable.CENTER,
      width: { size: Math.round(mm * MM), type: WidthType.DXA },
    });
  const columns = [width + gap, measure - width - gap];
  return new Table({
    layout: TableLayoutType.FIXED,
    borders: { ...noBorders, insideHorizontal: NO_BORDER, insideVertical: NO_BORDER },
    columnWidths: columns.map((mm) => Math.round(mm * MM)),
    width: { size: Math.round(measure * MM), type: WidthType.DXA },
    ...(rtl ? { visuallyRightToLeft: true } : {}),
    rows: [
      new TableRow({
        cantSplit: true,
        children: [
          cell(columns[0] as number, [
            new Paragraph({
              style: 'Small',
              ...(rtl ? { bidirectional: true } : {}),
              children: [
                new ImageRun({
                  type: 'png',
                  data: png,
                  transformation: {
                    width: Math.round(width * PIXELS_PER_MM),
                    height: Math.round(height * PIXELS_PER_MM),
                  },
                  altText: { id: String(number), name: 'EU', description: alt },
                }),
              ],
            }),
          ]),
          cell(columns[1] as number, paragraphs),
        ],
      }),
    ],
  });
};

const previewsOf = async (release: PublishedNote): Promise<Map<string, Preview>> => {
  const shown = release.document.blocks
    .filter((block) => block.type === 'picture')
    .map(({ id }) => pictureOf(release, id));
  return new Map(
    await Promise.all(shown.map(async ({ id, original }) => [id, await previewOf(original)] as const)),
  );
};

/**
 * The note as a Word document with real styles (Title, Heading, Quote, List Paragraph, Caption), its language, and
 * right-to-left paragraphs and runs where its script asks for them. The same release gives the same bytes.
 */
export const toDocx = async (release: PublishedNote): Promise<Uint8Array> => {
  const [png, previews] = await Promise.all([emblem(), previewsOf(release)]);
  const writer = new Writer(release);
  const { labels, letterhead } = release;
  // Word knows no Unicode extension such as "-u-nu-latn".
  const locale = tagWithCountry(release.lang);
  const inItalian = { language: { value: letterhead?.lang ?? '' } };

  const head = letterhead
    ? besideEmblem(
        png,
        { alt: labels.emblem, height: 15, number: 1, rtl: false },
        letterhead.lines.map(
          (line, index) =>
            new Paragraph({
              style: 'Letterhead',
              children: writer.words(line, { ...inItalian, bold: index === 0 }),
            }),
        ),
      )
    : besideEmblem(png, { alt: labels.emblem, height: 15, number: 1, rtl: writer.rtl }, [
        writer.paragraph({
          style: 'Letterhead',
          children: writer.words(release.edition.name, { bold: true }),
        }),
      ]);

  const body = [
    head,
    writer.paragraph({
      style: 'Kicker',
      tabStops: [{ type: TabStopType.RIGHT, position: Math.round(measure * MM) }],
      children: [
        ...(letterhead ? writer.words(letterhead.kicker, inItalian) : []),
        new TextRun({ text: '\t' }),
        ...writer.words(release.date.text, { bold: false }),
      ],
    }),
    writer.paragraph({ heading: HeadingLevel.TITLE, children: writer.words(release.title) }),
    writer.paragraph({ style: 'Subtitle', children: writer.words(release.subtitle) }),
    ...(release.citySummary
      ? [writer.paragraph({ style: 'CitySummary', children: writer.words(release.citySummary) })]
      : []),
    ...(release.translationNotice
      ? [writer.paragraph({ style: 'TranslationNotice', children: writer.words(release.translationNotice) })]
      : []),
    ...writer.blocks(previews),
    ...writer.closing(),
    besideEmblem(png, { alt: labels.emblem, height: 10, number: 2, rtl: writer.rtl }, [
      writer.paragraph({ style: 'Small', children: writer.words(release.fundingStatement) }),
    ]),
    writer.paragraph({
      style: 'Small',
      spacing: { before: 120 },
      children: [
        ...writer.words(labelled(release, labels.online, '')),
        writer.address(release.url, release.url),
      ],
    }),
  ];

  const pageNumber = labels.page.split(/(\{page\}|\{total\})/).flatMap((part) => {
    if (part === '{page}') return [new TextRun({ children: [PageNumber.CURRENT] })];
    if (part === '{total}') return [new TextRun({ children: [PageNumber.TOTAL_PAGES] })];
    return part === '' ? [] : writer.words(part);
  });
  const margin = Math.round(page.side * MM);
  const document = new Document({
    title: xmlCharacters(release.title),
    creator: xmlCharacters(release.publisher),
    lastModifiedBy: xmlCharacters(release.publisher),
    keywords: xmlCharacters([release.edition.name, release.city.name].join(', ')),
    styles: styles(locale, writer.rtl),
    numbering: numbering(writer.starts),
    sections: [
      {
        properties: {
          page: {
            size: { width: Math.round(page.width * MM), height: Math.round(page.height * MM) },
            margin: { left: margin, right: margin, top: Math.round(20 * MM), bottom: Math.round(24 * MM) },
          },
        },
        footers: {
          default: new Footer({
            children: [
              writer.paragraph({
                style: 'Small',
                tabStops: [{ type: TabStopType.RIGHT, position: Math.round(measure * MM) }],
                children: [
                  new TextRun({ text: writer.leftToRight(release.url) }),
                  new TextRun({ text: '\t' }),
                  ...pageNumber,
                ],
              }),
            ],
          }),
        },
        children: body,
      },
    ],
  });
  return packDocx(document, {
    date: release.date.iso,
    language: locale,
    rtl: writer.rtl,
  });
};
