import { closeSync, openSync, readSync } from 'node:fs';

// Our own, because `file-type` answers later (its promise would make the whole check wait) and brings four packages.
/* eslint-disable no-control-regex -- the bytes that files begin with are what is looked for */
const signatures = {
  zip: /^PK\x03\x04/,
  // Word before 2007.
  ole: /^\xd0\xcf\x11\xe0/,
  pdf: /^%PDF/,
  rtf: /^\{\\rtf/,
  jpeg: /^\xff\xd8/,
  png: /^\x89PNG/,
  webp: /^RIFF.{4}WEBP/s,
  tiff: /^(?:II\*\0|MM\0\*)/,
  gif: /^GIF/,
  bmp: /^BM/,
  avif: /^.{4}ftypavi[fs]/s,
  heic: /^.{4}ftyp(?:hei[cx]|mif1)/s,
  // QuickTime has the same box, and browsers do not play it.
  mp4: /^.{4}ftyp(?!qt)/s,
  webm: /^\x1a\x45\xdf\xa3/,
} as const satisfies Record<string, RegExp>;
/* eslint-enable no-control-regex */

/** What a file is by its first bytes, whatever its name says. */
export type FileKind = keyof typeof signatures;

const LONGEST = 16;

/** What bytes are; nothing when they are of no kind that matters here, text for one. */
export const kindOf = (bytes: Uint8Array): FileKind | undefined => {
  const start = Buffer.from(bytes.subarray(0, LONGEST)).toString('latin1');
  return (Object.keys(signatures) as FileKind[]).find((kind) => signatures[kind].test(start));
};

/**
 * What a file is.
 * @param path where it lies on this computer
 */
export const kindOfFile = (path: string): FileKind | undefined => {
  const bytes = Buffer.alloc(LONGEST);
  const handle = openSync(path, 'r');
  try {
    return kindOf(bytes.subarray(0, readSync(handle, bytes, 0, LONGEST, 0)));
  } finally {
    closeSync(handle);
  }
};
