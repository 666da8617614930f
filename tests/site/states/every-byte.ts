import { unzipSync } from 'fflate';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { markName } from '../../../scripts/building/steps/made-files.ts';

/** A text as the bytes that a file may hold it in. */
const encodings = (word: string): Buffer[] => {
  const utf16 = Buffer.from(word, 'utf16le');
  return [Buffer.from(word, 'utf8'), utf16, Buffer.from(utf16).swap16()];
};

const isZip = (bytes: Uint8Array): boolean => bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 3;
const isGzip = (bytes: Uint8Array): boolean => bytes[0] === 0x1f && bytes[1] === 0x8b;
const isPdf = (bytes: Uint8Array): boolean => Buffer.from(bytes.slice(0, 5)).toString() === '%PDF-';

const pdfContents = (bytes: Uint8Array): Buffer[] => {
  const folder = mkdtempSync(join(tmpdir(), 'lgnet-bytes-'));
  try {
    const file = join(folder, 'file.pdf');
    writeFileSync(file, bytes);
    const run = (program: string, ...args: string[]): Buffer =>
      execFileSync(program, args, { stdio: ['ignore', 'pipe', 'ignore'], maxBuffer: 64_000_000 });
    return [
      run('pdftotext', file, '-'),
      run('pdfinfo', '-meta', file),
      // Titles, alternative texts and links, whatever stream they are packed in.
      run('qpdf', '--qdf', '--object-streams=disable', file, '-'),
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

/** Everything that a file says: its bytes, and what lies packed in them, as deep as it goes. */
const layers = (bytes: Uint8Array, path: string): { path: string; bytes: Uint8Array }[] => {
  const inner = (): { path: string; bytes: Uint8Array }[] => {
    if (isZip(bytes))
      return Object.entries(unzipSync(bytes)).flatMap(([name, part]) => [
        { path: `${path}!`, bytes: Buffer.from(name) },
        ...layers(part, `${path}!${name}`),
      ]);
    if (isGzip(bytes)) return layers(gunzipSync(bytes), `${path}!`);
    if (path.endsWith('.br')) return layers(brotliDecompressSync(bytes), `${path}!`);
    if (isPdf(bytes)) return pdfContents(bytes).map((part) => ({ path: `${path}!`, bytes: part }));
    return [];
  };
  return [{ path, bytes }, ...inner()];
};

/**
 * The built site's files with all that is packed in them, read once. The build's own list of what it made is left out: it
 * holds names of files and nothing else, and no host serves it.
 */
export const everyByte = (folder: string): { path: string; bytes: Buffer }[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => file !== join(folder, markName))
    .flatMap((file) => {
      const path = file.slice(folder.length);
      return [
        { path, bytes: Buffer.from(path) },
        ...layers(readFileSync(file), path).map((layer) => ({ ...layer, bytes: Buffer.from(layer.bytes) })),
      ];
    });

/** Where a word stands, whatever its letters' case in UTF-8. */
export const placesOf = (word: string, contents: ReturnType<typeof everyByte>): string[] => {
  const needles = [word, word.toLowerCase(), word.toUpperCase()].flatMap(encodings);
  return [
    ...new Set(
      contents
        .filter(({ bytes }) => needles.some((needle) => bytes.includes(needle)))
        .map(({ path }) => path),
    ),
  ].sort();
};
