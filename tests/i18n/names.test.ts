import { expect, test } from 'vitest';
import { wordsIn } from '../../src/i18n/names.ts';

test.each([
  [
    'fr',
    'La Festa dell’integrazione a Perugia',
    [{ text: 'La ' }, { text: 'Festa dell’integrazione', lang: 'it' }, { text: ' a Perugia' }],
  ],
  [
    'es',
    '«la vivienda primero» (housing first)',
    [{ text: '«la vivienda primero» (' }, { text: 'housing first', lang: 'en' }, { text: ')' }],
  ],
  ['it', 'La Festa dell’integrazione', [{ text: 'La Festa dell’integrazione' }]],
  // The longest name wins, and none is found inside a word.
  ['en', 'Azienda Servizi Sociali di Bolzano', [{ text: 'Azienda Servizi Sociali di Bolzano', lang: 'it' }]],
  ['fr', 'Ritrattistica', [{ text: 'Ritrattistica' }]],
])('in %s: %s', (lang, text, parts) => {
  expect(wordsIn(lang, text)).toEqual(parts);
});
