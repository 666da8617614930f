import { availableParallelism } from 'node:os';
import { resolve } from 'node:path';
import { Tinypool } from 'tinypool';
import { hideMachineFonts } from './own-fonts.ts';

/** A template of this folder. */
export type Template =
  ('letter' | 'city-sheet' | 'book' | 'book-cover') | ('sharing-picture' | 'post' | 'plate' | 'glyphs');

/** Files that a template may show, by the name that its data give them. */
export type TemplateFiles = Readonly<Record<string, Uint8Array>>;

/** What a process is asked for. */
export interface Typeset {
  template: Template;
  /** As JSON, which goes from process to process faster than what it says. */
  data: string;
  files: TemplateFiles;
  as: 'pdf' | 'svg' | 'png';
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

const typeset = async (order: Typeset): Promise<Uint8Array | string> => {
  const made = (await processes().run(order)) as Uint8Array | string | { refused: string };
  if (typeof made === 'object' && 'refused' in made) throw new TypesettingError(order.template, made.refused);
  return made;
};

/**
 * Typesets a PDF/UA-1.
 * @throws TypesettingError when a title, a language, an alternative text or a glyph is missing
 */
export const typesetPdf = async (
  template: Template,
  data: unknown,
  files: TemplateFiles = {},
): Promise<Uint8Array> =>
  (await typeset({ template, data: JSON.stringify(data), files, as: 'pdf' })) as Uint8Array;

/**
 * Typesets the first page as an SVG, all letters drawn as outlines.
 * @throws TypesettingError when the template refuses the data
 */
export const typesetSvg = async (template: Template, data: unknown): Promise<string> =>
  (await typeset({ template, data: JSON.stringify(data), files: {}, as: 'svg' })) as string;

/**
 * Typesets the first page as a PNG, a pixel a point, all letters drawn as outlines.
 * @throws TypesettingError when the template refuses the data
 */
export const typesetPng = async (template: Template, data: unknown): Promise<Uint8Array> =>
  (await typeset({ template, data: JSON.stringify(data), files: {}, as: 'png' })) as Uint8Array;
