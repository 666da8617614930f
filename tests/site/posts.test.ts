import { strFromU8, unzipSync } from 'fflate';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { withoutMarks } from '../../src/i18n/bidi.ts';
import { builtDir, pageAt, pages } from './built-site.ts';

const origin = 'https://lgnet.example';
const fileAt = (path: string): string => join(builtDir, path);
const galleries = pages.filter(({ path }) => path.endsWith('/social/'));
const isNote = (path: string): boolean => path.includes('/note-stampa/');
const words = (text: string): string => withoutMarks(text).replace(/\s+/g, ' ').trim();

test('every note and every city has pictures to post, in every language', () => {
  const told = pages.filter(({ path }) => /\/(?:note-stampa\/\d{4}-[^/]+|citta\/[^/]+)\/$/.test(path));
  expect(galleries.map(({ path }) => path).sort()).toEqual(told.map(({ path }) => `${path}social/`).sort());
  for (const { path, $ } of told) expect($(`a[href="${path}social/"]`).length, path).toBeGreaterThan(0);
});

describe.each(galleries.map((page) => [page.path, page] as const))('%s', (path, { $ }) => {
  const posts = $('.post').toArray();
  const hrefs = $('.post a[download]')
    .toArray()
    .map((link) => $(link).attr('href') as string);

  test('is a tool and no story: no search engine lists it', () => {
    expect($('meta[name="robots"]').attr('content')).toBe('noindex');
  });

  test('offers pictures of the sizes that they say, small enough to be sent', async () => {
    expect(posts.length).toBeGreaterThan(0);
    for (const href of hrefs) {
      const bytes = readFileSync(fileAt(href));
      expect(bytes.length).toBeLessThanOrEqual(250_000);
      const { width, height, format } = await sharp(bytes).metadata();
      expect(`${width}x${height}.${format}`).toBe(/\d+x\d+\.png$/.exec(href)?.[0]);
    }
    if (isNote(path)) expect(hrefs).toHaveLength(4 * posts.length);
  });

  test('shows each with its alternative text, and only when it is scrolled to', () => {
    for (const post of posts) {
      const picture = $(post).find('img');
      expect(picture).toHaveLength(1);
      expect(picture.attr('loading')).toBe('lazy');
      expect(hrefs).toContain(picture.attr('src'));
      const [text, alternative] = $(post)
        .find('.post-text')
        .toArray()
        .map((element) => $(element).text());
      expect(words(alternative ?? '')).toBe(words(picture.attr('alt') ?? ''));
      expect(text).toContain(origin);
      expect(text).toMatch(/#LgNet2|#LGNET3|#LGNetEA/);
    }
  });

  test('leads to what it tells of, in the language of its texts', () => {
    const lang = $('.post-text').attr('lang') as string;
    const own = path.replace(/^\/\w{2,3}(?=\/)/, '').replace(/social\/$/, '');
    const target = `${origin}${lang === 'it' ? '' : `/${lang}`}${own}`;
    for (const post of posts) expect($(post).find('.post-text').first().text()).toContain(target);
  });
});

const notes = galleries.filter(({ path }) => isNote(path));

test.each(notes.map((page) => [page.path, page] as const))('%s quotes word for word', (path, { $ }) => {
  const note = pageAt(path.replace(/social\/$/, ''));
  const said = words(note.$('.prose blockquote').text());
  for (const post of $('.post[aria-labelledby^="post-citazione-"]').toArray()) {
    const text = words($(post).find('.post-text').first().text());
    const quoted = /^[«“”"„]\s?(.*?)[»”“"]\s[–—-]/.exec(text)?.[1] ?? '';
    const parts = quoted.split('[…]').map((part) => part.trim().replace(/[.»”“۔]$/, ''));
    expect(parts.join('').length).toBeGreaterThan(20);
    for (const part of parts) expect(said).toContain(part);
  }
});

test('notes with quotes and figures have a picture of each', () => {
  const kinds = notes
    .filter(({ path }) => path.startsWith('/note-stampa/'))
    .flatMap(({ $ }) =>
      $('.post')
        .toArray()
        .map((post) => $(post).attr('aria-labelledby')),
    );
  expect(kinds.filter((kind) => kind?.startsWith('post-citazione-')).length).toBeGreaterThanOrEqual(2);
  expect(kinds.filter((kind) => kind?.startsWith('post-cifra-')).length).toBeGreaterThanOrEqual(2);
  expect(kinds.filter((kind) => kind === 'post-nota').length).toBeGreaterThanOrEqual(4);
});

test('the press pack holds them with their texts', () => {
  const folder = fileAt('/note-stampa/2023-11-03-palermo/');
  const pack = readdirSync(folder).find((name) => name.endsWith('.zip')) as string;
  expect(existsSync(join(folder, pack))).toBe(true);
  const files = unzipSync(readFileSync(join(folder, pack)));
  const social = Object.keys(files).filter((name) => name.includes('/social/'));
  const offered = pageAt('/note-stampa/2023-11-03-palermo/social/')
    .$('.post a[download]')
    .toArray()
    .map((link) => (link.attribs['href'] as string).split('/').at(-1) as string);
  expect(social.map((name) => name.split('/').at(-1))).toEqual(expect.arrayContaining(offered));
  const [text = ''] = social.filter((name) => name.endsWith('-it-social.txt'));
  const told = strFromU8(files[text] as Uint8Array);
  for (const name of offered) expect(told).toContain(name);
  expect(told).toContain('#LgNet2');
  expect(Object.values(files).reduce((sum, { length }) => sum + length, 0)).toBeLessThan(6_000_000);
});
