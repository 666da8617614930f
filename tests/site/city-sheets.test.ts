import { execFileSync } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { qrCodesOf } from '../artefacts/press/helpers/readers.ts';
import { builtDir, pageAt, pages } from './built-site.ts';
import { differentLanguages, inLanguages, looksAtEverything } from './depth.ts';

const run = (program: string, ...args: string[]): string =>
  execFileSync(program, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
const dense = (text: string): string => text.replace(/[\s-]+/g, '');

// What a sheet looks like is the template's and the language's letters'; what it says is looked for once in each of them.
const shown = looksAtEverything ? pages : inLanguages(pages, differentLanguages);
const sheets = shown.flatMap(({ path, $ }) =>
  $('a[href$=".pdf"]')
    .toArray()
    .map((link) => [path, $(link).attr('href') as string] as const)
    .filter(([page]) => /\/citta\/[^/]+\/$/.test(page)),
);

test('the cities that have activities have a sheet', () => {
  const told = shown.filter(({ path, $ }) => /^\/citta\/[^/]+\/$/.test(path) && $('#attivita').length > 0);
  expect(told.length).toBeGreaterThanOrEqual(4);
  for (const { path } of told) expect(sheets.map(([page]) => page)).toContain(path);
});

describe.each(sheets)('%s hangs up %s', (path, href) => {
  const file = join(builtDir, href);

  test('one page A4, tagged, with all fonts inside', () => {
    expect(statSync(file).size).toBeLessThan(150_000);
    const info = run('pdfinfo', file);
    expect(info).toMatch(/Pages: +1\n/);
    expect(info).toMatch(/\(A4\)/);
    expect(info).toMatch(/Tagged: +yes/);
    expect(run('pdfinfo', '-meta', file)).toMatch(/pdfuaid:part>1</);
    expect(run('qpdf', '--check', file)).toContain('No syntax or stream encoding errors');
    expect(run('pdfinfo', '-struct', file)).toMatch(/^\s*H1 /m);
  });

  test('the city’s words in plain language, its address and the funding statement', () => {
    const text = run('pdftotext', file, '-');
    const { $ } = pageAt(path);
    const address = `https://lgnet.example${href.replace(/[^/]+$/, '')}`;
    expect(text).toContain(address);
    expect(qrCodesOf(readFileSync(file))).toEqual([address]);
    if (/\p{Script=Arabic}/u.test(text)) return;
    const translated = $('h1').attr('lang') === $('html').attr('lang');
    expect(translated ? dense(text) : '').toContain(translated ? dense($('h1').text()) : '');
    expect(dense(text)).toContain(dense('2014-2020'));
    const easy = $('.easy li, .easy p')
      .toArray()
      .map((sentence) => dense($(sentence).text()));
    if (translated) {
      const sentences = easy.filter((sentence) => dense(text).includes(sentence));
      expect(sentences.length).toBeGreaterThanOrEqual(Math.min(4, easy.length));
    }
  });
});
