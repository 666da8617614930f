import { strToU8, zipSync } from 'fflate';

const xml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

const NAMES = [
  ...['office', 'text', 'table', 'style', 'drawing'].map(
    (name) =>
      `xmlns:${name === 'drawing' ? 'draw' : name}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`,
  ),
  'xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"',
  'xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0"',
  'xmlns:xlink="http://www.w3.org/1999/xlink"',
  'xmlns:dc="http://purl.org/dc/elements/1.1/"',
].join(' ');

/** Text of a paragraph; what begins with `<` is XML. */
const inline = (text: string): string =>
  text.includes('<text:') || text.includes('<draw:') || text.includes('<office:') ? text : xml(text);

export const words = (text: string): string => xml(text);
export const strong = (text: string): string => `<text:span text:style-name="T1">${xml(text)}</text:span>`;
export const slanted = (text: string): string => `<text:span text:style-name="T2">${xml(text)}</text:span>`;
export const para = (content: string, style = 'Standard'): string =>
  `<text:p text:style-name="${style}">${inline(content)}</text:p>`;
export const heading = (content: string, level: number): string =>
  `<text:h text:outline-level="${level}">${inline(content)}</text:h>`;
export const anchor = (text: string, address: string): string =>
  `<text:a xlink:type="simple" xlink:href="${xml(address)}">${xml(text)}</text:a>`;
export const list = (kind: 'L1' | 'L2', ...items: string[]): string =>
  `<text:list text:style-name="${kind}">${items
    .map((item) => `<text:list-item>${item.startsWith('<text:p') ? item : para(item)}</text:list-item>`)
    .join('')}</text:list>`;
export const grid = (...rows: string[][]): string =>
  `<table:table><table:table-column/>${rows
    .map(
      (cells) =>
        `<table:table-row>${cells.map((cell) => `<table:table-cell>${para(cell)}</table:table-cell>`).join('')}</table:table-row>`,
    )
    .join('')}</table:table>`;
export const footnote = (number: number, text: string): string =>
  `<text:note text:note-class="footnote"><text:note-citation>${number}</text:note-citation><text:note-body>${para(text)}</text:note-body></text:note>`;
export const remark = (author: string, text: string): string =>
  `<office:annotation><dc:creator>${xml(author)}</dc:creator>${para(text)}</office:annotation>`;
export const image = (path: string, alt: string): string =>
  `<draw:frame><draw:image xlink:href="${path}"/><svg:desc>${xml(alt)}</svg:desc></draw:frame>`;
export const box = (text: string): string =>
  `<draw:frame><draw:text-box>${para(text)}</draw:text-box></draw:frame>`;

const AUTOMATIC = `<office:automatic-styles>
<style:style style:name="T1" style:family="text"><style:text-properties fo:font-weight="bold"/></style:style>
<style:style style:name="T2" style:family="text"><style:text-properties fo:font-style="italic"/></style:style>
<style:style style:name="P1" style:family="paragraph" style:parent-style-name="Title"/>
<text:list-style style:name="L1"><text:list-level-style-bullet text:level="1" text:bullet-char="•"/></text:list-style>
<text:list-style style:name="L2"><text:list-level-style-number text:level="1" style:num-format="1"/><text:list-level-style-number text:level="2" style:num-format="1"/></text:list-style>
</office:automatic-styles>`;

/** An OpenDocument text written by hand, as LibreOffice would write it. */
export const openFile = (
  blocks: readonly string[],
  {
    header = '',
    files = {},
    changes = '',
  }: { header?: string; files?: Record<string, Uint8Array>; changes?: string } = {},
): Uint8Array =>
  zipSync({
    mimetype: strToU8('application/vnd.oasis.opendocument.text'),
    'content.xml': strToU8(
      `<?xml version="1.0" encoding="UTF-8"?><office:document-content ${NAMES}>${AUTOMATIC}<office:body><office:text>${changes}${blocks.join('')}</office:text></office:body></office:document-content>`,
    ),
    'styles.xml': strToU8(
      `<?xml version="1.0" encoding="UTF-8"?><office:document-styles ${NAMES}><office:styles><style:style style:name="Title" style:family="paragraph"/></office:styles><office:master-styles><style:master-page style:name="Standard"><style:header>${header}</style:header></style:master-page></office:master-styles></office:document-styles>`,
    ),
    ...files,
  });
