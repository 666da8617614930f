import { load } from 'cheerio';
import type { AnyNode, Element, Text } from 'domhandler';
import { strFromU8 } from 'fflate';
import {
  counted,
  numberedNote,
  paragraphOf,
  placeOf,
  raised,
  shownEnding,
  UnreadableDocument,
  type ImportedPicture,
  type Run,
  type SetApart,
  type SourceDocument,
  type SourceParagraph,
} from './document.ts';
import { tableAsText } from './table.ts';
import { ELEMENT, elementsOf, rawText, TEXT, type Files } from './xml.ts';

interface Form {
  bold: boolean;
  italic: boolean;
  link?: string | undefined;
}

interface Style {
  based: string | undefined;
  /** The name that the writer sees: an automatic style is based on it. */
  name: string;
  bold: boolean | undefined;
  italic: boolean | undefined;
  hidden: boolean;
  struck: boolean;
  raised: boolean;
}

const inside = (node: Element, name: string): Element[] =>
  elementsOf(node).flatMap((child) => [...(child.name === name ? [child] : []), ...inside(child, name)]);

/** What has no words for readers: the record of changes, indexes of variables, forms. */
const UNREAD =
  /^(?:text:(?:tracked-changes|sequence-decls|variable-decls|user-field-decls)|office:(?:forms|annotation|annotation-end)|svg:(?:title|desc))$/;

class OpenReader {
  readonly pictures: ImportedPicture[] = [];
  readonly changed: string[] = [];
  readonly dropped: string[] = [];
  readonly setApart: SetApart[] = [];
  readonly #files: Files;
  readonly #styles = new Map<string, Style>();
  /** By list style and level: the format of its numbers; none for bullets. */
  readonly #lists = new Map<string, Map<number, { format: string; start: number }>>();
  readonly #lastNumber = new Map<string, number>();
  readonly #notes: Element[] = [];
  readonly #picturesByPath = new Map<string, number>();
  readonly #hidden: string[] = [];
  readonly #counts = { boxes: 0, struck: 0, letters: 0 };

  constructor(files: Files) {
    this.#files = files;
    for (const path of ['styles.xml', 'content.xml']) {
      const xml = files[path];
      if (!xml) continue;
      const $ = load(strFromU8(xml), { xml: true });
      for (const style of $('style\\:style').toArray()) this.#addStyle(style);
      for (const list of $('text\\:list-style').toArray()) this.#addList(list);
    }
  }

  #addStyle(style: Element): void {
    const text = elementsOf(style).find(({ name }) => name === 'style:text-properties')?.attribs ?? {};
    const weight = text['fo:font-weight'];
    const slant = text['fo:font-style'];
    const line = text['style:text-line-through-style'] ?? text['style:text-line-through-type'];
    this.#styles.set(style.attribs['style:name'] ?? '', {
      based: style.attribs['style:parent-style-name'],
      name: (style.attribs['style:display-name'] ?? style.attribs['style:name'] ?? '').replace(/_20_/g, ' '),
      bold: weight === undefined ? undefined : /bold|[6-9]00/.test(weight),
      italic: slant === undefined ? undefined : /italic|oblique/.test(slant),
      hidden: text['text:display'] === 'none',
      struck: line !== undefined && line !== 'none',
      raised: /^(?:super|[1-9]\d*%)/.test(text['style:text-position'] ?? ''),
    });
  }

  #addList(list: Element): void {
    this.#lists.set(
      list.attribs['style:name'] ?? '',
      new Map(
        elementsOf(list).flatMap((level) => {
          const format = level.attribs['style:num-format'] ?? '';
          return level.name === 'text:list-level-style-number' && format !== ''
            ? [
                [
                  Number(level.attribs['text:level']),
                  { format, start: Number(level.attribs['text:start-value'] ?? '1') },
                ] as const,
              ]
            : [];
        }),
      ),
    );
  }

  #lineage(name: string | undefined): Style[] {
    const found: Style[] = [];
    for (let style = this.#styles.get(name ?? ''); style && found.length < 20;)
      [style] = [this.#styles.get(style.based ?? ''), found.push(style)];
    return found;
  }

  read(): SourceParagraph[] {
    const xml = this.#files['content.xml'];
    const $ = load(strFromU8(xml ?? new Uint8Array()), { xml: true });
    const body = $('office\\:text').get(0);
    if (!body) throw new UnreadableDocument('Il documento OpenDocument non contiene testo.');
    const own = this.#blocks(body);
    for (let index = 0; index < this.#notes.length; index += 1) {
      const note = (this.#notes[index] as Element).children.find(
        (child): child is Element => (child as Element).name === 'text:note-body',
      );
      own.push(...numberedNote(index + 1, note ? this.#blocks(note) : []));
    }
    this.#tell(body);
    return own;
  }

  margins(): string[] {
    const xml = this.#files['styles.xml'];
    if (!xml) return [];
    const $ = load(strFromU8(xml), { xml: true });
    const parts = $('style\\:header, style\\:footer, style\\:header-first, style\\:footer-first');
    if (parts.find('draw\\:image').length > 0)
      this.dropped.push('Un’immagine in testa o in fondo alle pagine (un logo?).');
    const texts = parts
      .find('text\\:p')
      .toArray()
      .map((paragraph) => rawText(paragraph).replace(/\s+/g, ' ').trim());
    return [...new Set(texts)].filter((text) => text !== '');
  }

  #blocks(parent: Element): SourceParagraph[] {
    return elementsOf(parent).flatMap((node): SourceParagraph[] => {
      switch (node.name) {
        case 'text:p':
        case 'text:h':
          return this.#paragraph(node, this.#form(node));
        case 'text:list':
          return this.#list(node, 0, undefined);
        case 'table:table':
          return this.#table(node);
        case 'draw:frame':
        case 'draw:custom-shape': {
          const asides: SourceParagraph[] = [];
          this.#frame(node, asides);
          return asides;
        }
        default:
          // Sections, indexes and the like hold paragraphs.
          return UNREAD.test(node.name) ? [] : this.#blocks(node);
      }
    });
  }

  #form(node: Element): Partial<Omit<SourceParagraph, 'runs'>> {
    const names = this.#lineage(node.attribs['text:style-name']).map(({ name }) => name.toLowerCase());
    if (names.some((name) => /^(?:title|titolo)$/.test(name)))
      return { kind: 'heading', level: 1, role: 'title' };
    if (names.some((name) => /^(?:subtitle|sottotitolo)$/.test(name))) return { role: 'subtitle' };
    if (node.name === 'text:h')
      return { kind: 'heading', level: Number(node.attribs['text:outline-level'] ?? '1') };
    const level = names.map((name) => /^(?:heading|titolo) (\d)$/.exec(name)?.[1]).find(Boolean);
    if (level !== undefined) return { kind: 'heading', level: Number(level) };
    return names.some((name) => /^(?:caption|didascalia|illustration|figure)$/.test(name))
      ? { role: 'caption' }
      : {};
  }

  #paragraph(node: Element, form: Partial<Omit<SourceParagraph, 'runs'>>): SourceParagraph[] {
    const asides: SourceParagraph[] = [];
    const runs = this.#runs(node, { bold: false, italic: false }, asides);
    return [...paragraphOf(runs, form), ...asides];
  }

  #runs(node: AnyNode, form: Form, asides: SourceParagraph[]): Run[] {
    if (node.nodeType === TEXT) return [{ text: (node as Text).data.replace(/\n/g, ' '), ...form }];
    if (node.nodeType !== ELEMENT) return [];
    const { name, attribs, children } = node as Element;
    if (UNREAD.test(name)) return [];
    if (name === 'text:line-break') return [{ text: '\n', ...form }];
    if (/^text:(?:s|tab|soft-page-break)$/.test(name)) return [{ text: ' ', ...form }];
    if (name === 'text:note') {
      this.#notes.push(node as Element);
      return [{ text: `[${this.#notes.length}]`, ...form }];
    }
    if (/^draw:/.test(name)) {
      this.#frame(node as Element, asides);
      return [];
    }
    const styles = this.#lineage(attribs['text:style-name']);
    const first = (key: 'bold' | 'italic'): boolean | undefined =>
      styles.map((style) => style[key]).find((is) => is !== undefined);
    const own = {
      bold: first('bold') ?? form.bold,
      italic: first('italic') ?? form.italic,
      link: name === 'text:a' ? attribs['xlink:href'] : form.link,
    };
    if (styles.some(({ hidden }) => hidden) || name === 'text:hidden-text') {
      this.#hidden.push(rawText(node));
      return [];
    }
    if (styles.some(({ struck }) => struck)) this.#counts.struck += 1;
    const runs = children.flatMap((child) => this.#runs(child, own, asides));
    return styles.some((style) => style.raised)
      ? runs.map((run) => ({ ...run, text: raised(run.text) }))
      : runs;
  }

  #list(list: Element, level: number, outer: string | undefined): SourceParagraph[] {
    const style = list.attribs['text:style-name'] ?? outer;
    const format = this.#lists.get(style ?? '')?.get(level + 1);
    const key = `${style} ${level}`;
    // A list goes on counting when it says so.
    const goesOn =
      list.attribs['text:continue-numbering'] === 'true' || list.attribs['text:continue-list'] !== undefined;
    let number = (goesOn ? this.#lastNumber.get(key) : undefined) ?? (format?.start ?? 1) - 1;
    const items = elementsOf(list).flatMap((item): SourceParagraph[] => {
      if (!/^text:list-(?:item|header)$/.test(item.name)) return [];
      number = item.attribs['text:start-value'] ? Number(item.attribs['text:start-value']) : number + 1;
      let isFirst = item.name === 'text:list-item';
      return elementsOf(item).flatMap((child): SourceParagraph[] => {
        if (child.name === 'text:list') return this.#list(child, level + 1, style);
        if (!/^text:[ph]$/.test(child.name)) return this.#blocks(child);
        const isNumbered = isFirst && format !== undefined;
        isFirst = false;
        if (isNumbered && format.format !== '1') this.#counts.letters += 1;
        if (child.name === 'text:h') return this.#paragraph(child, this.#form(child));
        return this.#paragraph(child, { kind: 'item', level, ...(isNumbered && { number }) });
      });
    });
    this.#lastNumber.set(key, number);
    return items;
  }

  #table(table: Element): SourceParagraph[] {
    const rows = (node: Element): Element[] =>
      elementsOf(node).flatMap((child) =>
        child.name === 'table:table-row'
          ? [child]
          : /^table:table-(?:header-rows|rows|row-group)$/.test(child.name)
            ? rows(child)
            : [],
      );
    const { paragraphs, changed } = tableAsText(
      rows(table).map((row) =>
        elementsOf(row)
          .filter(({ name }) => name === 'table:table-cell')
          .map((cell) => this.#blocks(cell)),
      ),
    );
    this.changed.push(...changed);
    return paragraphs;
  }

  #frame(frame: Element, asides: SourceParagraph[]): void {
    const image = inside(frame, 'draw:image')[0];
    const boxes = inside(frame, 'draw:text-box');
    const isShape = frame.name === 'draw:custom-shape';
    for (const box of boxes.length > 0 ? boxes.slice(0, 1) : isShape ? [frame] : []) {
      const own = this.#blocks(box);
      if (own.some(({ kind }) => kind !== 'picture')) this.#counts.boxes += 1;
      asides.push(...own);
    }
    if (boxes.length > 0 || isShape) return;
    if (inside(frame, 'draw:object').length > 0) {
      this.dropped.push('Un oggetto o un grafico: salvalo come immagine.');
      return;
    }
    if (!image) return;
    const path = image.attribs['xlink:href'] ?? '';
    const bytes = this.#files[path];
    const ending = shownEnding(path);
    if (!bytes) this.dropped.push(`Un’immagine che non sta nel documento (${path}): chiedi il file.`);
    else if (ending === undefined)
      this.dropped.push(
        `Un’immagine in un formato che il sito non mostra (${path.split('/').at(-1)}): salvala come PNG o JPEG e mettila accanto al testo.`,
      );
    else {
      const alt =
        [...inside(frame, 'svg:desc'), ...inside(frame, 'svg:title')].map(rawText).find(Boolean) ?? '';
      const index =
        this.#picturesByPath.get(path) ?? this.pictures.push({ bytes, ending, alt, caption: '' }) - 1;
      this.#picturesByPath.set(path, index);
      asides.push(placeOf(index));
    }
  }

  #tell(body: Element): void {
    const notes = this.#notes.length;
    const { boxes, struck, letters } = this.#counts;
    if (notes > 0)
      this.changed.push(
        `${counted(notes, 'Una nota a piè di pagina o di chiusura', 'note a piè di pagina o di chiusura')}: ${notes === 1 ? 'sta' : 'stanno'} in fondo al testo, con il numero fra parentesi quadre.`,
      );
    if (boxes > 0)
      this.changed.push(
        `${counted(boxes, 'Una casella di testo', 'caselle di testo')}: ne ho messo il testo dopo il capoverso a cui ${boxes === 1 ? 'era legata' : 'erano legate'}.`,
      );
    if (struck > 0)
      this.changed.push('Parole barrate: le ho portate senza la barra. Controlla se devono restare.');
    if (letters > 0)
      this.changed.push(
        'Un elenco con lettere o numeri romani (a, b, c): qui ha i numeri 1, 2, 3. Controlla se il testo li nomina.',
      );
    const changes = inside(body, 'text:changed-region');
    if (changes.length > 0)
      this.changed.push(
        'Revisioni non ancora accettate: ho tenuto le parole aggiunte e tolto quelle cancellate. Controlla che sia il testo definitivo.',
      );
    this.setApart.push(
      ...changes
        .flatMap((region) => inside(region, 'text:deletion'))
        .map((deletion) => ({
          what: 'Parole cancellate in una revisione',
          words: inside(deletion, 'text:p').map(rawText).join(' ').trim(),
          inText: false,
        }))
        .filter(({ words }) => words !== ''),
      ...this.#hidden.map((words) => ({ what: 'Testo nascosto', words: words.trim(), inText: true })),
      ...inside(body, 'office:annotation').map((comment) => ({
        what: `Commento di ${inside(comment, 'dc:creator').map(rawText)[0] ?? 'qualcuno'}`,
        words: inside(comment, 'text:p').map(rawText).join(' ').trim(),
        inText: false,
      })),
    );
  }
}

/** The text of a part without reading its structure: a second look, for the count of words. */
const plainly = (bytes: Uint8Array | undefined): string => {
  const xml = strFromU8(bytes ?? new Uint8Array());
  const text = /<office:text[\s>][\s\S]*<\/office:text>/.exec(xml)?.[0] ?? '';
  return text
    .replace(
      /<(text:tracked-changes|office:annotation|office:forms|svg:title|svg:desc)(?:\s[^>]*)?(?<!\/)>[\s\S]*?<\/\1>/g,
      '',
    )
    .replace(/<text:(?:note-citation|bibliography-mark)[^>]*>[^<]*<\/text:[^>]*>/g, '')
    .replace(/<text:(?:s|tab|line-break|soft-page-break)\b[^>]*>/g, ' ')
    .replace(/<\/?text:[ph]\b[^>]*>/g, '\n')
    .replace(/<[^>]*>/g, '')
    .replace(/&#(?:x([\da-f]+)|(\d+));/gi, (_, hex?: string, decimal?: string) =>
      String.fromCodePoint(hex ? parseInt(hex, 16) : Number(decimal)),
    )
    .replace(/&(lt|gt|quot|apos|amp);/g, (_, name: string) =>
      name === 'amp' ? '&' : name === 'lt' ? '<' : name === 'gt' ? '>' : name === 'quot' ? '"' : "'",
    );
};

/** OpenDocument: paragraphs, emphasis, links, lists, tables, notes, boxes and pictures. */
export const readOdt = (files: Files): SourceDocument => {
  const reader = new OpenReader(files);
  const paragraphs = reader.read();
  const margins = reader.margins();
  const { pictures, setApart, changed, dropped } = reader;
  return {
    paragraphs,
    ...{ pictures, margins, setApart, changed, dropped: [...new Set(dropped)] },
    everyWord: plainly(files['content.xml']),
  };
};
