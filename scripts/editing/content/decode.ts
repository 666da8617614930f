import { kindOf, type FileKind } from './signatures.ts';

/** Why bytes are not the UTF-8 text that they should be. */
export type Misencoding =
  | { kind: 'word-file' }
  | { kind: 'pdf-file' }
  | { kind: 'rtf-file' }
  | { kind: 'utf-16' }
  | { kind: 'bom' }
  | { kind: 'binary'; line: number }
  | { kind: 'windows-1252'; line: number; column: number; lineText: string; found: string };

const startsWith = (bytes: Buffer, ...start: number[]): boolean =>
  start.every((byte, index) => bytes[index] === byte);

const documents: Partial<Record<FileKind, 'word-file' | 'pdf-file' | 'rtf-file'>> = {
  zip: 'word-file',
  ole: 'word-file',
  pdf: 'pdf-file',
  rtf: 'rtf-file',
};

/**
 * The text of a file that should be UTF-8, or what it is instead.
 * Lines end in `\n`, whatever the editor's system wrote.
 */
export const decode = (bytes: Buffer): string | Misencoding => {
  const kind = kindOf(bytes);
  const document = kind && documents[kind];
  if (document) return { kind: document };
  if (startsWith(bytes, 0xff, 0xfe) || startsWith(bytes, 0xfe, 0xff)) return { kind: 'utf-16' };
  if (startsWith(bytes, 0xef, 0xbb, 0xbf)) return { kind: 'bom' };
  if (bytes.length > 3 && bytes.length % 2 === 0 && everySecondIsZero(bytes)) return { kind: 'utf-16' };
  const zero = bytes.indexOf(0);
  if (zero >= 0) return { kind: 'binary', line: lineAt(bytes, zero) };
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes).replace(/\r\n?/g, '\n');
  } catch {
    return misencodedLine(bytes);
  }
};

const everySecondIsZero = (bytes: Buffer): boolean => {
  const sample = bytes.subarray(0, 200);
  const zeros = (offset: number): number =>
    sample.filter((byte, index) => index % 2 === offset && byte === 0).length;
  return Math.max(zeros(0), zeros(1)) > sample.length / 4;
};

const lineAt = (bytes: Buffer, index: number): number =>
  bytes.subarray(0, index).filter((byte) => byte === 10).length + 1;

const misencodedLine = (bytes: Buffer): Misencoding => {
  const windows = new TextDecoder('windows-1252');
  const utf8 = new TextDecoder('utf-8', { fatal: true });
  let line = 1;
  for (let start = 0; start <= bytes.length; line += 1) {
    const newline = bytes.indexOf(10, start);
    const end = newline < 0 ? bytes.length : newline;
    const raw = bytes.subarray(start, end);
    try {
      utf8.decode(raw);
    } catch {
      const lineText = windows.decode(raw).replace(/\r$/, '');
      const column = [...lineText].findIndex((letter) => letter > '\u007f');
      return { kind: 'windows-1252', line, column: column + 1, lineText, found: [...lineText][column] ?? '' };
    }
    start = end + 1;
  }
  return { kind: 'binary', line: 1 };
};
