import { execFileSync } from 'node:child_process';
import { strFromU8, unzipSync } from 'fflate';
import { globSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { builtDir, pageAt, pages } from './built-site.ts';
import { looksAtEverything } from './depth.ts';

const run = (program: string, ...args: string[]): string =>
  execFileSync(program, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'], maxBuffer: 5e7 });
const langOf = (path: string): string => /^([a-z]{2,3})\/libro/.exec(path)?.[1] ?? 'it';
const dense = (text: string): string => text.replace(/[\s\u200b\u00ad-]+/g, '');

const files = globSync('**/libro/*.{pdf,epub}', { cwd: builtDir }).sort();
const of = (ending: string): (readonly [file: string, path: string])[] =>
  files
    .filter((file) => file.endsWith(ending) && (ending.startsWith('-a5') || !file.endsWith('-a5.pdf')))
    .map((file) => [file, join(builtDir, file)] as const);

/** What a book's list of contents and its bookmarks hold: a name, and the page that it leads to. */
interface Bookmark {
  title: string;
  destpageposfrom1: number;
  kids: Bookmark[];
}

const bookmarksOf = (path: string): Bookmark[] =>
  (JSON.parse(run('qpdf', '--json', '--json-key=outlines', path)) as { outlines: Bookmark[] }).outlines;

test('every language has a book, on paper and for readers, and its pages offer both', () => {
  const languages = pages.filter(({ path }) => /^\/(?:[a-z]{2,3}\/)?note-stampa\/$/.test(path));
  expect(of('.pdf')).toHaveLength(languages.length);
  expect(of('.epub')).toHaveLength(languages.length);
  expect(of('-a5.pdf')).toHaveLength(languages.length);
  for (const { path } of languages) {
    for (const offering of [path, path.replace('note-stampa', 'progetto')]) {
      const { $ } = pageAt(offering);
      const offered = $('[aria-labelledby="libro"] a[download]')
        .toArray()
        .map((link) => $(link).attr('href')?.slice(1));
      expect(offered.map((href) => href?.split('.').at(-1))).toEqual(['pdf', 'pdf', 'epub']);
      for (const href of offered) expect(files).toContain(href);
    }
  }
});

test('an edition without notes of its own has none', () => {
  expect(new Set(files.map((file) => file.split('/').at(-1)?.replace(/-.*/, '')))).toEqual(
    new Set(['lgnet2']),
  );
  expect(pageAt('/progetto/lgnet3/').$('#libro')).toHaveLength(0);
});

describe.each(of('.pdf'))('%s', (file, path) => {
  const lang = langOf(file);

  test('is a sound, tagged PDF/UA-1 on A4 with all fonts inside, light enough for a phone', () => {
    expect(statSync(path).size).toBeLessThanOrEqual(2_500_000);
    expect(run('qpdf', '--check', path)).toContain('No syntax or stream encoding errors');
    const info = run('pdfinfo', path);
    expect(info).toMatch(/Tagged: +yes/);
    expect(info).toMatch(/\(A4\)/);
    expect(info).toMatch(/Title: +\S/);
    expect(info).not.toMatch(/CreationDate|ModDate/);
    expect(run('pdfinfo', '-meta', path)).toMatch(/pdfuaid:part>1</);
    const fonts = run('pdffonts', path).trim().split('\n').slice(2);
    expect(fonts.length).toBeGreaterThan(1);
    for (const font of fonts) expect(font).toMatch(/ yes yes yes /);
  });

  test('has headings without gaps, a list of contents, quotes and pictures in its structure', () => {
    const structure = run('pdfinfo', '-struct', path);
    const levels = [...structure.matchAll(/^\s*H(\d) /gm)].map(([, level]) => Number(level));
    expect(levels[0]).toBe(1);
    expect(levels.filter((level) => level === 1).length).toBeGreaterThanOrEqual(7);
    for (const [index, level] of levels.entries())
      expect(level - (levels[index - 1] ?? 0), `heading ${index}`).toBeLessThanOrEqual(1);
    expect(structure).toMatch(/^\s*TOC$/m);
    expect(structure.match(/^\s*BlockQuote/gm)?.length ?? 0).toBeGreaterThanOrEqual(2);
    // The network twice, sixteen cities, the emblem twice, the QR code, and a drawing that explains them.
    expect(structure.match(/^\s*Figure/gm)).toHaveLength(2 + 16 + 2 + 1 + 1);
  });

  test('has bookmarks to every city and note, and a list of contents with their pages', () => {
    const bookmarks = bookmarksOf(path);
    const all = bookmarks.flatMap((mark) => [mark, ...mark.kids]);
    expect(all.length).toBeGreaterThanOrEqual(16 + 4 + 7);
    const pageCount = Number(/Pages: +(\d+)/.exec(run('pdfinfo', path))?.[1]);
    for (const { destpageposfrom1: page } of all) expect(page).toBeLessThanOrEqual(pageCount);
    if (lang !== 'it') return;
    const text = run('pdftotext', '-layout', path, '-').split('\f');
    const city = all.find(({ title }) => title === 'Perugia') as Bookmark;
    const listed = /^\s*Perugia[ .\u2060]+(\d+)$/m.exec(text[1] ?? '')?.[1];
    // The number that the contents print is the page's own, and the page that the bookmark opens.
    expect(Number(listed)).toBe(city.destpageposfrom1);
    expect(text[city.destpageposfrom1 - 1]).toMatch(/Perugia/);
    // A city that tells has a spread: it begins on the left.
    expect(city.destpageposfrom1 % 2).toBe(0);
  });

  test('has no empty page: one without words is drawn on', async () => {
    const texts = run('pdftotext', path, '-').split('\f').slice(0, -1);
    const wordless = texts.flatMap((text, index) => (dense(text).length < 60 ? [String(index + 1)] : []));
    for (const page of wordless) {
      const picture = execFileSync('pdftoppm', ['-r', '8', '-f', page, '-l', page, '-png', path], {
        stdio: ['ignore', 'pipe', 'ignore'],
      });
      const { channels } = await sharp(picture).stats();
      expect(channels[0]?.mean, `page ${page}`).toBeLessThan(100);
    }
  });
});

test('the Italian book says every word of its notes', () => {
  const text = dense(
    run('pdftotext', join(builtDir, 'libro/lgnet2-it.pdf'), '-').replace(/^LgNet2$|^\d+$/gm, ''),
  );
  for (const { path, $ } of pages.filter(({ path: own }) => /^\/note-stampa\/\d{4}-[^/]+\/$/.test(own))) {
    const blocks = $('.prose p, .prose li')
      .toArray()
      .map((block) => dense($(block).text()));
    expect(blocks.length).toBeGreaterThan(6);
    // A paragraph that goes on overleaf has a page's foot in its middle: its beginning tells.
    for (const block of blocks) expect(text, path).toContain(block.slice(0, 60));
  }
});

// A check of one book takes some seconds: two scripts are enough where not everything is looked at.
const checked = of('.epub').filter(([file]) => looksAtEverything || ['it', 'ar'].includes(langOf(file)));

test.each(checked)(
  '%s passes EPUBCheck',
  (_, path) => {
    const checker = realpathSync(run('which', 'epubcheck').trim());
    expect(run('java', '-jar', checker, '--failonwarnings', path)).toContain(
      'No errors or warnings detected',
    );
  },
  120_000,
);

describe.each(of('.epub'))('%s', (file, path) => {
  const book = readFileSync(path);
  const parts = unzipSync(book);
  const part = (name: string): string => strFromU8(parts[`EPUB/${name}`] as Uint8Array);

  test('is known by its first bytes, and begins with no other file', () => {
    expect(book.subarray(30, 58).toString()).toBe('mimetypeapplication/epub+zip');
    expect(book.readUInt16LE(8)).toBe(0);
    expect(book.length).toBeLessThanOrEqual(1_000_000);
  });

  test('says its language, its direction and what it is like to those who cannot see', () => {
    const lang = langOf(file);
    const rtl =
      pageAt(`/${lang === 'it' ? '' : `${lang}/`}note-stampa/`)
        .$('html')
        .attr('dir') === 'rtl';
    const metadata = part('package.opf');
    expect(metadata).toContain(`<dc:language>${lang}</dc:language>`);
    expect(metadata).toContain(`page-progression-direction="${rtl ? 'rtl' : 'ltr'}"`);
    for (const property of [
      ...['accessMode', 'accessModeSufficient', 'accessibilityFeature', 'accessibilityHazard'],
      'accessibilitySummary',
    ])
      expect(metadata).toContain(`schema:${property}`);
  });

  test('reads in the order of its contents', () => {
    const listed = [...part('nav.xhtml').matchAll(/<a href="([^"]+)\.xhtml"/g)].map(([, name]) => name);
    const spine = [...part('package.opf').matchAll(/idref="page-([^"]+)"/g)].map(([, name]) => name);
    expect(listed.length).toBeGreaterThan(25);
    expect(spine).toEqual(['cover', 'nav', ...listed]);
  });

  test('has an alternative text for every picture', () => {
    const pictures = Object.keys(parts)
      .filter((name) => name.endsWith('.xhtml'))
      .flatMap((name) => [...strFromU8(parts[name] as Uint8Array).matchAll(/<img [^>]*>/g)]);
    expect(pictures.length).toBeGreaterThanOrEqual(19);
    for (const [picture] of pictures) expect(picture).toMatch(/alt="[^"]{5,}"/);
  });
});

test.each(of('-a5.pdf'))(
  '%s can be folded: every page once, those of a sheet in the order of folding',
  (file, path) => {
    const info = run('pdfinfo', path);
    expect(info).toMatch(/Page size: +841\.\d+ x 595\.\d+ pts/);
    expect(statSync(path).size).toBeLessThanOrEqual(2_500_000);
    expect(run('qpdf', '--check', path)).toContain('No syntax or stream encoding errors');
    const sides = Number(/Pages: +(\d+)/.exec(info)?.[1]);
    const whole = path.replace('-a5.pdf', '.pdf');
    const pageCount = Number(/Pages: +(\d+)/.exec(run('pdfinfo', whole))?.[1]);
    const places = Math.ceil(pageCount / 4) * 4;
    expect(sides).toBe(places / 2);
    // The second side holds the second page and the last but one; from right to left they change places.
    const half = (side: number, x: number): string =>
      dense(
        run(
          'pdftotext',
          '-f',
          `${side}`,
          '-l',
          `${side}`,
          '-x',
          `${x}`,
          '-y',
          '0',
          '-W',
          '420',
          '-H',
          '595',
          path,
          '-',
        ),
      );
    const pageText = (number: number): string =>
      dense(run('pdftotext', '-f', `${number}`, '-l', `${number}`, whole, '-'));
    const rtl =
      pageAt(`/${langOf(file) === 'it' ? '' : `${langOf(file)}/`}note-stampa/`)
        .$('html')
        .attr('dir') === 'rtl';
    const [contents, other] = rtl ? [half(2, 421), half(2, 0)] : [half(2, 0), half(2, 421)];
    const letters = (text: string): string => [...text.replace(/[^\p{L}\p{N}]/gu, '')].sort().join('');
    expect(letters(contents).length).toBeGreaterThan(100);
    expect(letters(contents)).toBe(letters(pageText(2)));
    expect(letters(other)).toBe(letters(places - 1 > pageCount ? '' : pageText(places - 1)));
  },
);
