import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runLimited } from './run-limited.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'burst-'));
  cpSync(join(import.meta.dirname, '../fixtures/content-base'), join(folder, 'content'), { recursive: true });
});
afterAll(() => rmSync(folder, { recursive: true }));

const head = '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>';
const tail = '</w:body></w:document>';
const paragraph = '<w:p><w:r><w:t>Testo.</w:t></w:r></w:p>';
const word = (xml: string, more: Record<string, Uint8Array> = {}): Uint8Array =>
  zipSync({
    '[Content_Types].xml': strToU8(
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    ),
    'word/document.xml': strToU8(xml),
    ...more,
  });

/** The same bytes, with another size written wherever the file says how large a part is. */
const lyingAbout = (bytes: Uint8Array, size: number, lie: number): Uint8Array => {
  const copy = Buffer.from(bytes);
  const [truth, told] = [Buffer.alloc(4), Buffer.alloc(4)];
  truth.writeUInt32LE(size);
  told.writeUInt32LE(lie);
  for (let at = copy.indexOf(truth); at >= 0; at = copy.indexOf(truth, at + 4)) told.copy(copy, at);
  return copy;
};

const huge = head + paragraph.repeat(500_000) + tail;
const xmlBomb = `<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">${[...'bcdefgh']
  .map((name, index) => `<!ENTITY ${name} "${`&${'abcdefg'[index]};`.repeat(10)}">`)
  .join('')}]>${head}<w:p><w:r><w:t>&h;</w:t></w:r></w:p>${tail}`;

test.each([
  ['a text of 20 MB', () => word(huge), 'ha un testo di più di 3 MB'],
  ['a text of 20 MB that says it has 100 bytes', () => lyingAbout(word(huge), huge.length, 100), 'rovinato'],
  [
    '200 MB of zeros',
    () => word(head + paragraph + tail, { 'word/media/a.png': new Uint8Array(200e6) }),
    '100 MB',
  ],
  [
    'three thousand parts',
    () =>
      word(
        head + paragraph + tail,
        Object.fromEntries(
          Array.from({ length: 3000 }, (_, index) => [`word/${index}.bin`, new Uint8Array(1)]),
        ),
      ),
    '2000 parti',
  ],
  ['entities of entities', () => word(xmlBomb), 'rovinato'],
  ['a paragraph in a paragraph, ten thousand times', () => word(head + '<w:p>'.repeat(10_000)), 'rovinato'],
  ['half an archive', () => word(huge).subarray(0, 3000), 'rovinato'],
])('%s is refused in one sentence, within seconds', (_, bytes, words) => {
  const file = join(folder, 'nota.docx');
  writeFileSync(file, bytes());
  const { status, told, seconds, megabytes } = runLimited(
    'scripts/importa.ts',
    ...[file, '--content', join(folder, 'content')],
  );
  expect({ status, isShort: told.trim().split('\n').length <= 4 }).toEqual({ status: 1, isShort: true });
  expect(told).not.toMatch(/^\s+at /m);
  expect(told).toContain(words);
  expect(seconds).toBeLessThan(10);
  expect(megabytes).toBeLessThan(1000);
});
