import { strToU8, zipSync } from 'fflate';

const xml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

const W = [
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"',
  'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"',
  'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"',
  'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"',
  'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"',
  'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"',
  'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"',
  'xmlns:v="urn:schemas-microsoft-com:vml"',
  'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"',
  'xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"',
].join(' ');
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

interface RunForm {
  b?: boolean;
  i?: boolean;
  u?: boolean;
  strike?: boolean;
  sup?: boolean;
  hidden?: boolean;
}
interface ParagraphForm {
  style?: 'Title' | 'Subtitle' | 'Heading1' | 'Heading2' | 'Caption' | 'Strong';
  /** List and level: 1 bullets, 2 numbers, 3 letters, 4 numbers that begin again at 1. */
  list?: [1 | 2 | 3 | 4, number];
  align?: 'right' | 'center';
}

/** Run properties as Word writes them. */
const properties = ({ b, i, u, strike, sup, hidden }: RunForm): string =>
  `<w:rPr>${b ? '<w:b/>' : ''}${i ? '<w:i/>' : ''}${strike ? '<w:strike/>' : ''}${hidden ? '<w:vanish/>' : ''}${u ? '<w:u w:val="single"/>' : ''}${sup ? '<w:vertAlign w:val="superscript"/>' : ''}</w:rPr>`;

/** A run; a tab, a line break and the like may stand in it as XML. */
export const run = (text: string, form: RunForm = {}): string =>
  `<w:r>${properties(form)}<w:t xml:space="preserve">${xml(text)}</w:t></w:r>`;
export const bold = (text: string): string => run(text, { b: true });
export const lineBreak = '<w:r><w:br/></w:r>';
export const pageBreak = '<w:r><w:br w:type="page"/></w:r>';
export const tab = '<w:r><w:tab/></w:r>';
export const softHyphen = '<w:r><w:softHyphen/></w:r>';
export const hardHyphen = '<w:r><w:noBreakHyphen/></w:r>';
export const symbol = (char: string): string => `<w:r><w:sym w:font="Wingdings" w:char="${char}"/></w:r>`;
export const inserted = (text: string): string =>
  `<w:ins w:id="1" w:author="Redazione" w:date="2023-11-02T09:00:00Z">${run(text)}</w:ins>`;
export const deleted = (text: string): string =>
  `<w:del w:id="2" w:author="Redazione" w:date="2023-11-02T09:00:00Z"><w:r><w:delText xml:space="preserve">${xml(text)}</w:delText></w:r></w:del>`;
export const field = (code: string, shown: string): string =>
  `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> ${xml(code)} </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${run(shown)}<w:r><w:fldChar w:fldCharType="end"/></w:r>`;
export const formula = (text: string): string => `<m:oMath><m:r><m:t>${xml(text)}</m:t></m:r></m:oMath>`;
export const chart =
  '<w:r><w:drawing><wp:inline><wp:docPr id="9" name="Grafico"/><a:graphic><a:graphicData><c:chart r:id="rId99"/></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>';

/** A paragraph of plain text or of runs. */
export const paragraph = (content: string, { style, list, align }: ParagraphForm = {}): string =>
  `<w:p><w:pPr>${style ? `<w:pStyle w:val="${style}"/>` : ''}${
    list ? `<w:numPr><w:ilvl w:val="${list[1]}"/><w:numId w:val="${list[0]}"/></w:numPr>` : ''
  }${align ? `<w:jc w:val="${align}"/>` : ''}</w:pPr>${content.startsWith('<') ? content : run(content)}</w:p>`;

/** A table of cells, each of one paragraph of text or of whole paragraphs. */
export const table = (...rows: string[][]): string =>
  `<w:tbl><w:tblPr/>${rows
    .map(
      (cells) =>
        `<w:tr>${cells
          .map((cell) => `<w:tc>${cell.startsWith('<w:p') ? cell : paragraph(cell)}</w:tc>`)
          .join('')}</w:tr>`,
    )
    .join('')}</w:tbl>`;

const boxed = (blocks: string): string => `<w:txbxContent>${blocks}</w:txbxContent>`;
/** A box with text as Word 2010 writes it, with the older form for older readers beside it. */
export const textBox = (...blocks: string[]): string =>
  `<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor><wp:docPr id="7" name="Casella"/><a:graphic><a:graphicData><wps:wsp><wps:txbx>${boxed(blocks.join(''))}</wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox>${boxed(blocks.join(''))}</v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>`;

const STYLES = `${HEAD}<w:styles ${W}>
<w:style w:type="paragraph" w:default="1" w:styleId="Normale"><w:name w:val="Normal"/></w:style>
<w:style w:type="paragraph" w:styleId="Title"><w:name w:val="Title"/><w:rPr><w:b/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="Subtitle"><w:name w:val="Subtitle"/></w:style>
<w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/><w:rPr><w:b/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="Heading2"><w:name w:val="heading 2"/><w:basedOn w:val="Heading1"/></w:style>
<w:style w:type="paragraph" w:styleId="Caption"><w:name w:val="caption"/><w:rPr><w:i/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="Strong"><w:name w:val="Corpo forte"/><w:rPr><w:b/></w:rPr></w:style>
</w:styles>`;

const levels = (format: string): string =>
  [0, 1, 2]
    .map(
      (level) =>
        `<w:lvl w:ilvl="${level}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="%${level + 1}."/></w:lvl>`,
    )
    .join('');
const NUMBERING = `${HEAD}<w:numbering ${W}>
<w:abstractNum w:abstractNumId="1">${levels('bullet')}</w:abstractNum>
<w:abstractNum w:abstractNumId="2">${levels('decimal')}</w:abstractNum>
<w:abstractNum w:abstractNumId="3">${levels('lowerLetter')}</w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>
<w:num w:numId="2"><w:abstractNumId w:val="2"/></w:num>
<w:num w:numId="3"><w:abstractNumId w:val="3"/></w:num>
<w:num w:numId="4"><w:abstractNumId w:val="2"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>
</w:numbering>`;

/** A Word file written by hand, part by part, as the program of an office would write it. */
export class WordFile {
  readonly #relations: string[] = [];
  readonly #media: Record<string, Uint8Array> = {};
  readonly #notes = { footnote: [] as string[], endnote: [] as string[] };
  readonly #comments: string[] = [];
  readonly #margins: Record<string, string> = {};

  #relate(kind: string, target: string, mode = ''): string {
    const id = `rId${this.#relations.length + 1}`;
    this.#relations.push(
      `<Relationship Id="${id}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${kind}" Target="${xml(target)}"${mode}/>`,
    );
    return id;
  }

  link(text: string, address: string): string {
    return `<w:hyperlink r:id="${this.#relate('hyperlink', address, ' TargetMode="External"')}">${run(text)}</w:hyperlink>`;
  }

  /** @param path below `word/`: `media/image1.jpeg` */
  picture(
    bytes: Uint8Array,
    alt = '',
    path = `media/image${Object.keys(this.#media).length + 1}.jpeg`,
  ): string {
    this.#media[`word/${path}`] = bytes;
    const id = this.#relate('image', path);
    return `<w:r><w:drawing><wp:inline><wp:docPr id="1" name="Immagine" descr="${xml(alt)}"/><a:graphic><a:graphicData><pic:pic><pic:blipFill><a:blip r:embed="${id}"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>`;
  }

  note(kind: 'footnote' | 'endnote', content: string): string {
    const number = this.#notes[kind].push(paragraph(content));
    return `<w:r><w:${kind}Reference w:id="${number}"/></w:r>`;
  }

  comment(author: string, text: string): string {
    const id = this.#comments.length;
    this.#comments.push(`<w:comment w:id="${id}" w:author="${xml(author)}">${paragraph(text)}</w:comment>`);
    return `<w:r><w:commentReference w:id="${id}"/></w:r>`;
  }

  margin(kind: 'header' | 'footer', ...blocks: string[]): this {
    this.#margins[`${kind}${Object.keys(this.#margins).length + 1}`] =
      `${HEAD}<w:${kind === 'header' ? 'hdr' : 'ftr'} ${W}>${blocks.join('')}</w:${kind === 'header' ? 'hdr' : 'ftr'}>`;
    return this;
  }

  /** The file with these paragraphs and tables. */
  bytes(...blocks: string[]): Uint8Array {
    const notes = Object.entries(this.#notes).flatMap(([kind, list]) =>
      list.length === 0
        ? []
        : [
            [
              `${kind}s`,
              `${HEAD}<w:${kind}s ${W}>${list.map((note, index) => `<w:${kind} w:id="${index + 1}">${note}</w:${kind}>`).join('')}</w:${kind}s>`,
            ] as const,
          ],
    );
    const main = 'application/vnd.openxmlformats-officedocument.wordprocessingml';
    const parts: Record<string, string> = {
      styles: STYLES,
      numbering: NUMBERING,
      ...Object.fromEntries(notes),
      ...(this.#comments.length > 0 && {
        comments: `${HEAD}<w:comments ${W}>${this.#comments.join('')}</w:comments>`,
      }),
    };
    for (const name of Object.keys(parts)) this.#relate(name, `${name}.xml`);
    const margins = Object.entries(this.#margins).map(([name, text]) => {
      const kind = name.replace(/\d/, '');
      return { name, text, kind, id: this.#relate(kind, `${name}.xml`) };
    });
    const section = margins
      .map(({ kind, id }) => `<w:${kind}Reference w:type="default" r:id="${id}"/>`)
      .join('');
    const types = [
      ...Object.keys(parts).map((name) => [name, name]),
      ...margins.map(({ name, kind }) => [name, kind]),
      ['document', 'document.main'],
    ].map(([name, type]) => `<Override PartName="/word/${name}.xml" ContentType="${main}.${type}+xml"/>`);
    const texts: Record<string, string> = {
      '[Content_Types].xml': `${HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Default Extension="jpeg" ContentType="image/jpeg"/><Default Extension="emf" ContentType="image/x-emf"/>${types.join('')}</Types>`,
      '_rels/.rels': `${HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`,
      'word/document.xml': `${HEAD}<w:document ${W}><w:body>${blocks.join('')}<w:sectPr>${section}</w:sectPr></w:body></w:document>`,
      ...Object.fromEntries(Object.entries(parts).map(([name, text]) => [`word/${name}.xml`, text])),
      ...Object.fromEntries(margins.map(({ name, text }) => [`word/${name}.xml`, text])),
      'word/_rels/document.xml.rels': `${HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${this.#relations.join('')}</Relationships>`,
    };
    return zipSync({
      ...Object.fromEntries(Object.entries(texts).map(([path, text]) => [path, strToU8(text)])),
      ...this.#media,
    });
  }
}
