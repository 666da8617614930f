import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Runs `work` on a file that holds these bytes. */
export const withFile = <Result>(
  name: string,
  bytes: Uint8Array,
  work: (file: string, folder: string) => Result,
): Result => {
  const folder = mkdtempSync(join(tmpdir(), 'lgnet-'));
  try {
    writeFileSync(join(folder, name), bytes);
    return work(join(folder, name), folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

/** What a program prints. @throws Error when it fails */
export const output = (program: string, ...args: string[]): string =>
  execFileSync(program, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });

// Characters that a reader adds for the direction of a line.
const DIRECTION = /[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/** The text of a PDF as poppler reads it, page by page. */
export const pdfPages = (bytes: Uint8Array): string[] =>
  withFile('note.pdf', bytes, (file) =>
    output('pdftotext', file, '-').replace(DIRECTION, '').split('\f').slice(0, -1),
  );

/** A text without blanks and line breaks, which every reader sets as it likes. */
export const dense = (text: string): string => text.replace(/[\s\u200b\u00ad]+/g, '');

/** The Arabic words of a text that have no vowel marks, sorted. */
export const bareArabicWords = (text: string): string[] =>
  (text.match(/[\p{Script=Arabic}\p{M}]+/gu) ?? []).filter((word) => !/\p{M}/u.test(word)).sort();

/** What a phone reads in the QR codes of a PDF's last page. */
export const qrCodesOf = (bytes: Uint8Array): string[] =>
  withFile('code.pdf', bytes, (file, folder) => {
    output('pdftoppm', '-r', '110', '-gray', '-png', file, join(folder, 'page'));
    const last = readdirSync(folder)
      .filter((name) => name.endsWith('.png'))
      .sort()
      .at(-1);
    return output('zbarimg', '--quiet', '--raw', join(folder, last ?? ''))
      .trim()
      .split('\n');
  });
