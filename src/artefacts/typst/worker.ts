/** Typesets documents in a process of its own; see `engine.ts`. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import sharp from 'sharp';
import { colours } from '../../lib/colours.ts';
import { packageFile } from '../../lib/package-files.ts';
import type { Template, TemplateFiles, Typeset } from './engine.ts';
import { indexedPng } from './indexed-png.ts';

// There is a process for each processor already.
sharp.concurrency(1);

// From the project's folder and not from this file, which is somewhere else once it is bundled.
const templates = resolve('src/artefacts/typst');

/** The fonts of all documents; `shared.typ` names their families. */
const fonts = [
  'titillium-web/400Regular/TitilliumWeb_400Regular',
  'titillium-web/400Regular_Italic/TitilliumWeb_400Regular_Italic',
  'titillium-web/700Bold/TitilliumWeb_700Bold',
  'titillium-web/700Bold_Italic/TitilliumWeb_700Bold_Italic',
  // Fonts that put Arabic letters together from strokes and dots give each letter twice to whoever copies the text.
  'amiri/400Regular/Amiri_400Regular',
  'amiri/700Bold/Amiri_700Bold',
  // For pictures, from which nobody copies.
  'noto-sans-arabic/700Bold/NotoSansArabic_700Bold',
].map((font) => packageFile(`@expo-google-fonts/${font}.ttf`));

let compiler: NodeCompiler | undefined;
let compiled = 0;

const engine = (): NodeCompiler => {
  // Fonts given as bytes come before those of the machine, and no template asks for any other.
  if (!compiler) {
    compiler = NodeCompiler.create({
      workspace: templates,
      fontArgs: [{ fontBlobs: fonts.map((font) => readFileSync(font)) }],
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
  files: TemplateFiles,
  output: (compiler: NodeCompiler, document: Parameters<NodeCompiler['pdf']>[0]) => Result,
): Result | { refused: string } => {
  const typst = engine();
  const paths = Object.keys(files).map((name) => resolve(templates, name));
  for (const [name, bytes] of Object.entries(files))
    typst.mapShadow(resolve(templates, name), Buffer.from(bytes));
  typst.mapShadow(resolve(templates, 'data.json'), Buffer.from(data));
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
    if (compiled % 8 === 0) typst.evictCache(4);
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

/** The first page in pixels, one a point. */
const draw = async (svg: string): Promise<Uint8Array> => {
  const { data, info } = await sharp(Buffer.from(svg))
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  return indexedPng({ width: info.width, height: info.height, rgba: data });
};

/** A PDF/UA-1, or the first page as a PNG; or why there is none. */
export default async ({ template, data, files, as }: Typeset): Promise<Uint8Array | { refused: string }> => {
  if (as === 'pdf')
    return run(
      template,
      data,
      files,
      (typst, document) => new Uint8Array(typst.pdf(document, { pdfStandard: 'ua-1' })),
    );
  const svg = run(template, data, files, (typst, document) => typst.plainSvg(document));
  return typeof svg === 'string' ? draw(svg) : svg;
};
