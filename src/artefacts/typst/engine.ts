import { availableParallelism } from 'node:os';
import { resolve } from 'node:path';
import { Tinypool } from 'tinypool';
import { languages } from '../../i18n/languages.ts';
import type { DocumentType } from '../../lib/document-type.ts';
import { hideMachineFonts } from './own-fonts.ts';

/** A template of this folder. */
export type Template =
  | ('letter' | 'city-sheet' | 'book' | 'book-cover' | 'booklet')
  | ('sharing-picture' | 'post' | 'plate' | 'glyphs');

/** Files that a template may show, by the name that its data give them. */
export type TemplateFiles = Readonly<Record<string, Uint8Array>>;

/** What a process is asked for. */
export interface Typeset {
  template: Template;
  /** As JSON, which goes from process to process faster than what it says. */
  data: string;
  files: TemplateFiles;
  fonts: DocumentFonts;
  as: 'pdf' | 'sheets' | 'svg' | 'png';
}

/** The fonts of a document, in the order in which letters are looked for. */
export interface DocumentFonts {
  text: readonly string[];
  pictures: readonly string[];
  /** ISO 15924 codes of the scripts that they hold, beside the Latin one. */
  scripts: readonly string[];
}

// sharp draws what is typeset here.
hideMachineFonts();

let pool: Tinypool | undefined;

/**
 * A process for each processor, started when the first documents wait. Not threads: in one process the compiler's
 * memory is shared, and those who write to it wait for each other.
 */
const processes = (): Tinypool =>
  (pool ??= new Tinypool({
    runtime: 'child_process',
    serialization: 'advanced',
    // From the project's folder and not from this file, which is somewhere else once it is bundled.
    filename: resolve('src/artefacts/typst/worker.ts'),
    minThreads: 0,
    maxThreads: availableParallelism(),
    idleTimeout: 60_000,
    concurrentTasksPerWorker: 2,
  }));

/** What a template could not be typeset from. */
export class TypesettingError extends Error {
  constructor(template: Template, what: string) {
    super(`${template}.typ: ${what}`);
    this.name = 'TypesettingError';
  }
}

/** What a template sets the language of its words from. */
interface TypesetData {
  lang: { code: string; documents: Pick<DocumentType, 'fonts' | 'pictures'> };
}

/** The fonts of a document's own language, and those of the site's other languages whose letters it holds. */
const fontsOf = ({ lang }: TypesetData, data: string): DocumentFonts => {
  const others = languages.filter(
    ({ script }) => script !== 'Latn' && new RegExp(`\\p{Script=${script}}`, 'u').test(data),
  );
  const unique = (names: readonly string[]): string[] => [...new Set(names)];
  return {
    text: unique([...lang.documents.fonts, ...others.flatMap(({ documents }) => documents.fonts)]),
    pictures: unique([...lang.documents.pictures, ...others.flatMap(({ documents }) => documents.pictures)]),
    scripts: unique(others.map(({ script }) => script)),
  };
};

const typeset = async (
  template: Template,
  value: TypesetData,
  files: TemplateFiles,
  as: Typeset['as'],
): Promise<Uint8Array | string> => {
  const data = JSON.stringify(value);
  const order: Typeset = { template, data, files, fonts: fontsOf(value, data), as };
  const made = (await processes().run(order)) as Uint8Array | string | { refused: string };
  if (typeof made === 'object' && 'refused' in made) throw new TypesettingError(template, made.refused);
  return made;
};

/**
 * Typesets a PDF/UA-1.
 * @throws TypesettingError when a title, a language, an alternative text or a glyph is missing
 */
export const typesetPdf = async (
  template: Template,
  data: TypesetData,
  files: TemplateFiles = {},
): Promise<Uint8Array> => (await typeset(template, data, files, 'pdf')) as Uint8Array;

/**
 * Typesets a PDF for printers, of pages of other PDFs.
 * @throws TypesettingError when the template refuses the data
 */
export const typesetSheets = async (
  template: Template,
  data: TypesetData,
  files: TemplateFiles,
): Promise<Uint8Array> => (await typeset(template, data, files, 'sheets')) as Uint8Array;

/**
 * Typesets the first page as an SVG, all letters drawn as outlines.
 * @throws TypesettingError when the template refuses the data
 */
export const typesetSvg = async (template: Template, data: TypesetData): Promise<string> =>
  (await typeset(template, data, {}, 'svg')) as string;

/**
 * Typesets the first page as a PNG, a pixel a point, all letters drawn as outlines.
 * @throws TypesettingError when the template refuses the data
 */
export const typesetPng = async (template: Template, data: TypesetData): Promise<Uint8Array> =>
  (await typeset(template, data, {}, 'png')) as Uint8Array;
