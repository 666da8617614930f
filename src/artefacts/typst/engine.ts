import { availableParallelism } from 'node:os';
import { resolve } from 'node:path';
import { Piscina } from 'piscina';

/** A template of this folder. */
export type Template = 'letter' | 'city-sheet' | 'sharing-picture';

/** Files that a template may show, by the name that its data give them. */
export type TemplateFiles = Readonly<Record<string, Uint8Array>>;

/** What a thread is asked for. */
export interface Typeset {
  template: Template;
  data: unknown;
  files: TemplateFiles;
  as: 'pdf' | 'svg';
}

let pool: Piscina<Typeset, Uint8Array | string | { refused: string }> | undefined;

/** A thread for each processor, started when the first documents wait; idle ones do not keep the process alive. */
const threads = (): NonNullable<typeof pool> =>
  (pool ??= new Piscina({
    // From the project's folder and not from this file, which is somewhere else once it is bundled.
    filename: resolve('src/artefacts/typst/worker.ts'),
    minThreads: 0,
    maxThreads: availableParallelism(),
    idleTimeout: Infinity,
  }));

/** What a template could not be typeset from. */
export class TypesettingError extends Error {
  constructor(template: Template, what: string) {
    super(`${template}.typ: ${what}`);
    this.name = 'TypesettingError';
  }
}

const typeset = async (order: Typeset): Promise<Uint8Array | string> => {
  const made = await threads().run(order);
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
): Promise<Uint8Array> => (await typeset({ template, data, files, as: 'pdf' })) as Uint8Array;

/**
 * Typesets the first page as an SVG, all letters drawn as outlines.
 * @throws TypesettingError when the template refuses the data
 */
export const typesetSvg = async (
  template: Template,
  data: unknown,
  files: TemplateFiles = {},
): Promise<string> => (await typeset({ template, data, files, as: 'svg' })) as string;
