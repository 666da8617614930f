import type { Nodes, Paragraph as ParagraphNode, PhrasingContent, RootContent } from 'mdast';
import type { MdxJsxFlowElement, MdxJsxTextElement } from 'mdast-util-mdx-jsx';
import { splitFrontMatter } from '../../lib/front-matter.ts';
import { SLUG } from '../../lib/slug.ts';
import { componentNames, components, isComponent, ruleOf, type ComponentName } from './components.ts';
import type {
  Block,
  Callout,
  Inline,
  List,
  ListItem,
  NoteDocument,
  NoteReference,
  Paragraph,
  Quote,
} from './model.ts';
import { NoteDocumentError, type NoteProblem, type NoteProblemCode } from './problem.ts';
import { blank, screen, type RawProblem } from './source.ts';
import { parseTree } from './tree.ts';

/** What was read, and what is wrong in it. With problems, the document lacks the faulty parts. */
export interface NoteReading {
  document: NoteDocument;
  /** Everything that names something elsewhere, with its place. */
  references: NoteReference[];
  /** In the order of the file. */
  problems: NoteProblem[];
}

interface ReadOptions {
  /** The line of the file where the text starts, when it is a body without its front matter. */
  firstLine?: number;
}

/**
 * Reads the body of an MDX file into a note document. Nothing in it is ever run.
 * @param mdx the file's text, or its body alone with `firstLine`
 * @param file the name that problems carry
 */
export const readNoteDocument = (
  mdx: string,
  file: string,
  { firstLine = 1 }: ReadOptions = {},
): NoteReading => {
  const text = withoutFrontMatter(mdx.replace(/^\uFEFF/, ' ').replace(/\r\n?/g, '\n'));
  const screened = screen(text);
  const { tree, problems } = parseTree(screened.text);
  const reader = new Reader(text);
  const blocks = reader.blocks(tree.children);
  const position = (offset: number): { line: number; column: number } => {
    const before = text.slice(0, offset);
    return { line: before.split('\n').length + firstLine - 1, column: offset - before.lastIndexOf('\n') };
  };
  return {
    document: { blocks },
    references: reader.references.map(({ offset, ...reference }) => ({ ...reference, ...position(offset) })),
    problems: [...screened.problems, ...problems, ...reader.problems]
      .sort((a, b) => a.offset - b.offset)
      .map(({ offset, ...problem }) => ({ file, ...position(offset), ...problem })),
  };
};

/**
 * Reads the body of an MDX file into a note document.
 * @param mdx the file's text, or its body alone with `firstLine`
 * @param file the name that problems carry
 * @throws NoteDocumentError with every problem, when there is one
 */
export const parseNoteDocument = (mdx: string, file: string, options: ReadOptions = {}): NoteDocument => {
  const { document, problems } = readNoteDocument(mdx, file, options);
  if (problems.length > 0) throw new NoteDocumentError(problems);
  return document;
};

const withoutFrontMatter = (text: string): string => {
  const parts = splitFrontMatter(text);
  return 'missing' in parts ? text : blank(text, 0, text.length - parts.body.length);
};

type Element = MdxJsxFlowElement | MdxJsxTextElement;

/** What stands around an inline. */
interface Surroundings {
  inQuote: boolean;
  inFigure: boolean;
}

const TABLE_LINE = /^[ \t]*\|?[ \t]*:?-{2,}:?[ \t]*(?:\|[ \t]*:?-{2,}:?[ \t]*)*\|?[ \t]*$/m;
const LINK_TARGET = /^(?:https?:\/\/[^\s/]|mailto:[^\s@]+@|tel:\+?[\d.()\s-]+$|\/(?![/\\])|#|\.{1,2}\/)/i;

class Reader {
  readonly problems: RawProblem[] = [];
  readonly references: (Omit<NoteReference, 'line' | 'column'> & { offset: number })[] = [];
  readonly #source: string;
  readonly #quoteIds = new Set<string>();
  readonly #figureIds = new Set<string>();

  constructor(source: string) {
    this.#source = source;
  }

  blocks(nodes: readonly RootContent[]): Block[] {
    return nodes.flatMap((node) => this.#block(node, false));
  }

  #problem(node: Nodes, code: NoteProblemCode, message: string, fix: string): void {
    this.problems.push({ offset: offsetOf(node), code, message, fix });
  }

  #block(node: RootContent, inQuote: boolean): Block[] {
    switch (node.type) {
      case 'paragraph':
        return this.#paragraphOrComponent(node, inQuote);
      case 'heading':
        if (node.depth < 2 || node.depth > 4) {
          this.#problem(
            node,
            'heading-depth',
            node.depth === 1
              ? 'Il titolo della pagina sta già nell’intestazione.'
              : 'I titoli hanno al massimo quattro cancelletti.',
            'Per i titoli dentro il testo usa ##, ### oppure ####.',
          );
          return [];
        }
        return [
          { type: 'heading', depth: node.depth as 2 | 3 | 4, children: this.#inlines(node.children, plain) },
        ];
      case 'list':
        return [this.#list(node)];
      case 'mdxJsxFlowElement':
        return this.#component(node, inQuote);
      default:
        this.#refuse(node);
        return [];
    }
  }

  /** A component written on one line, `<Video id="palermo" />`, may come inside a paragraph of its own. */
  #paragraphOrComponent(node: ParagraphNode, inQuote: boolean): Block[] {
    const solid = node.children.filter((child) => !(child.type === 'text' && child.value.trim() === ''));
    const [only] = solid;
    if (solid.length === 1 && only?.type === 'mdxJsxTextElement' && isBlockComponent(only.name)) {
      return this.#component(only, inQuote);
    }
    const paragraph = this.#paragraph(node, { ...plain, inQuote });
    return paragraph ? [paragraph] : [];
  }

  #paragraph(node: ParagraphNode, surroundings: Surroundings): Paragraph | undefined {
    const written = this.#source.slice(offsetOf(node), node.position?.end.offset);
    if (written.includes('|') && TABLE_LINE.test(written)) {
      this.#problem(
        node,
        'table',
        'Le tabelle non sono ammesse: su un telefono non si leggono.',
        'Scrivi un elenco con un trattino all’inizio di ogni riga.',
      );
      return undefined;
    }
    const children = this.#inlines(node.children, surroundings);
    return children.length > 0 ? { type: 'paragraph', children } : undefined;
  }

  #list(node: Extract<RootContent, { type: 'list' }>): List {
    return {
      type: 'list',
      ordered: node.ordered ?? false,
      start: node.start ?? 1,
      items: node.children.map((item): ListItem => ({
        content: this.#simpleBlocks(item.children, 'un elenco'),
      })),
    };
  }

  /** Paragraphs and lists, the only blocks inside another one. */
  #simpleBlocks(nodes: readonly RootContent[], where: string): (Paragraph | List)[] {
    return nodes.flatMap((node) =>
      this.#block(node, false).flatMap((block) => {
        if (block.type === 'paragraph' || block.type === 'list') return [block];
        this.#problem(
          node,
          'misplaced-component',
          `Dentro ${where} possono stare solo capoversi ed elenchi.`,
          'Sposta questa parte prima o dopo.',
        );
        return [];
      }),
    );
  }

  #component(node: Element, inQuote: boolean): Block[] {
    const attributes = this.#attributes(node);
    if (!attributes) return [];
    const { name, values, complete } = attributes;
    if (ruleOf(name).place === 'inline') {
      this.#problem(
        node,
        'misplaced-component',
        `<${name}> segna parole dentro un capoverso: non può stare da solo su più righe.`,
        `Scrivi tutto sulla riga del capoverso: ${ruleOf(name).example}.`,
      );
      return [];
    }
    if (inQuote) {
      this.#problem(
        node,
        'misplaced-component',
        `<${name}> non può stare dentro una citazione.`,
        'Spostalo prima o dopo </Quote>.',
      );
      return [];
    }
    switch (name) {
      case 'Quote':
        return this.#quote(node, values, complete);
      case 'Callout':
        return this.#callout(node, values);
      default: {
        if (node.children.length > 0) {
          this.#problem(
            node,
            'bad-attribute',
            `<${name}> non contiene testo.`,
            `Scrivi solo ${ruleOf(name).example}.`,
          );
        }
        if (!complete) return [];
        const kind = name === 'Picture' ? 'picture' : 'video';
        this.#refer(node, kind, values['id'] as string);
        return [{ type: kind, id: values['id'] as string }];
      }
    }
  }

  #quote(node: Element, values: Record<string, string>, complete: boolean): Block[] {
    const content: Paragraph[] = [];
    for (const child of flowOf(node)) {
      if (child.type === 'paragraph') {
        content.push(
          ...this.#paragraphOrComponent(child, true).filter((block) => block.type === 'paragraph'),
        );
      } else if (child.type === 'mdxJsxFlowElement') {
        this.#component(child, true);
      } else {
        this.#problem(
          child,
          'misplaced-component',
          'Dentro una citazione possono stare solo capoversi.',
          'Sposta questa parte prima o dopo </Quote>.',
        );
      }
    }
    if (content.length === 0) {
      this.#problem(
        node,
        'empty-component',
        'La citazione è vuota.',
        `Scrivi così: ${ruleOf('Quote').example}.`,
      );
      return [];
    }
    if (!complete) return [];
    const { id, speaker, role } = values as { id: string; speaker: string; role: string };
    this.#unique(node, this.#quoteIds, id, 'Due citazioni');
    this.#refer(node, 'quote', id);
    return [{ type: 'quote', id, speaker, role, content } satisfies Quote];
  }

  #callout(node: Element, values: Record<string, string>): Block[] {
    const content = this.#simpleBlocks(flowOf(node), 'un riquadro');
    if (content.length === 0) {
      this.#problem(
        node,
        'empty-component',
        'Il riquadro è vuoto.',
        `Scrivi così: ${ruleOf('Callout').example}.`,
      );
      return [];
    }
    return [{ type: 'callout', kind: (values['kind'] ?? 'note') as Callout['kind'], content }];
  }

  #inlines(nodes: readonly PhrasingContent[], surroundings: Surroundings): Inline[] {
    return tidy(nodes.flatMap((node) => this.#inline(node, surroundings)));
  }

  #inline(node: PhrasingContent, surroundings: Surroundings): Inline[] {
    switch (node.type) {
      case 'text':
        if (/~~\S/.test(node.value)) {
          this.#problem(
            node,
            'strikethrough',
            'Il testo barrato non è ammesso.',
            'Cancella il testo, oppure togli i segni ~~.',
          );
        }
        return [{ type: 'text', value: node.value.replace(/[ \t]*\n[ \t]*/g, ' ') }];
      case 'strong':
        return [{ type: 'strong', children: this.#inner(node.children, surroundings) }];
      case 'emphasis':
        return [{ type: 'emphasis', children: this.#inner(node.children, surroundings) }];
      case 'break':
        return [{ type: 'lineBreak' }];
      case 'link':
        return this.#link(node, surroundings);
      case 'mdxJsxTextElement':
        return this.#inlineComponent(node, surroundings);
      default:
        this.#refuse(node);
        return [];
    }
  }

  #inner(nodes: readonly PhrasingContent[], surroundings: Surroundings): Inline[] {
    return merge(nodes.flatMap((node) => this.#inline(node, surroundings)));
  }

  #link(node: Extract<PhrasingContent, { type: 'link' }>, surroundings: Surroundings): Inline[] {
    const children = this.#inner(node.children, surroundings);
    if (!LINK_TARGET.test(node.url)) {
      this.#problem(
        node,
        'bad-link',
        node.url === ''
          ? 'Il collegamento non ha un indirizzo.'
          : `Questo indirizzo non è ammesso: ${node.url}`,
        'Gli indirizzi cominciano con https://, http://, mailto:, tel: oppure, per le pagine di questo sito, con /.',
      );
      return children;
    }
    if (children.length === 0) {
      this.#problem(
        node,
        'bad-link',
        'Il collegamento non ha un testo.',
        `Scrivi dove porta: [testo](${node.url}).`,
      );
      return [];
    }
    this.#refer(node, 'link', node.url);
    return [{ type: 'link', url: node.url, children }];
  }

  #inlineComponent(node: MdxJsxTextElement, surroundings: Surroundings): Inline[] {
    const attributes = this.#attributes(node);
    if (!attributes) return [];
    const { name, values, complete } = attributes;
    if (ruleOf(name).place === 'block') {
      this.#problem(
        node,
        'misplaced-component',
        `<${name}> non può stare in mezzo a un capoverso.`,
        `Mettilo da solo, con una riga vuota prima e una dopo: ${ruleOf(name).example}.`,
      );
      return [];
    }
    const inside = { ...surroundings, inFigure: surroundings.inFigure || name === 'Figure' };
    const children = this.#inner(node.children, inside);
    if (plainWords(children) === '') {
      this.#problem(
        node,
        'empty-component',
        `<${name}> non contiene parole.`,
        `Scrivi così: ${ruleOf(name).example}.`,
      );
      return [];
    }
    if (name === 'Attribution') {
      if (surroundings.inQuote) return [{ type: 'attribution', children }];
      this.#problem(
        node,
        'misplaced-component',
        '<Attribution> sta solo dentro una citazione.',
        'Mettilo fra <Quote …> e </Quote>, oppure toglilo.',
      );
      return children;
    }
    if (surroundings.inFigure) {
      this.#problem(
        node,
        'misplaced-component',
        'Una cifra non può contenerne un’altra.',
        'Chiudi la prima con </Figure> prima di aprire la seconda.',
      );
      return children;
    }
    if (!complete) return children;
    const id = values['id'] as string;
    this.#unique(node, this.#figureIds, id, 'Due cifre');
    this.#refer(node, 'figure', id);
    return [{ type: 'figureMark', id, children }];
  }

  /** The attributes of a component after its rules; nothing when it is not one of ours. */
  #attributes(
    node: Element,
  ): { name: ComponentName; values: Record<string, string>; complete: boolean } | undefined {
    const { name } = node;
    if (name === null || !isComponent(name)) {
      this.#unknown(node);
      return undefined;
    }
    const rule = ruleOf(name);
    const values: Record<string, string> = {};
    let complete = true;
    const refuse = (code: NoteProblemCode, message: string, fix: string): void => {
      complete = false;
      this.#problem(node, code, message, fix);
    };
    for (const attribute of node.attributes) {
      if (attribute.type !== 'mdxJsxAttribute') continue;
      const allowed = Object.hasOwn(rule.attributes, attribute.name)
        ? rule.attributes[attribute.name]
        : undefined;
      if (!allowed) {
        this.#foreignAttribute(node, name, attribute.name);
        continue;
      }
      const value = typeof attribute.value === 'string' ? attribute.value.replace(/\s+/g, ' ').trim() : '';
      if (value === '') {
        refuse(
          'bad-attribute',
          `In <${name}> l’attributo ${attribute.name} è vuoto.`,
          `Scrivi così: ${rule.example}.`,
        );
      } else if (allowed.form === 'slug' && !SLUG.test(value)) {
        refuse(
          'bad-attribute',
          `In <${name}> il nome "${value}" non va bene.`,
          'Usa solo lettere minuscole senza accento, cifre e trattini, per esempio "safe-space".',
        );
      } else if (Array.isArray(allowed.form) && !allowed.form.includes(value)) {
        refuse(
          'bad-attribute',
          `In <${name}> l’attributo ${attribute.name} non può essere "${value}".`,
          `Scegli fra ${allowed.form.join(' e ')}.`,
        );
      } else {
        values[attribute.name] = value;
      }
    }
    for (const [required, { required: must }] of Object.entries(rule.attributes)) {
      if (
        must &&
        !node.attributes.some(
          (attribute) => attribute.type === 'mdxJsxAttribute' && attribute.name === required,
        )
      ) {
        refuse('missing-attribute', `In <${name}> manca ${required}.`, `Scrivi così: ${rule.example}.`);
      }
    }
    return { name, values, complete };
  }

  #foreignAttribute(node: Element, component: string, attribute: string): void {
    if (/^on/i.test(attribute)) {
      this.#problem(
        node,
        'event-handler',
        `L’attributo ${attribute} esegue codice: non è ammesso.`,
        'Cancellalo.',
      );
    } else if (/^(?:style|class|classname)$/i.test(attribute)) {
      this.#problem(
        node,
        'style',
        `L’attributo ${attribute} non è ammesso: l’aspetto lo decide il sito.`,
        'Cancellalo.',
      );
    } else {
      const allowed = isComponent(component) ? Object.keys(ruleOf(component).attributes).join(', ') : '';
      this.#problem(
        node,
        'unknown-attribute',
        `<${component}> non ha l’attributo ${attribute}.`,
        allowed ? `Gli attributi sono: ${allowed}.` : 'Cancellalo: questo componente non ne ha.',
      );
    }
  }

  #unknown(node: Element): void {
    const name = node.name ?? '';
    const near = Object.keys(components).find((known) => known.toLowerCase() === name.toLowerCase());
    if (near && near !== name) {
      this.#problem(
        node,
        'unknown-component',
        `Il componente <${name}> non esiste.`,
        `Si scrive <${near}>, con la maiuscola.`,
      );
    } else if (/^[a-z]/.test(name) || name === '') {
      this.#problem(
        node,
        'html',
        `L’HTML non è ammesso nel testo: <${name}>.`,
        'Scrivi in Markdown: **grassetto**, *corsivo*, [testo](indirizzo), - per un elenco, ## per un titolo.',
      );
    } else {
      this.#problem(
        node,
        'unknown-component',
        `Il componente <${name}> non esiste.`,
        `I componenti sono: ${componentNames}.`,
      );
    }
    for (const attribute of node.attributes) {
      if (attribute.type === 'mdxJsxAttribute' && /^(?:on|style$)/i.test(attribute.name)) {
        this.#foreignAttribute(node, name, attribute.name);
      }
    }
    // What is inside may be wrong too; it is read for its problems only.
    if (node.type === 'mdxJsxFlowElement') for (const child of node.children) this.#block(child, false);
    else this.#inner(node.children, plain);
  }

  #refuse(node: RootContent): void {
    switch (node.type) {
      case 'image':
      case 'imageReference':
        return this.#problem(
          node,
          'markdown-picture',
          'Le immagini non si mettono così.',
          'Descrivi l’immagine in "pictures" nell’intestazione (file, autore, testo alternativo …) e mettila nel testo con <Picture id="nome" />.',
        );
      case 'blockquote':
        return this.#problem(
          node,
          'markdown-quote',
          'Il segno > non è ammesso: una citazione dice sempre chi parla.',
          `Scrivi così: ${ruleOf('Quote').example}.`,
        );
      case 'code':
      case 'inlineCode':
        return this.#problem(
          node,
          'code',
          'Il codice non è ammesso nel testo.',
          'Togli gli accenti gravi (`).',
        );
      case 'thematicBreak':
        return this.#problem(
          node,
          'rule',
          'La riga di separazione non è ammessa.',
          'Cancellala, oppure comincia la parte nuova con un titolo ##.',
        );
      case 'definition':
      case 'linkReference':
        return this.#problem(
          node,
          'reference-link',
          'L’indirizzo di un collegamento sta accanto al suo testo.',
          'Scrivi [testo](https://…).',
        );
      default:
        return this.#problem(
          node,
          'unsupported',
          'Questa parte non si può usare nel testo.',
          'Usa capoversi, titoli ##, elenchi, grassetto, corsivo, collegamenti e i componenti del sito.',
        );
    }
  }

  #unique(node: Element, ids: Set<string>, id: string, what: string): void {
    if (ids.has(id)) {
      this.#problem(
        node,
        'duplicate-id',
        `${what} hanno lo stesso nome "${id}".`,
        `Dai a ognuna un nome suo, per esempio "${id}-2".`,
      );
    }
    ids.add(id);
  }

  #refer(node: Nodes, kind: NoteReference['kind'], target: string): void {
    this.references.push({ kind, target, offset: offsetOf(node) });
  }
}

const plain: Surroundings = { inQuote: false, inFigure: false };

const offsetOf = (node: Nodes): number => node.position?.start.offset ?? 0;

const isBlockComponent = (name: string | null): boolean =>
  name !== null && isComponent(name) && ruleOf(name).place === 'block';

/** The blocks inside a component, whether it was written on one line or on several. */
const flowOf = (node: Element): RootContent[] =>
  node.type === 'mdxJsxFlowElement'
    ? node.children
    : node.children.length > 0
      ? [
          {
            type: 'paragraph',
            children: node.children,
            ...(node.position ? { position: node.position } : {}),
          },
        ]
      : [];

const plainWords = (inlines: readonly Inline[]): string =>
  inlines
    .map((inline) =>
      inline.type === 'text' ? inline.value : inline.type === 'lineBreak' ? '' : plainWords(inline.children),
    )
    .join('')
    .trim();

/** Neighbouring texts are one, empty ones are none. */
const merge = (inlines: readonly Inline[]): Inline[] => {
  const merged: Inline[] = [];
  for (const inline of inlines) {
    const last = merged.at(-1);
    if (inline.type === 'text' && last?.type === 'text')
      merged[merged.length - 1] = { type: 'text', value: last.value + inline.value };
    else if (inline.type !== 'text' || inline.value !== '') merged.push(inline);
  }
  return merged;
};

/** A block's inlines, without blanks at its ends. */
const tidy = (inlines: readonly Inline[]): Inline[] => {
  const merged = merge(inlines);
  const trim = (index: number, pattern: RegExp): void => {
    const end = merged.at(index);
    if (end?.type === 'text')
      merged.splice(index, 1, { type: 'text', value: end.value.replace(pattern, '') });
  };
  trim(0, /^[ \t\n]+/);
  trim(-1, /[ \t\n]+$/);
  return merge(merged);
};
