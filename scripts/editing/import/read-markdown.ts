import type { Definition, FootnoteDefinition, PhrasingContent, Root, RootContent } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import {
  counted,
  paragraphOf,
  placeOf,
  shownEnding,
  type ImportedPicture,
  type Run,
  type SetApart,
  type SourceDocument,
  type SourceParagraph,
} from './document.ts';
import { tableAsText } from './table.ts';

/** Gives the bytes of a file that lies beside the document; nothing when there is none. */
export type Beside = (path: string) => Uint8Array | undefined;

type Form = Omit<Run, 'text'>;

const PLAIN: Form = { bold: false, italic: false };

class MarkdownReader {
  readonly pictures: ImportedPicture[] = [];
  readonly changed = new Set<string>();
  readonly dropped: string[] = [];
  readonly setApart: SetApart[] = [];
  readonly #beside: Beside;
  readonly #definitions = new Map<string, Definition>();
  readonly #footnotes = new Map<string, FootnoteDefinition>();
  readonly #noteOrder: string[] = [];
  readonly #picturesByPath = new Map<string, number>();

  constructor(beside: Beside) {
    this.#beside = beside;
  }

  read(text: string): SourceParagraph[] {
    const tree: Root = unified().use(remarkParse).use(remarkGfm).parse(text);
    this.#collect(tree.children);
    const own = tree.children.flatMap((node) => this.#block(node));
    for (let index = 0; index < this.#noteOrder.length; index += 1) {
      const note = this.#footnotes.get(this.#noteOrder[index] as string);
      const [first, ...rest] = note?.children.flatMap((node) => this.#block(node)) ?? [];
      if (first) own.push({ ...first, runs: [{ text: `[${index + 1}] `, ...PLAIN }, ...first.runs] });
      own.push(...rest);
    }
    const notes = this.#noteOrder.length;
    if (notes > 0)
      this.changed.add(
        `${counted(notes, 'Una nota a piè di pagina', 'note a piè di pagina')}: ${notes === 1 ? 'sta' : 'stanno'} in fondo al testo, con il numero fra parentesi quadre.`,
      );
    return own;
  }

  #collect(nodes: readonly RootContent[]): void {
    for (const node of nodes) {
      if (node.type === 'definition') this.#definitions.set(node.identifier, node);
      else if (node.type === 'footnoteDefinition') this.#footnotes.set(node.identifier, node);
      else if ('children' in node) this.#collect(node.children);
    }
  }

  #block(node: RootContent): SourceParagraph[] {
    switch (node.type) {
      case 'paragraph':
        return this.#paragraph(node.children);
      case 'heading':
        return this.#paragraph(node.children, { kind: 'heading', level: node.depth });
      case 'blockquote':
        return node.children.flatMap((child) => this.#block(child));
      case 'list':
        return this.#list(node, 0);
      case 'table': {
        const { paragraphs, changed } = tableAsText(
          node.children.map((row) => row.children.map((cell) => this.#paragraph(cell.children))),
        );
        for (const line of changed) this.changed.add(line);
        return paragraphs;
      }
      case 'code':
        this.changed.add('Un riquadro di codice: ne ho portato il testo come capoverso.');
        return paragraphOf([{ text: node.value, ...PLAIN }]);
      case 'html':
        return this.#html(node.value);
      default:
        return [];
    }
  }

  #html(html: string): SourceParagraph[] {
    for (const [, comment = ''] of html.matchAll(/<!--([\s\S]*?)-->/g))
      this.setApart.push({ what: 'Commento', words: comment.trim(), inText: false });
    const text = withoutTags(html);
    if (text.trim() !== '') this.changed.add('Parti in HTML: ne ho portato il testo.');
    return paragraphOf([{ text, ...PLAIN }]);
  }

  #list(node: Extract<RootContent, { type: 'list' }>, level: number): SourceParagraph[] {
    return node.children.flatMap((item, index) => {
      let isFirst = true;
      return item.children.flatMap((child): SourceParagraph[] => {
        if (child.type === 'list') return this.#list(child, level + 1);
        return this.#block(child).map((block) => {
          if (block.kind === 'picture') return block;
          const number = node.ordered && isFirst ? (node.start ?? 1) + index : undefined;
          isFirst = false;
          return { ...block, kind: 'item', level, ...(number !== undefined && { number }) };
        });
      });
    });
  }

  #paragraph(
    nodes: readonly PhrasingContent[],
    form: Partial<Omit<SourceParagraph, 'runs'>> = {},
  ): SourceParagraph[] {
    const asides: SourceParagraph[] = [];
    const runs = nodes.flatMap((node) => this.#runs(node, PLAIN, asides));
    return [...paragraphOf(runs, form), ...asides];
  }

  #runs(node: PhrasingContent, form: Form, asides: SourceParagraph[]): Run[] {
    const inner = (children: readonly PhrasingContent[], own: Form): Run[] =>
      children.flatMap((child) => this.#runs(child, own, asides));
    switch (node.type) {
      case 'text':
        return [{ text: node.value.replace(/\n/g, ' '), ...form }];
      case 'inlineCode':
        return [{ text: node.value, ...form }];
      case 'break':
        return [{ text: '\n', ...form }];
      case 'strong':
        return inner(node.children, { ...form, bold: true });
      case 'emphasis':
        return inner(node.children, { ...form, italic: true });
      case 'delete':
        this.changed.add('Parole barrate: le ho portate senza la barra. Controlla se devono restare.');
        return inner(node.children, form);
      case 'link':
        return inner(node.children, { ...form, link: node.url });
      case 'linkReference':
        return inner(node.children, { ...form, link: this.#definitions.get(node.identifier)?.url });
      case 'image':
        this.#picture(node.url, node.alt ?? '', asides);
        return [];
      case 'imageReference':
        this.#picture(this.#definitions.get(node.identifier)?.url ?? '', node.alt ?? '', asides);
        return [];
      case 'footnoteReference':
        if (!this.#footnotes.has(node.identifier)) return [];
        if (!this.#noteOrder.includes(node.identifier)) this.#noteOrder.push(node.identifier);
        return [{ text: `[${this.#noteOrder.indexOf(node.identifier) + 1}]`, ...form }];
      case 'html': {
        if (/^<br\b/i.test(node.value)) return [{ text: '\n', ...form }];
        const comment = /^<!--([\s\S]*?)-->$/.exec(node.value)?.[1];
        if (comment !== undefined)
          this.setApart.push({ what: 'Commento', words: comment.trim(), inText: false });
        return [];
      }
      default:
        return [];
    }
  }

  #picture(path: string, alt: string, asides: SourceParagraph[]): void {
    const bytes = /^[a-z]+:/i.test(path) ? undefined : this.#beside(decodeURI(path));
    const ending = shownEnding(path);
    if (!bytes || ending === undefined) {
      this.dropped.push(
        `Un’immagine che non ho trovato o che il sito non mostra: ${path}${alt === '' ? '' : ` («${alt}»)`}.`,
      );
      return;
    }
    const index =
      this.#picturesByPath.get(path) ?? this.pictures.push({ bytes, ending, alt, caption: '' }) - 1;
    this.#picturesByPath.set(path, index);
    asides.push(placeOf(index));
  }
}

const withoutTags = (html: string): string =>
  html
    .replace(/<!--[\s\S]*?-->/g, '')
    .replace(/<br\s*\/?>/gi, '\n')
    .replace(/<[^>]*>/g, '');

const FRONT_MATTER = /^---[ \t]*\n[\s\S]*?\n---[ \t]*(?:\n|$)/;

/** The words of Markdown without reading its structure: a second look, for the count of words. */
const plainly = (text: string): string =>
  text
    .replace(/<!--[\s\S]*?-->/g, '')
    .replace(/^[ \t>]*\[\^[^\]]+\]:/gm, '')
    .replace(/^[ \t]*\[[^\]]+\]:[ \t]*\S+.*$/gm, '')
    .replace(/\[\^[^\]]+\]/g, '')
    .replace(/!\[[^\]]*\](?:\([^)]*\)|\[[^\]]*\])/g, '')
    .replace(/\](?:\((?:[^()\s]|\([^()]*\))*(?:\s+"[^"]*")?\)|\[[^\]]*\])/g, '')
    .replace(/<(?:mailto:)?([^<>\s]+(?:@|:\/\/)[^<>\s]+)>/g, '$1')
    .replace(/<\/?[a-z][^<>]*>/gi, (tag) => (/^<br/i.test(tag) ? ' ' : ''))
    .replace(/^([ \t>]*)\d{1,9}[.)](?=\s)/gm, '$1')
    .replace(/^(?:```|~~~)\S*$/gm, '')
    .replace(
      /\\([!-/:-@[-`{-~])|[*`]|~~|(?<![\p{L}\p{N}])_+|_+(?![\p{L}\p{N}])/gu,
      (_, sign?: string) => sign ?? '',
    )
    .replace(/&nbsp;/g, ' ')
    .replace(/&amp;/g, '&');

/** Markdown, with tables and notes as on GitHub. */
export const readMarkdown = (text: string, beside: Beside): SourceDocument => {
  const front = FRONT_MATTER.exec(text)?.[0] ?? '';
  const body = text.replace(/\r\n?/g, '\n').slice(front.length);
  const reader = new MarkdownReader(beside);
  const paragraphs = reader.read(body);
  if (front !== '')
    reader.setApart.push({
      what: 'I campi in testa al file, fra due righe di trattini',
      words: front.replace(/^---|---\s*$/g, '').trim(),
      inText: false,
    });
  const { pictures, setApart, changed, dropped } = reader;
  return {
    paragraphs,
    ...{ pictures, margins: [], setApart, changed: [...changed], dropped },
    everyWord: plainly(body),
  };
};

const BULLET = /^\s*[-–•▪·*]\s+(?=\S)/;
const NUMBER = /^\s*(\d{1,2})[.)]\s+(?=\S)/;
const MARK = new RegExp(`${BULLET.source}|${NUMBER.source}`);

/** The lines before a list, and its items; a single item is a sentence that begins with a dash. */
const listIn = (block: string): { intro: string[]; items: string[] } => {
  const lines = block.split('\n').filter((line) => line.trim() !== '');
  const start = lines.findIndex((line) => MARK.test(line));
  const items = start < 0 ? [] : lines.slice(start);
  const isList = items.length > 1 && items.every((line) => MARK.test(line));
  return isList ? { intro: lines.slice(0, start), items } : { intro: lines, items: [] };
};

const plainBlock = (block: string): SourceParagraph[] => {
  const { intro, items } = listIn(block);
  return [
    ...paragraphOf([{ text: intro.join(' '), ...PLAIN }]),
    ...items.flatMap((line) => {
      const number = NUMBER.exec(line)?.[1];
      return paragraphOf([{ text: line.replace(MARK, ''), ...PLAIN }], {
        kind: 'item',
        ...(number !== undefined && { number: Number(number) }),
      });
    }),
  ];
};

/** Plain text: an empty line ends a paragraph; in a text without empty lines every line is one. */
export const readPlain = (text: string): SourceDocument => {
  const own = text.replace(/\r\n?/g, '\n').replace(/\f/g, '\n\n').trim();
  const blocks = /\n[ \t]*\n/.test(own) ? own.split(/\n[ \t]*\n/) : own.split('\n');
  return {
    paragraphs: blocks.flatMap(plainBlock),
    ...{ pictures: [], margins: [], setApart: [], changed: [], dropped: [] },
    everyWord: blocks
      .map((block) => {
        const { intro, items } = listIn(block);
        return [...intro, ...items.map((line) => line.replace(MARK, ''))].join('\n');
      })
      .join('\n'),
  };
};
