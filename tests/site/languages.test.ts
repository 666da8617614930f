import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { languages, sourceLanguage } from '../../src/i18n/languages.ts';
import { formatNumber } from '../../src/i18n/format.ts';
import { builtDir, files, pages, type BuiltPage } from './built-site.ts';

const others = languages.filter(({ code }) => code !== sourceLanguage.code).map(({ code }) => code);
const rightToLeft = languages.filter(({ dir }) => dir === 'rtl').map(({ code }) => code);
const otherScripts = languages.filter(({ script }) => script !== 'Latn');
const pagesOf = (code: string): BuiltPage[] => pages.filter(({ path }) => path.startsWith(`/${code}/`));

/** Texts of a page with the direction and the language that they stand in. */
const textsOf = ({ $ }: BuiltPage) =>
  $('body *')
    // What is pasted elsewhere has no marks of direction.
    .not('script, style, noscript, template, .post-text')
    .toArray()
    .flatMap((element) => {
      const around = $(element).closest('[dir], bdi');
      return element.childNodes.flatMap((child) =>
        'data' in child && child.data.trim() !== ''
          ? [
              {
                text: child.data,
                lang: $(element).closest('[lang]').attr('lang') ?? '',
                apart: around.is('bdi') || around.attr('dir') === 'ltr',
              },
            ]
          : [],
      );
    });

/** What is left of a text when all that is set apart is taken out, the innermost first. */
const notApart = (text: string): string => {
  const inner = text.replace(/[\u2066-\u2068][^\u2066-\u2069]*\u2069/gu, '');
  return inner === text ? text : notApart(inner);
};

/** A Latin name, or figures joined by a dash, that a text from right to left would put in disorder. */
const disordered = (text: string): boolean => {
  const rest = notApart(text);
  if (!/\p{Script=Arabic}/u.test(text))
    return /^\p{P}.*\p{Script=Latin}|\p{Script=Latin}.*[.,:)]$/u.test(rest.trim());
  return /\p{Script=Latin}|\p{N}[-–]\p{N}/u.test(rest);
};

describe.each(others)('in %s', (code) => {
  test('every page with translated text says how it was translated, and leads to the Italian', () => {
    const own = pagesOf(code);
    expect(own.length).toBeGreaterThan(40);
    const silent = own.filter(
      ({ $, path }) =>
        $(`.notice a[href="${path.slice(code.length + 1)}"][hreflang="${sourceLanguage.code}"]`).length === 0,
    );
    expect(silent.map(({ path }) => path).filter((path) => !path.endsWith('404.html'))).toEqual([]);
  });

  test('links stay in the language, but for those that say which one they lead to', () => {
    const pagePaths = new Set(pages.map(({ path }) => path));
    const leaving = pagesOf(code).flatMap(({ $, path }) =>
      $('a[href^="/"]:not([hreflang])')
        .toArray()
        // A page that is not there offers its links in every language, each marked with its own.
        .filter((link) => $(link).closest('[lang]').attr('lang') === code)
        .map((link) => $(link).attr('href')?.split(/[?#]/)[0] ?? '')
        .filter((href) => pagePaths.has(href) && !href.startsWith(`/${code}/`))
        .map((href) => `${path} → ${href}`),
    );
    expect(leaving).toEqual([]);
  });
});

test('no Italian page carries the notice', () => {
  const italian = pages.filter(({ path }) => !others.some((code) => path.startsWith(`/${code}/`)));
  expect(italian.filter(({ $ }) => $('main .notice [hreflang]').length > 0).map(({ path }) => path)).toEqual(
    [],
  );
});

test('French sets its signs apart with a narrow blank that does not break, on every page', () => {
  const wrong = pagesOf('fr').flatMap((page) =>
    textsOf(page)
      .filter(({ lang }) => lang === 'fr')
      .flatMap(({ text }) => /.{0,20}(?:[ \u00a0][;:!?»]|«[ \u00a0]).{0,20}/u.exec(text)?.[0] ?? [])
      .map((text) => `${page.path}: ${text}`),
  );
  expect(wrong).toEqual([]);
});

describe.each(rightToLeft)('a text from right to left, in %s', (code) => {
  test('keeps names and years in their order on every page', () => {
    const wrong = pagesOf(code).flatMap((page) =>
      textsOf(page)
        .filter(({ lang, apart }) => lang === code && !apart)
        .filter(({ text }) => disordered(text))
        .map(({ text }) => `${page.path}: ${text.trim().slice(0, 80)}`),
    );
    expect(wrong).toEqual([]);
  });

  test('keeps them in the Word files, where every run has its direction', () => {
    const documents = files().filter((path) => path.startsWith(`/${code}/`) && path.endsWith('.docx'));
    expect(documents.length).toBeGreaterThan(3);
    for (const path of documents) {
      const xml = strFromU8(unzipSync(readFileSync(join(builtDir, path)))['word/document.xml'] as Uint8Array);
      const runs = xml.match(/<w:r>(?:(?!<\/w:r>).)*<\/w:r>/gsu) ?? [];
      const turned = runs
        .filter((run) => run.includes('<w:rtl/>'))
        .map((run) => run.replace(/<[^>]*>/g, ''))
        .filter((text) => /\p{Script=Latin}|\p{N}[-–]\p{N}|[\u2066-\u2069]/u.test(text));
      expect(turned).toEqual([]);
      expect(runs.length).toBeGreaterThan(20);
    }
  });
});

describe.each(otherScripts)('a text that is not in Latin letters, in $code', ({ code, script }) => {
  test('comes out of the PDF files in whole words', () => {
    const letters = new RegExp(`[\\p{Script=${script}}\\p{M}]+`, 'gu');
    const documents = files().filter(
      (path) => path.startsWith(`/${code}/note-stampa/`) && path.endsWith('.pdf'),
    );
    expect(documents.length).toBeGreaterThan(3);
    const marks = /[\u200b-\u200f\u202a-\u202e\u2066-\u2069\u0640]/gu;
    // Order within a word is not asked for: pdftotext turns the ligature of lam and alef round, in sound files too.
    const keys = (text: string): string[] =>
      (text.normalize('NFKC').replace(marks, '').match(letters) ?? []).map((word) =>
        [...word].sort().join(''),
      );
    for (const path of documents) {
      const file = join(builtDir, path);
      const found = Map.groupBy(
        keys(execFileSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8' })),
        (key) => key,
      );
      const words = keys(readFileSync(file.replace(/pdf$/, 'txt'), 'utf8'));
      const whole = words.filter((word) => found.get(word)?.pop() !== undefined);
      expect(words.length).toBeGreaterThan(300);
      expect(whole.length / words.length, path).toBeGreaterThanOrEqual(0.98);
      // No letter is drawn as a number or a box.
      expect(execFileSync('pdffonts', [file], { encoding: 'utf8' })).not.toMatch(
        / no +(?:yes|no) +(?:yes|no) /,
      );
    }
  });

  test('is nowhere told by the number of its letters', () => {
    const numbered = files()
      .filter((path) => path.startsWith(`/${code}/`) && path.endsWith('.pdf'))
      .filter((path) =>
        execFileSync('pdftotext', [join(builtDir, path), '-'], { encoding: 'utf8' }).includes('[U+'),
      );
    expect(numbered).toEqual([]);
  });
});

test('numbers of a page are written by the rule of its language', () => {
  // Where a language's own signs would be read otherwise in Italy, its file says which ones it has.
  const grouped: Readonly<Record<string, string>> = {
    it: '1.000',
    en: '1,000',
    fr: '1\u202f000',
    es: '1.000',
    ar: '1\u00a0000',
  };
  for (const [code, written] of Object.entries(grouped)) expect(formatNumber(code, 1000)).toBe(written);
  const shown = pages.filter(({ path }) => path.endsWith('/citta/roma/'));
  for (const page of shown) {
    const code = page.$('html').attr('lang') as string;
    expect(page.$('.figure-amount').text(), page.path).toContain(formatNumber(code, 1000));
    // Digits that a reader of an Italian telephone number can use.
    expect(formatNumber(code, 1000)).toMatch(/^1\D?000$/);
  }
  expect(shown).toHaveLength(languages.length);
});
