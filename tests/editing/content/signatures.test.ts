import sharp from 'sharp';
import { strToU8, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { kindOf } from '../../../scripts/editing/content/signatures.ts';

const picture = sharp({ create: { width: 8, height: 8, channels: 3, background: '#00727d' } });

test.each(['jpeg', 'png', 'webp', 'tiff', 'gif', 'avif'] as const)('a %s file is known', async (kind) => {
  expect(kindOf(await picture.clone().toFormat(kind).toBuffer())).toBe(kind);
});

test('an archive, and so a Word file, is known', () => {
  expect(kindOf(zipSync({ 'word/document.xml': strToU8('<x/>') }))).toBe('zip');
});

test.each([
  ['%PDF-1.7', 'pdf'],
  ['{\\rtf1', 'rtf'],
  ['\xd0\xcf\x11\xe0\xa1\xb1', 'ole'],
  ['\0\0\0\x20ftypisom', 'mp4'],
  ['\0\0\0\x14ftypqt  ', undefined],
  ['\0\0\0\x18ftypheic', 'heic'],
  ['\x1a\x45\xdf\xa3', 'webm'],
  ['title: "Palermo"', undefined],
  ['', undefined],
])('%j is %s', (start, kind) => {
  expect(kindOf(Buffer.from(start, 'latin1'))).toBe(kind);
});
