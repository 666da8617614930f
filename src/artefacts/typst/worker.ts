/** Typesets documents in a process of its own; see `engine.ts`. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import sharp from 'sharp';
import { colours } from '../../lib/colours.ts';
import { codePointName } from '../../lib/odd-characters.ts';
import { fontsFor, isPlain } from './extra-fonts.ts';
import type { DocumentFonts, Template, Typeset } from './engine.ts';
import { fontFiles } from './fonts.ts';
import { indexedPng } from './indexed-png.ts';
import { hideMachineFonts } from './own-fonts.ts';

// There is a process for each processor already.
sharp.concurrency(1);

// From the project's folder and not from this file, which is somewhere else once it is bundled.
const templates = resolve('src/artefacts/typst');

let compiler: NodeCompiler | undefined;
let compiled = 0;

/** Characters of the data of a document that is larger than any note. */
const LARGE = 500_000;

/** The files of the families that the compiler has. */
const loaded = new Map<string, readonly string[]>();

const engine = (families: readonly { family: string; styles?: readonly string[] }[]): NodeCompiler => {
  const missing = families.filter(({ family }) => !loaded.has(family));
  if (missing.length > 0) {
    for (const { family, styles } of missing) loaded.set(family, fontFiles(family, styles));
    compiler = undefined;
  }
  // Fonts given as bytes come first, those of the machine are hidden, and no template asks for any other.
  if (!compiler) {
    hideMachineFonts();
    compiler = NodeCompiler.create({
      workspace: templates,
      fontArgs: [{ fontBlobs: [...loaded.values()].flat().map((font) => readFileSync(font)) }],
    });
    compiler.mapShadow(resolve(templates, 'colours.json'), Buffer.from(JSON.stringify(colours())));
  }
  return compiler;
};

const explain = (diagnostics: readonly unknown[]): string =>
  diagnostics
    .map((diagnostic) => (diagnostic as { message?: string }).message ?? JSON.stringify(diagnostic))
    .join('; ');

/**
 * Runs a template. Its data reach it as JSON, so that no text can ever be markup; in a file and not in `sys.inputs`, which
 * would make the compiler forget all that it knows of the documents before.
 */
const run = <Result>(
  template: Template,
  data: string,
  { files, fonts }: Pick<Typeset, 'files' | 'fonts'>,
  output: (compiler: NodeCompiler, document: Parameters<NodeCompiler['pdf']>[0]) => Result,
): Result | { refused: string } => {
  const extra = fontsFor(data, fonts.scripts);
  const typst = engine([...[...fonts.text, ...fonts.pictures].map((family) => ({ family })), ...extra]);
  const others = extra.map(({ family }) => family);
  const paths = Object.keys(files).map((name) => resolve(templates, name));
  for (const [name, bytes] of Object.entries(files))
    typst.mapShadow(resolve(templates, name), Buffer.from(bytes));
  typst.mapShadow(resolve(templates, 'data.json'), Buffer.from(data));
  typst.mapShadow(
    resolve(templates, 'fonts.json'),
    Buffer.from(
      JSON.stringify({ text: [...fonts.text, ...others], pictures: [...fonts.pictures, ...others] }),
    ),
  );
  try {
    const execution = typst.compile({ mainFilePath: resolve(templates, `${template}.typ`) });
    const document = execution.result;
    if (!document) {
      const error = execution.takeDiagnostics();
      return { refused: error ? explain(error.shortDiagnostics) : 'no document' };
    }
    try {
      return output(typst, document);
    } catch (error) {
      return { refused: readableExportError(error) };
    }
  } finally {
    for (const path of paths) typst.unmapShadow(path);
    // Intermediate results would stay in memory for ever; those of the last documents are worth keeping.
    compiled += 1;
    // A book's are a gigabyte, and no other document has anything of them.
    if (data.length > LARGE) typst.evictCache(0);
    else if (compiled % 8 === 0) typst.evictCache(4);
  }
};

/** The compiler reports what an export refuses as the printed form of its own structures. */
const readableExportError = (error: unknown): string => {
  const text = error instanceof Error ? error.message : String(error);
  const messages = [...text.matchAll(/message: "((?:[^"\\]|\\.)*)"/g)].map(([, message = '']) =>
    message.replace(/\\"/g, '"'),
  );
  return messages.length > 0 ? [...new Set(messages)].join('; ') : text;
};

const pdfOf = (typst: NodeCompiler, document: Parameters<NodeCompiler['pdf']>[0]): Uint8Array =>
  new Uint8Array(typst.pdf(document, { pdfStandard: 'ua-1' }));

const sheetsOf = (typst: NodeCompiler, document: Parameters<NodeCompiler['pdf']>[0]): Uint8Array =>
  new Uint8Array(typst.pdf(document, {}));

const svgOf = (typst: NodeCompiler, document: Parameters<NodeCompiler['plainSvg']>[0]): string =>
  typst.plainSvg(document);

/** The characters that the compiler found in none of its fonts, by its own words. */
const glyphless = (refused: string): string[] => [
  ...new Set(
    [...refused.matchAll(/the text `"(.+?)"` could not be displayed/g)]
      .map(([, text = '']) =>
        text.replace(/\\+u\{([0-9a-f]+)\}/g, (_, hex) => String.fromCodePoint(Number(`0x${hex}`))),
      )
      // A mark is told with what it stands on, which may be a blank: every font holds that.
      .flatMap((text) => [...text].filter((character) => !/[\s\u0020-\u00ff]/u.test(character))),
  ),
];

/** What stands for a character that no font holds: its number; for one that only joins its neighbours, nothing. */
const substitute = (character: string): string =>
  JOINER.test(character) ? '' : `[${codePointName(character)}]`;

const JOINER = /\p{Join_Control}|\p{Variation_Selector}/u;

const withoutGlyphless = (data: string, characters: readonly string[]): string =>
  characters.reduce((text, character) => text.replaceAll(character, substitute(character)), data);

/**
 * The characters of a text that no document can show.
 * @param text any text
 * @param fonts those of the site's languages
 */
export const glyphlessIn = (text: string, fonts: DocumentFonts): string[] => {
  if (isPlain(text, [])) return [];
  const made = run('glyphs', JSON.stringify({ text }), { files: {}, fonts }, pdfOf);
  return 'refused' in made ? glyphless(made.refused).filter((character) => substitute(character) !== '') : [];
};

/** The first page in pixels, one a point. */
const draw = async (svg: string): Promise<Uint8Array> => {
  const { data, info } = await sharp(Buffer.from(svg))
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  return indexedPng({ width: info.width, height: info.height, rgba: data });
};

/** The document, without the characters that no font holds. */
const made = ({ template, data, files, fonts, as }: Typeset): Uint8Array | string | { refused: string } => {
  let text = data;
  const given = { files, fonts };
  if (as === 'sheets') return run(template, text, given, sheetsOf);
  // No character stops a document: what cannot be drawn is told by its number, and the check has warned of it.
  for (let tries = 0; tries < 3; tries += 1) {
    // A picture is drawn with gaps where a PDF is refused: only the PDF tells of them.
    const pdf = as === 'pdf' || !isPlain(text, fonts.scripts) ? run(template, text, given, pdfOf) : undefined;
    const gaps = pdf !== undefined && 'refused' in pdf ? glyphless(pdf.refused) : [];
    if (gaps.length === 0) return as === 'pdf' && pdf ? pdf : run(template, text, given, svgOf);
    text = withoutGlyphless(text, gaps);
  }
  return as === 'pdf' ? run(template, text, given, pdfOf) : run(template, text, given, svgOf);
};

/** A PDF/UA-1, or the first page as an SVG or a PNG with all letters drawn as outlines; or why there is none. */
export default async (order: Typeset): Promise<Uint8Array | string | { refused: string }> => {
  const page = made(order);
  return order.as === 'png' && typeof page === 'string' ? draw(page) : page;
};
