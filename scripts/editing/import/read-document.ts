import { kindOf } from '../content/signatures.ts';
import { load, type CheerioAPI } from 'cheerio';
import type { AnyNode, Element, Text } from 'domhandler';
import { unzipSync, strFromU8 } from 'fflate';
import mammoth from 'mammoth';
import type { PhrasingContent, RootContent } from 'mdast';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import {
  tidy,
  UnreadableDocument,
  type ImportedPicture,
  type Run,
  type SourceDocument,
  type SourceParagraph,
} from './document.ts';

type Emphasis = Pick<Run, 'bold' | 'italic'>;
/** DOM's `nodeType`s. */
const [ELEMENT, TEXT] = [1, 3];

const PLAIN: Emphasis = { bold: false, italic: false };

const paragraph = (kind: SourceParagraph['kind'], runs: readonly Run[]): SourceParagraph[] => {
  const own = tidy(runs);
  return own.length === 0 ? [] : [{ kind, runs: own }];
};

const htmlRuns = ($: CheerioAPI, node: AnyNode, emphasis: Emphasis): Run[] => {
  if (node.nodeType === TEXT) return [{ text: (node as Text).data, ...emphasis }];
  if (node.nodeType !== ELEMENT) return [];
  const { name, children } = node as Element;
  if (name === 'br') return [{ text: ' ', ...emphasis }];
  const own = {
    bold: emphasis.bold || /^(strong|b)$/.test(name),
    italic: emphasis.italic || /^(em|i)$/.test(name),
  };
  return children.flatMap((child) => htmlRuns($, child, own));
};

/** Word: mammoth reads the paragraphs, their emphasis and their pictures. */
const readDocx = async (bytes: Uint8Array): Promise<SourceDocument> => {
  const pictures: ImportedPicture[] = [];
  const { value, messages } = await mammoth.convertToHtml(
    { buffer: Buffer.from(bytes) },
    {
      styleMap: ["p[style-name='Quote'] => p:fresh", "p[style-name='Title'] => h1:fresh"],
      convertImage: mammoth.images.imgElement(async (image) => {
        pictures.push({
          bytes: new Uint8Array(await image.readAsBuffer()),
          ending: (image.contentType.split('/')[1] ?? 'jpg').replace('jpeg', 'jpg'),
          alt: '',
        });
        return { src: '' };
      }),
    },
  );
  const $ = load(value, null, false);
  const tables = $('table').length;
  $('img').each((index, image) => {
    const picture = pictures[index];
    if (picture) picture.alt = $(image).attr('alt') ?? '';
  });
  $('table').remove();
  const paragraphs = $('p, h1, h2, h3, h4, li')
    .toArray()
    .filter((element) => !(element.name === 'p' && $(element).closest('li').length > 0))
    .flatMap((element: Element) =>
      paragraph(
        element.name === 'li' ? 'item' : element.name === 'p' ? 'paragraph' : 'heading',
        element.children.flatMap((child) => htmlRuns($, child, PLAIN)),
      ),
    );
  return {
    paragraphs,
    pictures,
    dropped: [
      ...(tables > 0 ? [`${tables === 1 ? 'una tabella' : `${tables} tabelle`}`] : []),
      ...messages.filter(({ type }) => type === 'error').map(({ message }) => message),
    ],
  };
};

/** OpenDocument: the text and the styles that make letters bold or slanted. */
const readOdt = (bytes: Uint8Array): SourceDocument => {
  const files = unzipSync(bytes);
  const xml = files['content.xml'];
  if (!xml) throw new UnreadableDocument('Il documento OpenDocument non contiene testo.');
  const $ = load(strFromU8(xml), { xml: true });
  const styles = new Map(
    $('style\\:style')
      .toArray()
      .map((style) => {
        const text = $(style).find('style\\:text-properties');
        const own = {
          bold: /bold|[6-9]00/.test(text.attr('fo:font-weight') ?? ''),
          italic: text.attr('fo:font-style') === 'italic',
        };
        return [$(style).attr('style:name') ?? '', own] as const;
      }),
  );
  const runs = (node: AnyNode, emphasis: Emphasis): Run[] => {
    if (node.nodeType === TEXT) return [{ text: (node as Text).data, ...emphasis }];
    if (node.nodeType !== ELEMENT) return [];
    const { name, attribs, children } = node as Element;
    if (/^text:(s|tab|line-break)$/.test(name)) return [{ text: ' ', ...emphasis }];
    if (/^(text:note|office:annotation|draw:frame)$/.test(name)) return [];
    const style = styles.get(attribs['text:style-name'] ?? '');
    const own = {
      bold: emphasis.bold || (style?.bold ?? false),
      italic: emphasis.italic || (style?.italic ?? false),
    };
    return children.flatMap((child) => runs(child, own));
  };
  const pictures = $('draw\\:image')
    .toArray()
    .flatMap((image): ImportedPicture[] => {
      const path = $(image).attr('xlink:href') ?? '';
      const own = files[path];
      return own ? [{ bytes: own, ending: path.split('.').at(-1) ?? 'jpg', alt: '' }] : [];
    });
  const notes = $('text\\:note').length;
  const tables = $('table\\:table').length;
  $('table\\:table').remove();
  return {
    paragraphs: $('text\\:p, text\\:h')
      .toArray()
      .filter((element) => $(element).closest('text\\:note, office\\:annotation').length === 0)
      .flatMap((element) =>
        paragraph(
          element.name === 'text:h'
            ? 'heading'
            : $(element).closest('text\\:list').length > 0
              ? 'item'
              : 'paragraph',
          runs(element, PLAIN),
        ),
      ),
    pictures,
    dropped: [
      ...(tables > 0 ? [tables === 1 ? 'una tabella' : `${tables} tabelle`] : []),
      ...(notes > 0 ? [notes === 1 ? 'una nota a piè di pagina' : `${notes} note a piè di pagina`] : []),
    ],
  };
};

const markdownRuns = (node: PhrasingContent, emphasis: Emphasis): Run[] => {
  switch (node.type) {
    case 'text':
    case 'inlineCode':
      return [{ text: node.value, ...emphasis }];
    case 'break':
      return [{ text: ' ', ...emphasis }];
    case 'strong':
      return node.children.flatMap((child) => markdownRuns(child, { ...emphasis, bold: true }));
    case 'emphasis':
      return node.children.flatMap((child) => markdownRuns(child, { ...emphasis, italic: true }));
    case 'link':
      return node.children.flatMap((child) => markdownRuns(child, emphasis));
    default:
      return [];
  }
};

const markdownBlocks = (node: RootContent): SourceParagraph[] => {
  switch (node.type) {
    case 'paragraph':
      return paragraph(
        'paragraph',
        node.children.flatMap((child) => markdownRuns(child, PLAIN)),
      );
    case 'heading':
      return paragraph(
        'heading',
        node.children.flatMap((child) => markdownRuns(child, PLAIN)),
      );
    case 'blockquote':
      return node.children.flatMap(markdownBlocks);
    case 'list':
      return node.children.flatMap((item) =>
        item.children.flatMap(markdownBlocks).map((block) => ({ ...block, kind: 'item' as const })),
      );
    default:
      return [];
  }
};

const readMarkdown = (text: string): SourceDocument => ({
  paragraphs: unified().use(remarkParse).parse(text).children.flatMap(markdownBlocks),
  pictures: [],
  dropped: [],
});

/** A paragraph ends where a line is left empty; text copied from Windows may be in its old encoding. */
const readText = (bytes: Uint8Array): string => {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
};

const plainParagraphs = (text: string): SourceDocument => ({
  paragraphs: text
    .replace(/\r\n?/g, '\n')
    .split(/\n\s*\n/)
    .flatMap((block) => paragraph('paragraph', [{ text: block, ...PLAIN }])),
  pictures: [],
  dropped: [],
});

/**
 * Reads a press note from a file of any of the known forms.
 * @throws UnreadableDocument with a sentence in Italian when it is of none of them
 */
export const readDocument = async (bytes: Uint8Array, name: string): Promise<SourceDocument> => {
  if (bytes.length === 0) throw new UnreadableDocument(`${name} è vuoto.`);
  const kind = kindOf(bytes);
  if (kind === 'pdf')
    throw new UnreadableDocument(
      `${name} è un PDF: da un PDF il testo esce a pezzi. Chiedi il documento Word da cui è nato.`,
    );
  if (kind === 'rtf' || kind === 'ole')
    throw new UnreadableDocument(`${name} è in un vecchio formato. Aprilo con Word e salvalo come .docx.`);
  if (kind === 'zip') {
    try {
      const inside = Object.keys(
        unzipSync(bytes, { filter: (file) => /^(word\/document|content)\.xml$/.test(file.name) }),
      );
      if (inside.includes('word/document.xml')) return await readDocx(bytes);
      if (inside.includes('content.xml')) return readOdt(bytes);
    } catch (error) {
      if (error instanceof UnreadableDocument) throw error;
      throw new UnreadableDocument(`${name} è rovinato: non si apre. Salvalo di nuovo con Word.`);
    }
    throw new UnreadableDocument(`${name} non è un documento di testo (Word o OpenDocument).`);
  }
  if (!/\.(md|markdown|txt)$/i.test(name))
    throw new UnreadableDocument(`Non so leggere ${name}. So leggere .docx, .odt, .md e .txt.`);
  const text = readText(bytes).replace(/^\ufeff/, '');
  return /\.txt$/i.test(name) ? plainParagraphs(text) : readMarkdown(text);
};
