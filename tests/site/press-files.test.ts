import { strFromU8, unzipSync } from 'fflate';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { formatBytes } from '../../src/i18n/format.ts';
import { languages } from '../../src/i18n/languages.ts';
import { builtDir, pages } from './built-site.ts';

const dense = (text: string): string => text.replace(/\s+/g, '');
const notePages = pages.filter(({ path }) => /\/note-stampa\/\d{4}-[^/]+\/$/.test(path));
const originals = notePages.filter(({ $ }) => $('#scarica').length > 0);
const langOf = (path: string): string => /^\/([a-z]{2,3})\/note-stampa/.exec(path)?.[1] ?? 'it';
/** Every note of the site is written in every language. */
const hasNote = (code: string): boolean => notePages.some(({ path }) => langOf(path) === code);
const fileAt = (path: string): string => join(builtDir, path);

test('every note offers its files', () => {
  expect(originals.length).toBeGreaterThanOrEqual(12);
  expect(originals.length).toBe(notePages.length);
});

describe.each(originals.map((page) => [page.path, page] as const))('%s', (path, { $ }) => {
  const links = $('section[aria-labelledby="scarica"] a')
    .toArray()
    // The last ones lead to the files of the other languages, each on its own page.
    .filter((link) => $(link).attr('download') !== undefined)
    .map((link) => ({
      href: $(link).attr('href') as string,
      lang: $(link).attr('hreflang'),
      shown: $(link).parent().text(),
    }));
  // A page whose text is not translated shows the Italian text, and offers it first.
  const textLang = $('.prose').attr('lang') as string;

  test('offers four forms of its own text first, and the press pack', () => {
    const own = links.slice(0, 4);
    expect(own.map(({ href }) => href.split('.').at(-1))).toEqual(['pdf', 'docx', 'txt', 'md']);
    for (const { href, lang } of own) {
      expect(lang).toBe(textLang);
      expect(langOf(href)).toBe(textLang);
      expect(href).toMatch(new RegExp(`-${textLang}\\.\\w+$`));
    }
    expect(links[4]?.href).toMatch(/^\/note-stampa\/.*\.zip$/);
  });

  test('leads only to files that are there, and says their size', () => {
    for (const { href, shown } of links) {
      const { size } = statSync(fileAt(href));
      expect(shown).toContain(formatBytes($('html').attr('lang') as string, size));
    }
  });

  test('leads to the files of each other language, where they are offered', () => {
    const others = $('section[aria-labelledby="scarica"] a:not([download])').toArray();
    expect(others.map((link) => $(link).attr('hreflang'))).toEqual(
      languages.map(({ code }) => code).filter((code) => code !== textLang && hasNote(code)),
    );
    for (const link of others) {
      const [page] = ($(link).attr('href') ?? '').split('#');
      expect(originals.some((other) => other.path === page)).toBe(true);
    }
  });

  test('has no file that it does not offer, and offers all in the pack', () => {
    const beside = readdirSync(fileAt(path)).filter(
      (name) => !/\.(?:html|png|br|gz)$|^(?:social|oembed\.json)$/.test(name),
    );
    const lang = langOf(path);
    const offered = links
      .filter(({ href }) => langOf(href) === lang)
      .map(({ href }) => href.split('/').at(-1));
    expect(beside.sort()).toEqual(offered.sort());
    const pack = links.find(({ href }) => href.endsWith('.zip'))?.href as string;
    const packed = Object.keys(unzipSync(readFileSync(fileAt(pack)))).map((name) => name.split('/')[1]);
    for (const { href } of links.filter(({ href }) => href !== pack))
      expect(packed).toContain(href.split('/').at(-1));
  });

  test('says in its plain text every word that the page says', () => {
    const text = dense(strFromU8(readFileSync(fileAt(links[2]?.href as string))));
    const blocks = $('.prose p, .prose li, .prose h2, .prose h3')
      .toArray()
      .map((block) => dense($(block).text()));
    expect(blocks.length).toBeGreaterThan(6);
    for (const block of blocks) expect(text).toContain(block);
  });
});

test('no language has the files of a text that it does not have', () => {
  for (const { path, $ } of notePages) {
    if ($('.prose').attr('lang') !== langOf(path))
      expect(readdirSync(fileAt(path)).filter((name) => /\.(?:pdf|docx|txt|md|zip)$/.test(name))).toEqual([]);
  }
  expect(existsSync(fileAt('/note-stampa/'))).toBe(true);
});
