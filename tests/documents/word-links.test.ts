import { expect, test } from 'vitest';
import { parseNoteDocument, plainText } from '../../src/documents/note-document/index.ts';
import { withWordLinks } from '../../src/documents/word-links.ts';

const words = [
  { term: 'unità mobile', href: '/parole/#parola-unita-mobile' },
  { term: 'housing', href: '/parole/#parola-housing' },
  { term: 'housing first', href: '/parole/#parola-housing-first' },
  { term: 'care and support (presa in carico)', href: '/en/parole/#parola-presa-in-carico' },
];

const linked = (text: string) => {
  const document = parseNoteDocument(text, 'prova.mdx');
  const result = withWordLinks(document, words);
  expect(plainText(result)).toBe(plainText(document));
  return [...JSON.stringify(result).matchAll(/"url":"([^"]+)"/g)].map(([, url]) => url);
};

test.each([
  ['in another number', 'Le unità mobili sono tre.', ['/parole/#parola-unita-mobile']],
  ['once', 'Housing, poi ancora housing.', ['/parole/#parola-housing']],
  ['the longer of two', 'Un modello, housing first.', ['/parole/#parola-housing-first']],
  ['in bold and in a list', '- una **unità mobile**', ['/parole/#parola-unita-mobile']],
  ['without what stands in brackets', 'Care and support.', ['/en/parole/#parola-presa-in-carico']],
  ['not inside another word', 'Cohousing.', []],
  ['not where a link leads elsewhere', '[housing](/ambiti/housing/)', ['/ambiti/housing/']],
])('a difficult word leads to its meaning: %s', (_what, text, urls) => {
  expect(linked(text)).toEqual(urls);
});
