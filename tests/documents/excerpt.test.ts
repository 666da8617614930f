import { describe, expect, test } from 'vitest';
import { excerpt } from '../../src/documents/excerpt.ts';

const cut = (words: string, most: number, lang = 'it') => excerpt(words, lang, most)?.replace('\u00a0', ' ');

describe('a quote for a picture', () => {
  test('is whole where it is short enough', () => {
    expect(cut('Nessuno resta indietro.', 40)).toBe('Nessuno resta indietro.');
    expect(cut('Nessuno\nresta  indietro.', 40)).toBe('Nessuno resta indietro.');
  });

  test.each([
    ['after its first sentence', 'Prima frase lunga. Seconda frase lunga.', 'Prima frase lunga. […]'],
    [
      'after as many as fit',
      'Una casa. Due case belle. Tre case ancora più belle di prima.',
      'Una casa. Due case belle. […]',
    ],
    ['after a question', 'Davvero tutti? Sì, tutti quanti, senza eccezioni.', 'Davvero tutti? […]'],
    [
      'with one sign where the writer’s words stood',
      'Ecco le persone. […] E poi tutto il resto del discorso.',
      'Ecco le persone. […]',
    ],
  ])('is cut %s', (_, words, expected) => {
    expect(cut(words, 36)).toBe(expected);
  });

  test.each([
    [
      'its first sentence is too long',
      'Una frase sola che non finisce mai e poi mai e poi ancora mai, fino in fondo.',
    ],
    [
      'only an abbreviation ends',
      'Lo ha detto l’avv. Marino a tutte le persone che erano in quella sala con lui.',
    ],
    [
      'only an initial ends',
      'Lo ha detto A. Rossi a tutte le persone che erano in quella sala insieme a lui.',
    ],
    [
      'a bracket would stay open',
      'La città (lo dicono tutti. Anche noi) ha lavorato a lungo per queste persone.',
    ],
    [
      'a quotation would stay open',
      'Mi ha detto «Vieni qui. Resta con noi» e da allora lavoro in questo laboratorio.',
    ],
    ['nothing was said', ''],
  ])('is left out where %s', (_, words) => {
    expect(cut(words, 36)).toBeUndefined();
  });

  test('ends in its own script', () => {
    expect(cut('هذا مشروع للناس. ولا يترك أحدًا وراءه في أي مكان من المدينة.', 30, 'ar')).toBe(
      'هذا مشروع للناس. […]',
    );
    expect(cut('এটি মানুষের জন্য একটি প্রকল্প। কাউকে পিছনে ফেলে রাখে না, কোথাও না।', 40, 'bn')).toBe(
      'এটি মানুষের জন্য একটি প্রকল্প। […]',
    );
  });

  test('does not count what only sets names apart', () => {
    expect(cut(`\u2066LgNet2\u2069 ${'x'.repeat(13)}`, 20)).toContain('LgNet2');
  });

  test('begins no line with its sign', () => {
    expect(excerpt('Prima frase lunga. Seconda frase lunga.', 'it', 30)).toMatch(/\u00a0\[…\]$/);
  });
});
