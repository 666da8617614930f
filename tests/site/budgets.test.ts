import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { builtDir, files, pages } from './built-site.ts';

const kilobytes = (bytes: number): number => Math.round(bytes / 100) / 10;
const brotli = (text: string | Buffer, quality = 11): number =>
  brotliCompressSync(text, { params: { [constants.BROTLI_PARAM_QUALITY]: quality } }).length;

/** The weight of a page; less care is taken with what is light enough all the same, in a tenth of the time. */
const weightOf = (html: string, limit: number): number => {
  const roughly = kilobytes(brotli(html, 9));
  return roughly <= limit ? roughly : kilobytes(brotli(html));
};

const weights = new Map<string, number>();
/** The weight of a script in bytes. Many pages have the same. */
const scriptWeight = (src: string): number => {
  const weight = weights.get(src) ?? brotli(readFileSync(join(builtDir, src)));
  weights.set(src, weight);
  return weight;
};

/** Pages that carry an application or the whole site's data on purpose. */
const heavier: Record<string, number> = { mappa: 17, dati: 40, indice: 16 };

/** Scripts of the applications; every other page has at most two kilobytes. */
const scripts: Record<string, number> = { mappa: 50, cerca: 3.5 };

describe('bytes', () => {
  test.each(pages.map((page) => [page.path, page] as const))('%s is light', (path, { html, $ }) => {
    const kind = path.split('/').find((part) => part in heavier);
    // What a page paints with its first packets. A letter of another script than Latin takes two bytes and more.
    const text = /^\p{Script=Latin}/u.test($('.skip').text().trim()) ? 13 : 14;
    const limit = kind ? (heavier[kind] as number) : text;
    expect(weightOf(html, limit)).toBeLessThanOrEqual(limit);
    const sources = $('script[src]')
      .toArray()
      .map((element) => $(element).attr('src') as string);
    const script = sources.reduce((sum, src) => sum + scriptWeight(src), 0);
    expect(kilobytes(script)).toBeLessThanOrEqual(scripts[path.split('/').at(-2) ?? ''] ?? 2);
  });

  test('fonts weigh 30 kB at most', () => {
    // The editors' form has its own, which no reader loads.
    const fonts = files().filter((file) => file.endsWith('.woff2') && !file.startsWith('/admin/'));
    expect(fonts.length).toBeGreaterThan(0);
    expect(
      kilobytes(fonts.reduce((sum, file) => sum + readFileSync(join(builtDir, file)).length, 0)),
    ).toBeLessThanOrEqual(30);
  });
});
