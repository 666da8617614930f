import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { pageAt } from './built-site.ts';

const content = join(import.meta.dirname, '../../content/press-notes');

/** Words and signs in their order: what is left of a text when its marks and its blanks are taken away. */
const words = (text: string): string => text.replace(/\s+/g, '');

/** The body of a note without front matter, component tags and marks of emphasis. */
const sourceWords = (id: string): string =>
  words(
    readFileSync(join(content, id, 'it.mdx'), 'utf8')
      .replace(/^---\n.*?\n---\n/s, '')
      .replace(/<\/?[A-Z][^>]*>/g, '')
      .replaceAll('**', ''),
  );

describe.each(['2023-10-23-perugia', '2023-11-03-palermo', '2023-11-23-caserta', '2023-11-23-roma'])(
  '%s',
  (id) => {
    const { $ } = pageAt(`/note-stampa/${id}/`);

    test('is on its page word for word, apostrophes and quotation marks included', () => {
      const prose = $('.prose').clone();
      prose.find('.note-subtitle, figcaption').remove();
      expect(words(prose.text())).toBe(sourceWords(id));
    });

    test('has its letterhead, its kind and its date', () => {
      const letterhead = $('article .letterhead').text();
      expect(letterhead).toContain('LGNET2: ACCOGLIERE E INTEGRARE PER CITTÀ PIÙ INCLUSIVE E SICURE');
      expect(letterhead).toContain('FONDO ASILO, MIGRAZIONE E INTEGRAZIONE (FAMI) 2014-2020');
      expect($('article header').text()).toContain('NOTA STAMPA');
      expect($('article header time').attr('datetime')).toBe(id.slice(0, 10));
    });

    test('begins with the news, and ends with the letterhead', () => {
      const parts = $('article header, article .prose, article .letterhead').toArray();
      expect(parts.map((part) => $(part).attr('class')?.split(' ')[0])).toEqual([
        'night',
        'prose',
        'letterhead',
      ]);
    });

    test('leads to the areas of its activities, which lead back', () => {
      const areas = $('article a.tag')
        .toArray()
        .map((link) => $(link).attr('href') ?? '');
      expect(areas.length).toBeGreaterThan(0);
      for (const href of areas) {
        const [path, fragment] = href.split('#') as [string, string];
        const list = pageAt(path).$(`section[aria-labelledby="${fragment}"]`);
        expect(list.find(`a[href="/note-stampa/${id}/"]`)).toHaveLength(1);
      }
    });
  },
);

test.each([
  ['2023-11-03-palermo', 'tirrito', 'Antonella Tirrito', 'Assessore alle Politiche Migratorie'],
  ['2023-11-23-caserta', 'marino', 'Carlo Marino', 'Sindaco di Caserta'],
])('%s quotes %s', (id, quote, speaker, role) => {
  const figure = pageAt(`/note-stampa/${id}/`).$(`#citazione-${quote}`);
  expect(figure.find('blockquote').text()).toContain('«');
  expect(figure.find('figcaption').text()).toContain(speaker);
  expect(figure.find('figcaption').text()).toContain(role);
});

test('a translation names the kind of document in its own language, and folds the Italian letterhead away', () => {
  const { $ } = pageAt('/en/note-stampa/2023-11-03-palermo/');
  expect($('article header .kicker').text().trim()).toBe('Press note');
  expect($('details.letterhead').text()).toContain('FONDO ASILO');
  expect(pageAt('/note-stampa/2023-11-03-palermo/').$('details.letterhead')).toHaveLength(0);
});
