import { load, type CheerioAPI } from 'cheerio';
import type { Element } from 'domhandler';
import { strFromU8 } from 'fflate';
import {
  counted,
  numberedNote,
  paragraphOf,
  placeOf,
  raised,
  shownEnding,
  textOf,
  type ImportedPicture,
  type Run,
  type SetApart,
  type SourceDocument,
  type SourceParagraph,
} from './document.ts';
import { tableAsText } from './table.ts';
import { elementsOf, rawText, type Files } from './xml.ts';

const childOf = (node: Element | undefined, name: string): Element | undefined =>
  node && elementsOf(node).find((child) => child.name === name);
const valueOf = (node: Element | undefined, name: string): string | undefined =>
  childOf(node, name)?.attribs['w:val'];

/** A property that is on when it is there: `<w:b/>`, `<w:b w:val="0"/>`. */
const isOn = (properties: Element | undefined, name: string): boolean | undefined => {
  const own = childOf(properties, name);
  return own && !/^(?:0|false|off|none)$/.test(own.attribs['w:val'] ?? '');
};

interface Style {
  name: string;
  based: string | undefined;
  run: Element | undefined;
  paragraph: Element | undefined;
}

const stylesOf = (files: Files): Map<string, Style> => {
  const xml = files['word/styles.xml'];
  if (!xml) return new Map();
  const $ = load(strFromU8(xml), { xml: true });
  return new Map(
    $('w\\:style')
      .toArray()
      .map((style) => [
        style.attribs['w:styleId'] ?? '',
        {
          name: (valueOf(style, 'w:name') ?? '').toLowerCase(),
          based: valueOf(style, 'w:basedOn'),
          run: childOf(style, 'w:rPr'),
          paragraph: childOf(style, 'w:pPr'),
        },
      ]),
  );
};

/** Follows a style to those that it is based on. */
const lineage = (styles: ReadonlyMap<string, Style>, id: string | undefined): Style[] => {
  const found: Style[] = [];
  for (let style = styles.get(id ?? ''); style && found.length < 20; style = styles.get(style.based ?? ''))
    found.push(style);
  return found;
};

interface Level {
  format: string;
  start: number;
}

/** Counts as Word does: what stands before each item of a numbered list is not written in the document. */
class Numbering {
  readonly #abstract = new Map<string, Map<number, Level>>();
  readonly #numbers = new Map<string, { abstract: string; starts: Map<number, number> }>();
  readonly #counters = new Map<string, number[]>();
  readonly #started = new Set<string>();

  constructor(files: Files) {
    const xml = files['word/numbering.xml'];
    if (!xml) return;
    const $ = load(strFromU8(xml), { xml: true });
    for (const list of $('w\\:abstractNum').toArray())
      this.#abstract.set(
        list.attribs['w:abstractNumId'] ?? '',
        new Map(
          elementsOf(list)
            .filter(({ name }) => name === 'w:lvl')
            .map((level) => [
              Number(level.attribs['w:ilvl']),
              {
                format: valueOf(level, 'w:numFmt') ?? 'decimal',
                start: Number(valueOf(level, 'w:start') ?? '1'),
              },
            ]),
        ),
      );
    for (const list of $('w\\:num').toArray())
      this.#numbers.set(list.attribs['w:numId'] ?? '', {
        abstract: valueOf(list, 'w:abstractNumId') ?? '',
        starts: new Map(
          elementsOf(list)
            .filter(({ name }) => name === 'w:lvlOverride')
            .flatMap((level) => {
              const start = valueOf(level, 'w:startOverride');
              return start === undefined ? [] : [[Number(level.attribs['w:ilvl']), Number(start)] as const];
            }),
        ),
      });
  }

  /** The number of the next item of a list; none for one with bullets, nothing for what is no item. */
  next(id: string, level: number): { number: number | undefined; format: string } | undefined {
    const list = this.#numbers.get(id);
    const own = list && this.#abstract.get(list.abstract)?.get(level);
    if (!own || own.format === 'none') return undefined;
    if (own.format === 'bullet') return { number: undefined, format: own.format };
    // Lists of one definition count on from each other; one with a start of its own begins there, the first time.
    const counters = this.#counters.get(list.abstract) ?? [];
    const start = this.#started.has(`${id} ${level}`) ? undefined : list.starts.get(level);
    this.#started.add(`${id} ${level}`);
    const number = start ?? (counters[level] ?? own.start - 1) + 1;
    this.#counters.set(list.abstract, [...counters.slice(0, level), number]);
    return { number, format: own.format };
  }
}

/** What the fonts of symbols draw for the characters that press offices use. */
const SYMBOLS: Readonly<Record<string, string>> = {
  ...{ F0B7: '•', F0A7: '▪', F0D8: '➢', F0E0: '→', F0FC: '✓', F0A8: '□', F06F: '□', F0FE: '☑', F02D: '-' },
};

/** Where a complex field is while its runs go by: its code, or what it shows. */
interface Field {
  code: string;
  shows: boolean;
}

const addressIn = (code: string): string | undefined => /\bHYPERLINK\s+"([^"]+)"/.exec(code)?.[1];

/** Reads the XML of a Word file: what is written, in which style, and what has to be told of. */
class WordReader {
  readonly pictures: ImportedPicture[] = [];
  readonly changed: string[] = [];
  readonly dropped: string[] = [];
  readonly setApart: SetApart[] = [];
  readonly #files: Files;
  readonly #styles: Map<string, Style>;
  readonly #numbering: Numbering;
  readonly #notes = new Map<string, Element>();
  readonly #noteOrder: string[] = [];
  readonly #picturesByPath = new Map<string, number>();
  readonly #fields: Field[] = [];
  readonly #counts = { inserted: 0, boxes: 0, equations: 0, struck: 0, letters: 0, symbols: 0, numbered: 0 };
  readonly #deleted: string[] = [];
  readonly #hidden: string[] = [];
  #folder = 'word/';
  #links = new Map<string, string>();

  constructor(files: Files) {
    this.#files = files;
    this.#styles = stylesOf(files);
    this.#numbering = new Numbering(files);
    for (const kind of ['footnote', 'endnote'])
      for (const note of this.#xml(`word/${kind}s.xml`)?.(`w\\:${kind}`).toArray() ?? [])
        if (note.attribs['w:type'] === undefined || note.attribs['w:type'] === 'normal')
          this.#notes.set(`${kind} ${note.attribs['w:id']}`, note);
  }

  /** The document from its start to its end, then its notes. */
  read(path: string): SourceParagraph[] {
    this.#open(path);
    const body = this.#xml(path)?.('w\\:body').get(0);
    const own = body ? this.#blocks(body) : [];
    // A note may name another one: the list grows while it is read.
    for (let index = 0; index < this.#noteOrder.length; index += 1) {
      const key = this.#noteOrder[index] as string;
      const note = this.#notes.get(key);
      if (!note) continue;
      this.#open(`word/${key.split(' ')[0]}s.xml`);
      own.push(...numberedNote(index + 1, this.#blocks(note)));
    }
    this.#tell();
    return own;
  }

  /** The texts of headers and footers, each once. */
  margins(): string[] {
    const paths = Object.keys(this.#files).filter((path) => /^word\/(?:header|footer)\d*\.xml$/.test(path));
    const texts = paths.sort().flatMap((path) => {
      const $ = this.#xml(path);
      if (!$) return [];
      const marks = $('v\\:textpath')
        .toArray()
        .map((mark) => mark.attribs['string'] ?? '');
      if ($('w\\:drawing, w\\:pict').length > marks.length)
        this.dropped.push('Un’immagine in testa o in fondo alle pagine (un logo?).');
      $('mc\\:Fallback, w\\:instrText, w\\:del, w\\:moveFrom').remove();
      return [
        ...$('w\\:p')
          .toArray()
          .map((paragraph) =>
            $(paragraph)
              .find('w\\:t, w\\:tab, w\\:br')
              .toArray()
              .map((node) => (node.name === 'w:t' ? rawText(node) : ' '))
              .join(''),
          ),
        ...marks,
      ];
    });
    return [...new Set(texts.map((text) => text.replace(/\s+/g, ' ').trim()).filter((text) => text !== ''))];
  }

  #xml(path: string): CheerioAPI | undefined {
    const bytes = this.#files[path];
    return bytes && load(strFromU8(bytes), { xml: true });
  }

  /** From here on, links and pictures are those of this part. */
  #open(path: string): void {
    const slash = path.lastIndexOf('/') + 1;
    this.#folder = path.slice(0, slash);
    const $ = this.#xml(`${this.#folder}_rels/${path.slice(slash)}.rels`);
    this.#links = new Map(
      $?.('Relationship')
        .toArray()
        .map(({ attribs }) => [attribs['Id'] ?? '', attribs['Target'] ?? '']) ?? [],
    );
  }

  #blocks(parent: Element): SourceParagraph[] {
    return elementsOf(parent).flatMap((node): SourceParagraph[] => {
      switch (node.name) {
        case 'w:p':
          return this.#paragraph(node);
        case 'w:tbl':
          return this.#table(node);
        case 'w:sdt': {
          const content = childOf(node, 'w:sdtContent');
          return content ? this.#blocks(content) : [];
        }
        case 'w:ins':
        case 'w:moveTo':
        case 'w:customXml':
        case 'w:smartTag':
          return this.#blocks(node);
        case 'w:altChunk':
          this.dropped.push('Una parte presa da un altro file.');
          return [];
        default:
          return [];
      }
    });
  }

  #table(table: Element): SourceParagraph[] {
    const rowsIn = (node: Element): Element[] =>
      elementsOf(node).flatMap((child) =>
        child.name === 'w:tr' ? [child] : /^w:(?:sdt|sdtContent|ins)$/.test(child.name) ? rowsIn(child) : [],
      );
    const cellsIn = (node: Element): Element[] =>
      elementsOf(node).flatMap((child) =>
        child.name === 'w:tc' ? [child] : /^w:(?:sdt|sdtContent)$/.test(child.name) ? cellsIn(child) : [],
      );
    const { paragraphs, changed } = tableAsText(
      rowsIn(table).map((row) => cellsIn(row).map((cell) => this.#blocks(cell))),
    );
    this.changed.push(...changed);
    return paragraphs;
  }

  #paragraph(node: Element): SourceParagraph[] {
    const properties = childOf(node, 'w:pPr');
    const styles = lineage(this.#styles, valueOf(properties, 'w:pStyle') ?? this.#standardStyle());
    const asides: SourceParagraph[] = [];
    const runs = this.#inlines(node, styles, undefined, asides);
    return [...paragraphOf(runs, this.#form(properties, styles, runs)), ...asides];
  }

  #standardStyle(): string | undefined {
    return [...this.#styles].find(([, { name }]) => name === 'normal')?.[0];
  }

  #form(
    properties: Element | undefined,
    styles: readonly Style[],
    runs: readonly Run[],
  ): Partial<Omit<SourceParagraph, 'runs'>> {
    const names = styles.map(({ name }) => name);
    if (names.some((name) => /^(?:title|titolo)$/.test(name)))
      return { kind: 'heading', level: 1, role: 'title' };
    if (names.some((name) => /^(?:subtitle|sottotitolo)$/.test(name))) return { role: 'subtitle' };
    if (names.some((name) => /^(?:caption|didascalia)$/.test(name))) return { role: 'caption' };
    const heading = names.map((name) => /^(?:heading|titolo) (\d)$/.exec(name)?.[1]).find(Boolean);
    const outline = [properties, ...styles.map(({ paragraph }) => paragraph)]
      .map((own) => valueOf(own, 'w:outlineLvl'))
      .find((level) => level !== undefined);
    const numbering = [properties, ...styles.map(({ paragraph }) => paragraph)]
      .map((own) => childOf(own, 'w:numPr'))
      .find((own) => own !== undefined);
    const id = valueOf(numbering, 'w:numId');
    const level = Number(valueOf(numbering, 'w:ilvl') ?? '0');
    const hasWords = runs.some(({ text }) => text.trim() !== '');
    // An empty paragraph of a list has no number for readers, but Word counts it.
    const item = id === undefined || id === '0' ? undefined : this.#numbering.next(id, level);
    if (heading !== undefined || (outline !== undefined && Number(outline) < 9)) {
      if (item?.number !== undefined && hasWords) this.#counts.numbered += 1;
      return { kind: 'heading', level: Number(heading ?? Number(outline) + 1) };
    }
    if (!item) return {};
    if (item.number !== undefined && item.format !== 'decimal' && hasWords) this.#counts.letters += 1;
    return { kind: 'item', level, ...(item.number !== undefined && { number: item.number }) };
  }

  #inlines(
    parent: Element,
    styles: readonly Style[],
    link: string | undefined,
    asides: SourceParagraph[],
  ): Run[] {
    return elementsOf(parent).flatMap((node): Run[] => {
      switch (node.name) {
        case 'w:r':
          return this.#run(node, styles, link, asides);
        case 'w:hyperlink':
          return this.#inlines(node, styles, this.#target(node) ?? link, asides);
        case 'w:fldSimple':
          return this.#inlines(node, styles, addressIn(node.attribs['w:instr'] ?? '') ?? link, asides);
        case 'w:ins':
        case 'w:moveTo':
          this.#counts.inserted += 1;
          return this.#inlines(node, styles, link, asides);
        case 'w:del':
        case 'w:moveFrom':
          if (node.name === 'w:del') this.#deleted.push(rawText(node));
          return [];
        case 'm:oMath':
        case 'm:oMathPara':
          this.#counts.equations += 1;
          return [{ text: rawText(node), bold: false, italic: false, link }];
        case 'w:sdt':
        case 'w:sdtContent':
        case 'w:smartTag':
        case 'w:customXml':
        case 'w:dir':
        case 'w:bdo':
          return this.#inlines(node, styles, link, asides);
        default:
          return [];
      }
    });
  }

  #target(node: Element): string | undefined {
    const own = this.#links.get(node.attribs['r:id'] ?? '');
    const anchor = node.attribs['w:anchor'];
    if (own === undefined) return anchor === undefined ? undefined : `#${anchor}`;
    return anchor === undefined || own.includes('#') ? own : `${own}#${anchor}`;
  }

  #run(node: Element, styles: readonly Style[], link: string | undefined, asides: SourceParagraph[]): Run[] {
    const own = childOf(node, 'w:rPr');
    const all = [own, ...lineage(this.#styles, valueOf(own, 'w:rStyle')).map(({ run }) => run)];
    const on = (name: string): boolean =>
      [...all, ...styles.map(({ run }) => run)]
        .map((run) => isOn(run, name))
        .find((is) => is !== undefined) ?? false;
    const isRaised = valueOf(own, 'w:vertAlign') === 'superscript';
    const field = this.#fields.at(-1);
    const shown = this.#fields.map(({ code }) => addressIn(code)).find(Boolean) ?? link;
    const emphasis = { bold: on('w:b'), italic: on('w:i'), link: shown };
    const runs = elementsOf(node).flatMap((part): Run[] => {
      const text = this.#part(part, asides);
      return text === '' ? [] : [{ text: isRaised ? raised(text) : text, ...emphasis }];
    });
    const words = runs.map(({ text }) => text).join('');
    // What a field's code holds is read by Word only.
    if (field && !field.shows) return [];
    if (on('w:vanish') && words !== '') {
      this.#hidden.push(words);
      return [];
    }
    if ((on('w:strike') || on('w:dstrike')) && words.trim() !== '') this.#counts.struck += 1;
    return runs;
  }

  #part(part: Element, asides: SourceParagraph[]): string {
    switch (part.name) {
      case 'w:t':
        return rawText(part);
      case 'w:tab':
      case 'w:ptab':
        return ' ';
      case 'w:br':
        return part.attribs['w:type'] === undefined || part.attribs['w:type'] === 'textWrapping' ? '\n' : ' ';
      case 'w:cr':
        return '\n';
      case 'w:noBreakHyphen':
        return '-';
      case 'w:sym': {
        const symbol = SYMBOLS[(part.attribs['w:char'] ?? '').toUpperCase()];
        if (symbol === undefined) this.#counts.symbols += 1;
        return symbol ?? '';
      }
      case 'w:footnoteReference':
      case 'w:endnoteReference':
        return this.#reference(part);
      case 'w:fldChar':
        this.#field(part.attribs['w:fldCharType']);
        return '';
      case 'w:instrText': {
        const field = this.#fields.at(-1);
        if (field && !field.shows) field.code += rawText(part);
        return '';
      }
      case 'mc:AlternateContent': {
        const choice = childOf(part, 'mc:Choice') ?? childOf(part, 'mc:Fallback');
        for (const inner of choice ? elementsOf(choice) : []) this.#drawing(inner, asides);
        return '';
      }
      case 'w:drawing':
      case 'w:pict':
      case 'w:object':
        this.#drawing(part, asides);
        return '';
      default:
        return '';
    }
  }

  #reference(part: Element): string {
    const key = `${part.name === 'w:footnoteReference' ? 'footnote' : 'endnote'} ${part.attribs['w:id']}`;
    if (!this.#notes.has(key)) return '';
    if (!this.#noteOrder.includes(key)) this.#noteOrder.push(key);
    return `[${this.#noteOrder.indexOf(key) + 1}]`;
  }

  #field(type: string | undefined): void {
    if (type === 'begin') this.#fields.push({ code: '', shows: false });
    if (type === 'separate') {
      const field = this.#fields.at(-1);
      if (field) field.shows = true;
    }
    if (type === 'end') this.#fields.pop();
  }

  /** A drawing is a picture, a box with text, or something that cannot be brought. */
  #drawing(drawing: Element, asides: SourceParagraph[]): void {
    const found = { pictures: 0, boxes: 0 };
    const walk = (node: Element): void => {
      if (node.name === 'w:txbxContent') {
        found.boxes += 1;
        this.#counts.boxes += 1;
        asides.push(...this.#blocks(node));
      } else if (node.name === 'a:blip' || node.name === 'v:imagedata') {
        found.pictures += 1;
        this.#picture(node, drawing, asides);
      } else if (node.name === 'mc:AlternateContent') {
        const choice = childOf(node, 'mc:Choice') ?? childOf(node, 'mc:Fallback');
        if (choice) elementsOf(choice).forEach(walk);
      } else elementsOf(node).forEach(walk);
    };
    walk(drawing);
    if (drawing.name === 'w:object') this.dropped.push('Un oggetto di un altro programma.');
    const isChart = JSON.stringify(elementsOf(drawing).map((node) => nameTree(node)));
    if (/c:chart|chartex/.test(isChart)) this.dropped.push('Un grafico: salvalo come immagine.');
    else if (/dgm:relIds/.test(isChart)) this.dropped.push('Uno schema (SmartArt): salvalo come immagine.');
  }

  #picture(node: Element, drawing: Element, asides: SourceParagraph[]): void {
    const id = node.attribs['r:embed'] ?? node.attribs['r:id'];
    const target = id === undefined ? undefined : this.#links.get(id);
    if (target === undefined) {
      const linked = this.#links.get(node.attribs['r:link'] ?? '');
      this.dropped.push(
        `Un’immagine che non sta nel documento${linked === undefined ? '' : ` (${linked})`}: chiedi il file.`,
      );
      return;
    }
    const path = target.startsWith('/') ? target.slice(1) : `${this.#folder}${target}`;
    const bytes = this.#files[path];
    const ending = shownEnding(path);
    if (!bytes || ending === undefined) {
      this.dropped.push(
        `Un’immagine in un formato che il sito non mostra (${path.split('/').at(-1)}): salvala come PNG o JPEG e mettila accanto al testo.`,
      );
      return;
    }
    const known = this.#picturesByPath.get(path);
    const index = known ?? this.pictures.push({ bytes, ending, alt: altOf(drawing), caption: '' }) - 1;
    this.#picturesByPath.set(path, index);
    asides.push(placeOf(index));
  }

  /** What the reader noticed on its way, in Italian. */
  #tell(): void {
    const { inserted, boxes, equations, struck, letters, symbols, numbered } = this.#counts;
    const tell = (list: string[], count: number, words: string): void => {
      if (count > 0) list.push(words);
    };
    const notes = this.#noteOrder.length;
    tell(
      this.changed,
      notes,
      `${counted(notes, 'Una nota a piè di pagina o di chiusura', 'note a piè di pagina o di chiusura')}: ${notes === 1 ? 'sta' : 'stanno'} in fondo al testo, con il numero fra parentesi quadre.`,
    );
    tell(
      this.changed,
      boxes,
      `${counted(boxes, 'Una casella di testo', 'caselle di testo')}: ne ho messo il testo dopo il capoverso a cui ${boxes === 1 ? 'era legata' : 'erano legate'}.`,
    );
    tell(this.changed, equations, 'Una formula: ne ho portato solo i segni, controllala.');
    tell(this.changed, struck, 'Parole barrate: le ho portate senza la barra. Controlla se devono restare.');
    tell(
      this.changed,
      letters,
      'Un elenco con lettere o numeri romani (a, b, c): qui ha i numeri 1, 2, 3. Controlla se il testo li nomina.',
    );
    tell(this.changed, numbered, 'Titoli numerati da Word: nel testo non hanno il numero.');
    tell(this.dropped, symbols, `${counted(symbols, 'Un simbolo', 'simboli')} di un carattere speciale.`);
    const deleted = this.#deleted.map((text) => text.trim()).filter((text) => text !== '');
    tell(
      this.changed,
      inserted + deleted.length,
      'Revisioni non ancora accettate: ho tenuto le parole aggiunte e tolto quelle cancellate. Controlla che sia il testo definitivo.',
    );
    this.setApart.push(
      ...deleted.map((words) => ({ what: 'Parole cancellate in una revisione', words, inText: false })),
      ...this.#hidden.map((words) => ({ what: 'Testo nascosto', words: words.trim(), inText: true })),
      ...(this.#xml('word/comments.xml')?.('w\\:comment').toArray() ?? []).map((comment) => ({
        what: `Commento di ${comment.attribs['w:author'] ?? 'qualcuno'}`,
        words: rawText(comment).replace(/\s+/g, ' ').trim(),
        inText: false,
      })),
    );
  }
}

const nameTree = (node: Element): unknown => [node.name, elementsOf(node).map(nameTree)];

const altOf = (drawing: Element): string => {
  const find = (node: Element): string | undefined =>
    node.name === 'wp:docPr' || node.name === 'v:shape'
      ? node.attribs['descr'] || node.attribs['alt'] || node.attribs['title']
      : elementsOf(node).map(find).find(Boolean);
  return (find(drawing) ?? '').replace(/\s+/g, ' ').trim();
};

/** The text of a part without reading its structure: a second look, for the count of words. */
const plainly = (bytes: Uint8Array | undefined): string =>
  strFromU8(bytes ?? new Uint8Array())
    .replace(/<mc:Fallback\b[\s\S]*?<\/mc:Fallback>/g, '')
    .replace(/<w:(moveFrom|del)(?: [^>]*)?(?<!\/)>[\s\S]*?<\/w:\1>/g, '')
    .replace(/<w:(?:delText|instrText)\b[\s\S]*?<\/w:(?:delText|instrText)>/g, '')
    .replace(/<w:noBreakHyphen\s*\/>/g, '<w:t>-</w:t>')
    .replace(/<w:(?:tab|br|cr|ptab)(?: [^>]*)?\/>/g, '<w:t> </w:t>')
    .replace(/<\/?w:p(?: [^>]*)?>/g, '<w:t>\n</w:t>')
    .replace(/<([wm]):t(?: [^>]*)?>([^<]*)<\/\1:t>|<[^>]*>|[^<]+/g, (_, __, text?: string) => text ?? '')
    .replace(/&#(?:x([\da-f]+)|(\d+));/gi, (_, hex?: string, decimal?: string) =>
      String.fromCodePoint(hex ? parseInt(hex, 16) : Number(decimal)),
    )
    .replace(/&(amp|lt|gt|quot|apos);/g, (_, name: string) =>
      name === 'amp' ? '&' : name === 'lt' ? '<' : name === 'gt' ? '>' : name === 'quot' ? '"' : "'",
    );

/** Word: paragraphs, emphasis, links, lists, tables, notes, boxes and pictures. */
export const readDocx = (files: Files, main: string): SourceDocument => {
  const reader = new WordReader(files);
  const paragraphs = reader.read(main);
  const margins = reader.margins();
  const { pictures, setApart, changed, dropped } = reader;
  return {
    paragraphs: paragraphs.filter((paragraph) => paragraph.kind === 'picture' || textOf(paragraph) !== ''),
    ...{ pictures, margins, setApart, changed, dropped: [...new Set(dropped)] },
    everyWord: [main, 'word/footnotes.xml', 'word/endnotes.xml']
      .map((path) => plainly(files[path]))
      .join('\n'),
  };
};
