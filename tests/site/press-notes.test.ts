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
      const head = $('article header').text();
      expect(head).toContain('LGNET2: ACCOGLIERE E INTEGRARE PER CITTÀ PIÙ INCLUSIVE E SICURE');
      expect(head).toContain('FONDO ASILO, MIGRAZIONE E INTEGRAZIONE (FAMI) 2014-2020');
      expect(head).toContain('NOTA STAMPA');
      expect($('article header time').attr('datetime')).toBe(id.slice(0, 10));
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
