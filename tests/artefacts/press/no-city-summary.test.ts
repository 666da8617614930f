import { expect, test } from 'vitest';
import { toDocx } from '../../../src/artefacts/docx.ts';
import { toHtml } from '../../../src/artefacts/html.ts';
import { toMarkdown } from '../../../src/artefacts/markdown.ts';
import { toPdf } from '../../../src/artefacts/pdf.ts';
import { toPlainText } from '../../../src/artefacts/plain-text.ts';
import { releaseOf } from './helpers/releases.ts';

test('a note without a summary of its city has all its files, and no hole in them', async () => {
  const release = { ...releaseOf('2023-11-03-palermo', 'it'), citySummary: undefined };
  expect(toPlainText(release)).not.toMatch(/undefined|\n{3}/);
  expect(toMarkdown(release)).not.toMatch(/undefined|\*\*\*\*|\n{3}/);
  expect(toHtml(release)).not.toMatch(/undefined|<strong><\/strong>/);
  expect(
    Buffer.from(await toPdf(release))
      .subarray(0, 4)
      .toString(),
  ).toBe('%PDF');
  expect((await toDocx(release)).byteLength).toBeGreaterThan(1000);
});
