/** Plain words. Line breaks of the file are single blanks here. */
export interface Text {
  type: 'text';
  value: string;
}

/** Bold words. */
export interface Strong {
  type: 'strong';
  children: Inline[];
}

/** Words in italics. */
export interface Emphasis {
  type: 'emphasis';
  children: Inline[];
}

/** A link: to the web, to a mail address or to a path of the site. */
export interface Link {
  type: 'link';
  url: string;
  children: Inline[];
}

/** The words that state a figure; `id` names it in the front matter. */
export interface FigureMark {
  type: 'figureMark';
  id: string;
  children: Inline[];
}

/** Words inside a quote that are the writer's: "– said the mayor –". */
export interface Attribution {
  type: 'attribution';
  children: Inline[];
}

/** A line break that the writer asked for. */
export interface LineBreak {
  type: 'lineBreak';
}

export type Inline = Text | Strong | Emphasis | Link | FigureMark | Attribution | LineBreak;

export interface Heading {
  type: 'heading';
  depth: 2 | 3 | 4;
  children: Inline[];
}

export interface Paragraph {
  type: 'paragraph';
  children: Inline[];
}

export interface List {
  type: 'list';
  ordered: boolean;
  /** Number of the first item of an ordered list. */
  start: number;
  items: ListItem[];
}

export interface ListItem {
  content: (Paragraph | List)[];
}

/** Somebody's words, inside marks as the note writes them. */
export interface Quote {
  type: 'quote';
  /** Unique in the note; its permalink is `#citazione-<id>`. */
  id: string;
  speaker: string;
  role: string;
  content: Paragraph[];
}

export interface Callout {
  type: 'callout';
  kind: 'note' | 'warning';
  content: (Paragraph | List)[];
}

/** A picture of the front matter, shown here. */
export interface PictureMark {
  type: 'picture';
  id: string;
}

/** A video of the site, shown here. */
export interface VideoMark {
  type: 'video';
  id: string;
}

export type Block = Heading | Paragraph | List | Quote | Callout | PictureMark | VideoMark;

/** The body of a note or a page, read once; every form of it is written from this. */
export interface NoteDocument {
  blocks: Block[];
}

/** A place of the body that names something which lies elsewhere, for checks across files. */
export interface NoteReference {
  kind: 'quote' | 'figure' | 'picture' | 'video' | 'link';
  /** The id, or the address of a link. */
  target: string;
  line: number;
  column: number;
}
